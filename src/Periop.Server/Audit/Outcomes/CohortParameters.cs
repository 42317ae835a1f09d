using Periop.Domain.Outcomes;
using Periop.Domain.Spine;
using Periop.Domain.Text;
using Periop.Server.Hospitals;
using Periop.Server.Http;
using Periop.Server.Shell;

namespace Periop.Server.Audit.Outcomes;

/// <summary>How questions about cohorts are asked over HTTP.</summary>
sealed record CohortParameters(
    string? Definition, string? Version, string? From, string? To, string? Family, string? Approach, string? Surgeon, string? Service, string? Room,
    string? Grade, string? Region, string? GroupBy, string? AsOf)
{
    /// <summary>Nothing is asked for.</summary>
    public static readonly CohortParameters None = new(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /// <summary>What they are called in an address.</summary>
    public static readonly string[] Names =
        ["definition", "version", "from", "to", "family", "approach", "surgeon", "service", "room", "grade", "region", "groupBy", "asOf"];

    /// <summary>As the address of a page has them.</summary>
    public static CohortParameters Of(PageAddress a) => new(
        a["definition"], a["version"], a["from"], a["to"], a["family"], a["approach"], a["surgeon"], a["service"], a["room"], a["grade"], a["region"],
        a["groupBy"], a["asOf"]);

    static readonly string[] Regions = [.. Vocabulary.Words<Region>(), CaseFacts.MixedRegions];

    /// <summary>The problem where a question needs a definition and names none.</summary>
    public IResult? WhyNoDefinition =>
        Definition is null ? Problems.Shape("/definition", "is required: GET /api/audit/definitions lists them") : null;

    /// <summary>Puts what was asked into a question; the problem, when something cannot be meant.</summary>
    public IResult? Read<TQuestion>(HttpContext http, TQuestion blank, out TQuestion question) where TQuestion : CohortQuestion
    {
        question = blank;
        var (from, to, version, grade, groupBy) = (default(DateOnly), default(DateOnly), 0, 0, default(GroupBy));
        var problem =
            From is not null && !LocalDate.TryRead(From, out from) ? Problems.Shape("/from", LocalDate.Rule)
            : To is not null && !LocalDate.TryRead(To, out to) ? Problems.Shape("/to", LocalDate.Rule)
            : From is not null && To is not null && to < from ? Problems.Shape("/to", "must not be before from")
            : Version is not null && !(int.TryParse(Version, out version) && version > 0) ? Problems.Shape("/version", "must be a number from 1")
            : Grade is not null && !(int.TryParse(Grade, out grade) && grade is >= SchwabGrade.Lowest and <= SchwabGrade.Highest)
                ? Problems.Shape("/grade", $"must be {SchwabGrade.Lowest} to {SchwabGrade.Highest}")
            : GroupBy is not null && !Vocabulary.TryRead(GroupBy, out groupBy) ? NoWord("groupBy", Vocabulary.Words<GroupBy>())
            : Approach is not null && !Vocabulary.TryRead<Approach>(Approach, out _) ? NoWord("approach", Vocabulary.Words<Approach>())
            : Region is not null && !Regions.Contains(Region) ? NoWord("region", Regions)
            : Family is not null && Term.Read(Family) is null ? Problems.Shape("/family", $"must be {Term.Rule}")
            : Version is not null && Definition is null ? Problems.Shape("/version", "needs a definition")
            : NoLabel("surgeon", Surgeon) ?? NoLabel("service", Service) ?? NoLabel("room", Room);
        var noInstant = Http.AsOf.Read(http, AsOf, out var instant);
        if ((problem ?? noInstant) is { } wrong)
            return wrong;
        question = blank with
        {
            Definition = Definition,
            Version = Version is null ? null : version,
            From = From is null ? null : from,
            To = To is null ? null : to,
            Family = Family,
            Approach = Approach,
            Surgeon = NameAsked.Read(Surgeon),
            Service = NameAsked.Read(Service),
            Room = NameAsked.Read(Room),
            Grade = Grade is null ? null : grade,
            Region = Region,
            GroupBy = groupBy,
            AsOf = instant,
        };
        return null;
    }

    static IResult? NoLabel(string name, string? text) =>
        text is null || NameAsked.Read(text) is not null ? null : Problems.Shape($"/{name}", $"must be {Label.Rule}");

    static IResult NoWord(string name, IEnumerable<string> words) => Problems.NoneOf($"/{name}", words);
}
