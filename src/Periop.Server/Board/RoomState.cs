namespace Periop.Server.Board;

/// <summary>Whether a patient can be brought into a room.</summary>
enum RoomState { Free, Ready, Occupied, Cleaning }

/// <summary>What the entries of its cases say about a room.</summary>
static class RoomStates
{
    /// <summary>Occupied by whoever came last; ready for a case that waits; to be cleaned after the last one of the day; else free.</summary>
    /// <param name="inside">Whose patients are in it, the last first.</param>
    /// <param name="cards">Those of its list and those that have left it, for another room too.</param>
    /// <param name="isOfDay">Whether an instant is of the day.</param>
    public static (RoomState State, DateTimeOffset? Since) Of(
        string room, IReadOnlyList<BoardCard> inside, IReadOnlyList<BoardCard> cards, Func<DateTimeOffset, bool> isOfDay)
    {
        if (inside.Count > 0)
            return (RoomState.Occupied, inside[0].Case.EnteredAt ?? inside[0].LastSeenEntering);
        BoardCard[] own = [.. cards.Where(c => c.Room == room)];
        var left = Last(own.Where(c => c.LeftOn is not null).Select(c => c.Case.LeftAt)
            .Concat(cards.Where(c => c.CameFrom == room).Select(c => c.Case.EnteredAt)));
        var ready = Last(own.Where(c => c.IsWaiting).Select(c => c.ReadiedAt));
        var clean = Last(own.Select(c => c.ReadiedAt).Concat(cards.Select(c => c.CleanedAt)));
        return ready is not null && !(ready < left) ? (RoomState.Ready, ready)
            : left is not null && !(clean >= left) ? (RoomState.Cleaning, left)
            : (RoomState.Free, clean);

        DateTimeOffset? Last(IEnumerable<DateTimeOffset?> instants) => instants.Where(i => i is { } instant && isOfDay(instant)).Max();
    }
}
