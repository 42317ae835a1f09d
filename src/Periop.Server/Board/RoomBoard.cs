using Periop.Domain.Cases;
using Periop.Server.Hospitals;

namespace Periop.Server.Board;

/// <summary>A hospital's board: who is where, since when, and what is next.</summary>
/// <param name="Position">Rises with everything that changes the board; the id of its stream's messages.</param>
/// <param name="AsOf">When the last entry that it shows was recorded; null while it shows nothing.</param>
/// <param name="HaltedSince">When the first entry was recorded that could not be shown, for whatever came after it is not; null: all are.</param>
sealed record RoomBoard(
    string Hospital, DateOnly Date, string TimeZone, long Position, DateTimeOffset? AsOf, DateTimeOffset? HaltedSince, IReadOnlyList<BoardRoom> Rooms)
{
    /// <param name="cards">Those of the cases in a room or on the day's list.</param>
    public static RoomBoard Of(
        Hospital hospital, DateOnly date, long position, DateTimeOffset? asOf, DateTimeOffset? haltedSince, IReadOnlyList<BoardCard> cards)
    {
        var rooms = hospital.Rooms.Concat(cards.Select(c => c.Room).Order(StringComparer.Ordinal)).Distinct();
        return new RoomBoard(hospital.Id, date, hospital.TimeZone.Id, position, asOf, haltedSince,
            [.. rooms.Select(room => BoardRoom.Of(room, date, [.. cards.Where(c => c.Room == room && c.Case.Status is not CaseStatus.EnteredInError)]))]);
    }
}

/// <summary>A room on the board.</summary>
/// <param name="Current">The case whose patient is in it.</param>
/// <param name="Next">The first of the day's list that has not begun.</param>
/// <param name="Cases">The day's list, in the order of its expected starts.</param>
sealed record BoardRoom(string Room, BoardCase? Current, BoardCase? Next, IReadOnlyList<BoardCase> Cases)
{
    byte[]? bytes;

    /// <summary>Written once, for however many screens it is compared for.</summary>
    internal byte[] Bytes => bytes ??= BoardJson.Bytes(this);

    public static BoardRoom Of(string room, DateOnly date, IReadOnlyList<BoardCard> cards)
    {
        var current = cards.Where(c => c.InRoom).OrderByDescending(c => c.Case.Since).ThenBy(c => c.Id).FirstOrDefault()?.Case;
        var list = Follow(cards.Where(c => c.Date == date).Select(c => c.Case)
            .OrderBy(c => c.ExpectedStart ?? DateTimeOffset.MaxValue).ThenBy(c => c.CaseNumber, StringComparer.Ordinal), current);
        return new BoardRoom(room, current, list.FirstOrDefault(Waits), list);
    }

    /// <summary>A case that waits is not expected before the one ahead of it has left the room.</summary>
    static List<BoardCase> Follow(IEnumerable<BoardCase> list, BoardCase? current)
    {
        var free = current?.ExpectedEnd;
        var expected = new List<BoardCase>();
        foreach (var one in list)
        {
            var next = one;
            if (Waits(one) && one.ExpectedStart < free)
                next = one with { ExpectedStart = free, ExpectedEnd = one.ExpectedEnd + (free - one.ExpectedStart) };
            if (Waits(one))
                free = next.ExpectedEnd ?? free;
            expected.Add(next);
        }

        return expected;
    }

    static bool Waits(BoardCase one) => one.Status is CaseStatus.Scheduled;
}
