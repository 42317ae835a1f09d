using System.Net.ServerSentEvents;
using Periop.Server.Hospitals;

namespace Periop.Server.Board;

/// <summary>Tells one screen in words what the feed says: it keeps the board that the screen has been told of.</summary>
/// <param name="clock">What the hospital's clocks show.</param>
/// <param name="real">By which a lag is measured, also under a simulated clock.</param>
/// <param name="leads">Where its rows lead whoever looks at it.</param>
sealed class ScreenTold(Hospital hospital, TimeProvider clock, TimeProvider real, RowLeads leads = RowLeads.Nowhere)
{
    /// <summary>An entry that is being worked out is no lag.</summary>
    static readonly TimeSpan Worth = TimeSpan.FromSeconds(10);

    RoomBoard? board;
    long caughtUp = real.GetTimestamp();
    bool isBehind;

    /// <summary>The event of a message. The first tells of the whole board.</summary>
    public SseItem<object> Tell(BoardMessage message)
    {
        switch (message)
        {
            case BoardMessage.Whole whole:
                board = whole.Board;
                return Event("snapshot", message, _ => true);
            case BoardMessage.Changed changed:
                board = board! with { Rooms = [.. With(board!.Rooms, changed.Room)] };
                return Event("change", message, room => room == changed.Room.Room);
            case BoardMessage.Ping ping:
                isBehind = ping.Behind is not 0;
                if (!isBehind)
                    caughtUp = real.GetTimestamp();
                return Event("ping", message, _ => false);
            default:
                throw new InvalidOperationException($"{message.GetType().Name} has no event.");
        }
    }

    SseItem<object> Event(string type, BoardMessage message, Func<string, bool> isTold)
    {
        var lag = real.GetElapsedTime(caughtUp);
        var screen = BoardScreen.Of(board!, hospital, clock.GetUtcNow(), isBehind && lag >= Worth ? lag : null, leads);
        return BoardEndpoints.Item(type, screen with { Rows = [.. screen.Rows.Where(row => isTold(row.Room))] }, message);
    }

    static IEnumerable<BoardRoom> With(IReadOnlyList<BoardRoom> rooms, BoardRoom changed) =>
        rooms.Any(room => room.Room == changed.Room) ? rooms.Select(room => room.Room == changed.Room ? changed : room) : rooms.Append(changed);
}
