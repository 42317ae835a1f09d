using System.Globalization;
using Periop.Domain.Outcomes;
using Periop.Domain.Text;
using Periop.Server.Hospitals;

namespace Periop.Server.Audit.Outcomes;

/// <summary>Which group a case is in.</summary>
static class CohortGroups
{
    /// <summary>The one group of cases that are not grouped.</summary>
    public const string All = "all";

    /// <summary>The group of cases of which it is not known what they are grouped by.</summary>
    public const string Unknown = "unknown";

    /// <param name="lastDay">The local day with which the window of what is asked about closes; null where it is not known, or there are several.</param>
    public static string KeyOf(CaseFacts facts, DateOnly? lastDay, GroupBy by, Hospital hospital) => by switch
    {
        GroupBy.None => All,
        GroupBy.Surgeon => facts.Surgeon,
        GroupBy.Room => facts.Room,
        GroupBy.Service => facts.Service,
        GroupBy.Procedure => facts.Procedure,
        GroupBy.Grade => facts.Grade?.ToString(CultureInfo.InvariantCulture),
        GroupBy.Segments => facts.Segments?.ToString(CultureInfo.InvariantCulture),
        GroupBy.Region => facts.Region,
        GroupBy.Month => MonthOf(DayOf(facts, hospital)),
        GroupBy.MonthDue => lastDay is { } due ? MonthOf(due) : null,
        _ => QuarterOf(DayOf(facts, hospital)),
    } ?? Unknown;

    /// <summary>Cases by their groups, in order. Cases that are not grouped are one group, also when there are none.</summary>
    public static IReadOnlyList<(string Key, IReadOnlyList<T> Cases)> Of<T>(IEnumerable<T> cases, Func<T, string> keyOf, GroupBy by)
    {
        (string Key, IReadOnlyList<T> Cases)[] groups =
            [.. cases.GroupBy(keyOf).OrderBy(g => g.Key, Order).Select(g => (g.Key, (IReadOnlyList<T>)[.. g]))];
        return groups.Length == 0 && by is GroupBy.None ? [(All, [])] : groups;
    }

    /// <summary>The column of <c>case_facts f</c> that tells a group; null where groups are times.</summary>
    public static string? ColumnOf(GroupBy by) => by switch
    {
        GroupBy.None => $"'{All}'",
        GroupBy.Month or GroupBy.Quarter or GroupBy.MonthDue => null,
        _ => $"f.{Vocabulary.WordFor(by)}",
    };

    /// <summary>Numbers by their size, all else by its letters, what is not known at last.</summary>
    public static IComparer<string> Order { get; } = Comparer<string>.Create((one, other) =>
        (one == Unknown, NumberOf(one)).CompareTo((other == Unknown, NumberOf(other))) is not 0 and var order ? order : string.CompareOrdinal(one, other));

    public static string MonthOf(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static string QuarterOf(DateOnly day) => $"{day.Year}-Q{(day.Month + 2) / 3}";

    static DateOnly DayOf(CaseFacts facts, Hospital hospital) => hospital.DateOf(facts.FirstIncision!.When.At);

    static int NumberOf(string key) => int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
}
