using Periop.Server.Hospitals;

namespace Periop.Server.Board;

/// <summary>What a screen shows, or is told anew: all rooms, one, or none but the time.</summary>
/// <param name="At">The hospital's clock.</param>
/// <param name="RailBegins">Where the rails of the day begin.</param>
sealed record BoardScreen(DateTimeOffset At, DateTimeOffset RailBegins, BoardHead Head, IReadOnlyList<BoardRow> Rows)
{
    /// <summary>The release that runs.</summary>
    public static readonly string Running = typeof(BoardScreen).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    /// <summary>By which release it is told: a page of another one loads itself anew.</summary>
    public string Release { get; } = Running;

    /// <param name="behind">For how long it has not come up with what is recorded; null while it has.</param>
    /// <param name="leads">Where its rows lead.</param>
    public static BoardScreen Of(
        RoomBoard board, Hospital hospital, DateTimeOffset now, TimeSpan? behind = null, RowLeads leads = RowLeads.Nowhere)
    {
        var (times, scale) = (new BoardTimes(hospital.TimeZone, board.Date), RailScale.Of(board.Date, hospital.TimeZone));
        BoardRow[] rows = [.. board.Rooms.Select(room => BoardRow.Of(room, hospital.Rooms.Contains(room.Room), times, scale, now, leads))];
        return new BoardScreen(now, scale.Begins, BoardHead.Of(board, rows, hospital, times, behind), rows);
    }

    /// <summary>What is shown while nothing is known of the rooms.</summary>
    public static BoardScreen Nothing(Hospital hospital, DateTimeOffset now) =>
        Of(new RoomBoard(hospital.Id, hospital.DateOf(now), hospital.TimeZone.Id, 0, null, null, [], []), hospital, now);
}
