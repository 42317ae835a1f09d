using System.Text.Json.Serialization;
using Periop.Domain.Cases;
using Periop.Server.Hospitals;

namespace Periop.Server.Board;

/// <summary>A hospital's board: who is where, since when, and what is next.</summary>
/// <param name="Position">Rises with every entry that changes the board; the id of its stream's messages.</param>
/// <param name="AsOf">When the last entry that it shows was recorded; null while it shows nothing.</param>
/// <param name="HaltedSince">When the first entry was recorded that could not be shown, for whatever came after it is not; null: all are.</param>
/// <param name="Unclosed">Who entered a room two days ago or more, and no exit is recorded: in no room, first in first.</param>
sealed record RoomBoard(
    string Hospital, DateOnly Date, string TimeZone, long Position, DateTimeOffset? AsOf, DateTimeOffset? HaltedSince, IReadOnlyList<BoardCase> Unclosed,
    IReadOnlyList<BoardRoom> Rooms)
{
    byte[]? unclosedBytes;

    internal byte[] UnclosedBytes => unclosedBytes ??= BoardJson.Bytes(Unclosed);

    /// <summary>The cases that it shows anything of.</summary>
    [JsonIgnore]
    public IReadOnlyList<Guid> CaseIds =>
        [.. Rooms.SelectMany(room => room.Cases.Append(room.Current).Append(room.Next)).Concat(Unclosed).OfType<BoardCase>().Select(c => c.CaseId).Distinct()];

    /// <param name="cards">Those of the cases in a room, on the day's list, or that have left a room that day.</param>
    public static RoomBoard Of(
        Hospital hospital, DateOnly date, DateTimeOffset now, long position, DateTimeOffset? asOf, DateTimeOffset? haltedSince, IReadOnlyList<BoardCard> cards)
    {
        var standing = cards.Where(c => c.Case.Status is not CaseStatus.EnteredInError).ToArray();
        var shown = standing.Where(c => c.Date == date || c.StandsInRoomAt(now));
        var rooms = hospital.Rooms.Concat(shown.Select(c => c.Room).Order(StringComparer.Ordinal)).Distinct();
        return new RoomBoard(
            hospital.Id, date, hospital.TimeZone.Id, position, asOf, haltedSince,
            [.. standing.Where(c => c.IsUnclosedAt(now)).OrderBy(c => c.LastSeenEntering).ThenBy(c => c.Id).Select(c => c.Case)],
            [.. rooms.Select(room => BoardRoom.Of(room, hospital, date, now, [.. standing.Where(c => c.Room == room || c.CameFrom == room)]))]);
    }
}
