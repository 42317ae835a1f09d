using Periop.Domain.Text;

namespace Periop.Server.Audit.Outcomes;

/// <summary>Which cases a question is about, in words.</summary>
static class CohortWords
{
    /// <summary>As the middle of a sentence has it: any operation; spinal osteotomy, posterior, surgeon S-07.</summary>
    public static string Which(CohortQuestion q)
    {
        string?[] rest =
        [
            q.Approach is { } approach ? Plain(approach) : null,
            q.Grade is { } grade ? $"grade {grade}" : null,
            q.Region is { } region ? $"region {Plain(region)}" : null,
            q.Surgeon is { } surgeon ? $"surgeon {surgeon}" : null,
            q.Service is { } service ? $"service {service}" : null,
            q.Room is { } room ? $"room {room}" : null,
        ];
        return string.Join(", ", rest.OfType<string>().Prepend(q.Family is { } family ? Plain(family) : "any operation"));
    }

    /// <summary>What cases are grouped by: by surgeon.</summary>
    public static string By(GroupBy by) => by switch
    {
        GroupBy.None => "all together",
        GroupBy.Segments => "number of segments",
        GroupBy.MonthDue => "month in which the window closes",
        _ => Plain(Vocabulary.WordFor(by)),
    };

    /// <summary>What stands above the keys of groups.</summary>
    public static string Head(GroupBy by) => by is GroupBy.None ? "Cases" : char.ToUpperInvariant(By(by)[0]) + By(by)[1..];

    public static string Plain(string word) => word.Replace('-', ' ');
}
