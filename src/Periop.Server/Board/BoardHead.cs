using System.Globalization;
using Periop.Server.Hospitals;

namespace Periop.Server.Board;

/// <summary>What a screen shows above and below the rooms.</summary>
/// <param name="Place">Whose board it is, and of which day.</param>
/// <param name="Look">How many rooms somebody should look at.</param>
/// <param name="Looks">The same as a number.</param>
/// <param name="Unclosed">How many cases have no exit; empty while all have one.</param>
/// <param name="UnclosedCases">Which these are, a line each.</param>
/// <param name="Trouble">Why what is shown may not be what is: the board has halted, or is behind; empty while it is not.</param>
/// <param name="IsHalted">Whether it goes on showing what was: then times that run are wrong.</param>
public sealed record BoardHead(
    string Place, string Day, string Sums, string Look, string Looks, string Unclosed, string UnclosedCases, string Trouble, bool IsHalted)
{
    internal static BoardHead Of(RoomBoard board, IReadOnlyList<BoardRow> rows, Hospital hospital, BoardTimes times, TimeSpan? behind)
    {
        var look = rows.Count(row => row.NeedsLook);
        return new BoardHead(
            hospital.Name, board.Date.ToString("ddd d MMMM", CultureInfo.InvariantCulture),
            $"{rows.Sum(row => row.Inside)} in rooms · {rows.Sum(row => row.ToCome)} to come",
            look switch { 0 => "", 1 => "1 needs a look", _ => $"{look} need a look" }, look == 0 ? "" : $"{look}",
            board.Unclosed.Count == 0 ? "" : $"not closed: {board.Unclosed.Count}",
            string.Join('\n', board.Unclosed.Select(c => $"{c.CaseNumber} · {BoardWords.Procedure(c)} · since {DayAndTime(c.EnteredAt ?? c.Since)}")),
            board.HaltedSince is { } halted ? $"Stands still since {times.WithDay(halted)}"
            : behind is { } lag ? $"Behind by {Math.Floor(lag.TotalSeconds)} s" : "",
            board.HaltedSince is not null);

        string DayAndTime(DateTimeOffset? instant) => instant is { } at
            ? TimeZoneInfo.ConvertTime(at, times.Zone).ToString("ddd d MMMM HH:mm", CultureInfo.InvariantCulture) : "a time that is not recorded";
    }
}
