using Periop.Domain.Text;
using static Periop.Server.Http.CsvForm;

namespace Periop.Server.Import;

/// <summary>
/// What the columns of a file are called. Files spell them in their own way; the ids of what they bring are made of the names that
/// stand here, so that none of these ever changes.
/// </summary>
static class ColumnNames
{
    public const string CaseNumber = "caseNumber";
    public const string Patient = "patientRef";
    public const string CancellationCode = "cancellationCode";

    /// <summary>Columns of risk factors begin with this. What follows is the factor's own name and taken as it stands.</summary>
    public const string Risk = "risk.";

    /// <summary>The columns that together schedule the case.</summary>
    static readonly string[] Plan = [Patient, .. PlanColumn.All.Select(column => column.Name)];

    static readonly string[] Times = [.. ImportColumn.Times.Select(column => column.Name)];

    static readonly string[] All = [CaseNumber, .. Plan, .. Times, CancellationCode];

    static readonly Dictionary<string, string> BySpelling = All.ToDictionary(Spelt);

    /// <summary>The name of a column that a file spells in some way; null when there is none.</summary>
    public static string? Of(string spelling) =>
        BySpelling.TryGetValue(Spelt(spelling), out var name) ? name
        : spelling.Split('.', 2) is [var first, var factor] && Spelt(first + ".") == Risk && Reference.Read(factor) is not null ? Risk + factor
        : null;

    /// <summary>Whether a file may have the column more than once: a staged case has two incisions.</summary>
    public static bool MayRepeat(string name) => name != ImportColumn.Cancelled && Times.Contains(name);

    /// <summary>The name that is spelt most alike.</summary>
    public static string Nearest(string spelling) => All.MinBy(name => Distance(Spelt(spelling), Spelt(name)))!;

    /// <summary>How many letters have to be put in, taken out or changed (Levenshtein).</summary>
    static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > other.Length)
            return one.Length;
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
