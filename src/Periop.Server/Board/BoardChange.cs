namespace Periop.Server.Board;

/// <summary>What a screen has to be told so that it shows another board than it does. Pure: it reads nothing and waits for nothing.</summary>
static class BoardChange
{
    /// <param name="shown">What the screen has been told of so far.</param>
    public static IEnumerable<BoardMessage> Between(RoomBoard shown, RoomBoard now)
    {
        var rooms = ChangedRooms(shown, now).ToArray();
        if (IsOtherAltogether(shown, now, rooms.Length > 0))
            return [new BoardMessage.Whole(now)];
        // Only the last message carries the position: a screen cut off before it asks again for all of them
        return rooms.Select((room, at) => new BoardMessage.Changed(room, at == rooms.Length - 1 ? now.Position : shown.Position));
    }

    /// <summary>Whether a screen that has seen a position before it was cut off shows what was read now, and need be told nothing.</summary>
    /// <param name="seen">The position of the last message it has had; null: none.</param>
    public static bool IsNone(long? seen, BoardReading now) => seen == now.Board.Position && now.IsAsItsPositionSays;

    static IEnumerable<BoardRoom> ChangedRooms(RoomBoard before, RoomBoard now)
    {
        var known = before.Rooms.ToDictionary(r => r.Room, r => r.Bytes);
        return now.Rooms.Where(room => !known.TryGetValue(room.Room, out var bytes) || !bytes.AsSpan().SequenceEqual(room.Bytes))
            .Concat(before.Rooms.Where(gone => now.Rooms.All(r => r.Room != gone.Room)).Select(gone => gone.Emptied()));
    }

    /// <summary>
    /// Whether more has changed than rooms; or they have and the position has not, because time has passed: then a screen that got half of
    /// them would not know it.
    /// </summary>
    static bool IsOtherAltogether(RoomBoard shown, RoomBoard now, bool roomsChanged) =>
        (roomsChanged && now.Position == shown.Position) || now.Date != shown.Date || now.HaltedSince != shown.HaltedSince
        || !now.UnclosedBytes.AsSpan().SequenceEqual(shown.UnclosedBytes);
}
