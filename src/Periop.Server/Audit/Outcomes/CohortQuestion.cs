using System.Text.Json.Serialization;
using Periop.Domain.Text;
using Periop.Server.Access;

namespace Periop.Server.Audit.Outcomes;

/// <summary>What cases are grouped by.</summary>
enum GroupBy { None, Surgeon, Room, Service, Procedure, Grade, Segments, Region, Month, Quarter, MonthDue }

/// <summary>What became of which cases: those with a first incision in a window, by what is known of them, under a definition.</summary>
abstract record CohortQuestion(string Action) : Question(Action)
{
    /// <summary>The id of a definition; null where the question is about all of them.</summary>
    public string? Definition { get; init; }

    /// <summary>Null: the newest that is known at the instant.</summary>
    public int? Version { get; init; }

    /// <summary>The first local day of the first incision; null: from the beginning.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The local day before which it was; null: to the end.</summary>
    public DateOnly? To { get; init; }

    public string? Family { get; init; }

    /// <summary>The word.</summary>
    public string? Approach { get; init; }

    public string? Surgeon { get; init; }

    public string? Service { get; init; }

    public string? Room { get; init; }

    public int? Grade { get; init; }

    /// <summary>The word; of several regions, mixed.</summary>
    public string? Region { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public GroupBy GroupBy { get; init; }

    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The same cases, asked another question about.</summary>
    public TQuestion About<TQuestion>(TQuestion question) where TQuestion : CohortQuestion => question with
    {
        From = From,
        To = To,
        Family = Family,
        Approach = Approach,
        Surgeon = Surgeon,
        Service = Service,
        Room = Room,
        Grade = Grade,
        Region = Region,
        GroupBy = GroupBy,
        AsOf = AsOf,
    };

    /// <summary>The question without the instant as the query of an address.</summary>
    [JsonIgnore]
    public IEnumerable<KeyValuePair<string, string?>> Parameters =>
    [
        new("definition", Definition), new("version", $"{Version}"), new("from", $"{From:yyyy-MM-dd}"), new("to", $"{To:yyyy-MM-dd}"),
        new("family", Family), new("approach", Approach), new("surgeon", Surgeon), new("service", Service), new("room", Room), new("grade", $"{Grade}"),
        new("region", Region), new("groupBy", GroupBy is GroupBy.None ? null : Vocabulary.WordFor(GroupBy)),
    ];
}
