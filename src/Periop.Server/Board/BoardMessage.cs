namespace Periop.Server.Board;

/// <summary>What a screen is told.</summary>
/// <param name="Position">The board that the screen has seen once it has this message and those before it.</param>
abstract record BoardMessage(long Position)
{
    /// <summary>All of the board: the first message, and again when more than rooms changes: the day, who is unclosed, or that it halts.</summary>
    public sealed record Whole(RoomBoard Board) : BoardMessage(Board.Position);

    /// <summary>One room, as it is now.</summary>
    public sealed record Changed(BoardRoom Room, long Position) : BoardMessage(Position);

    /// <summary>A sign of life.</summary>
    /// <param name="Behind">How many entries the store has that the board does not show yet; null when that is not known.</param>
    public sealed record Ping(DateTimeOffset At, long? Behind, long Position) : BoardMessage(Position);
}
