using System.Globalization;

namespace Periop.Server.Audit.FollowUps;

/// <summary>What is due by the day on which its window closes, as a page shows it: a part at a time.</summary>
/// <param name="Next">How many are before the next one; null where this is the last.</param>
sealed record DueOrder(IReadOnlyList<DueLine> All, IReadOnlyList<DueLine> Shown, string? Next)
{
    const int OnPage = 50;

    public int Overdue => All.Count(line => line.Overdue);

    public static DueOrder Of(IEnumerable<DueLine> lines, int from)
    {
        DueLine[] all =
        [
            .. lines.OrderBy(l => l.LastDay).ThenBy(l => l.CaseNumber, StringComparer.Ordinal).ThenBy(l => l.CaseId)
                .ThenBy(l => l.Definition, StringComparer.Ordinal),
        ];
        var end = from + OnPage;
        return new DueOrder(all, [.. all.Skip(from).Take(OnPage)], end < all.Length ? end.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>Reads how many are before a part; null where it is no such number.</summary>
    public static int? ReadPlace(string? text) =>
        text is null ? 0 : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : null;
}
