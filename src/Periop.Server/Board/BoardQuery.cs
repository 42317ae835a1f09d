using System.Text.Json.Serialization;
using Periop.Server.Access;
using Periop.Server.Hospitals;

namespace Periop.Server.Board;

/// <summary>The board.</summary>
/// <param name="Date">Of this local day; null: of now.</param>
/// <param name="With">When the entry was recorded that has to be on it: whoever asks has just recorded it.</param>
sealed record BoardQuestion(DateOnly? Date, [property: JsonIgnore] DateTimeOffset? With = null) : Question("board");

/// <summary>The board of now and its changes.</summary>
/// <param name="Seen">The position that the screen has seen before it reconnected.</param>
sealed record BoardStreamQuestion(long? Seen) : Question("board-stream");

/// <summary>A board's messages to one screen, until it goes.</summary>
sealed record BoardMessages(IAsyncEnumerable<BoardMessage> All);

/// <summary>The board, once or live.</summary>
sealed class BoardQuery(Asking asking, BoardReader reader, BoardFeed feed, HospitalDirectory hospitals, TimeProvider clock)
{
    public static readonly string[] Roles = Role.BoardReaders;

    /// <summary>Screens expect a sign of life within five seconds.</summary>
    static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(4);

    /// <summary>
    /// How long somebody waits for an entry of their own; then the board is shown without it. It is well below what a request may take: at its end nothing
    /// would be shown at all.
    /// </summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    static readonly TimeSpan BeforeLookingAgain = TimeSpan.FromMilliseconds(50);

    public Task<Answer<BoardReading>> AskAsync(Caller caller, BoardQuestion question, CancellationToken cancellation) =>
        asking.AskAsync<BoardReading>(caller, question, Roles, async () =>
        {
            var hospital = hospitals[caller.Hospital];
            for (var begun = TimeProvider.System.GetTimestamp(); ; await Task.Delay(BeforeLookingAgain, cancellation))
            {
                var read = question.Date is { } day
                    ? await reader.OfDayAsync(hospital, day, clock.GetUtcNow(), cancellation)
                    : await reader.NowAsync(hospital, clock.GetUtcNow(), cancellation);
                if (question.With is not { } own || ShowsWhatItCan(read, own) || TimeProvider.System.GetElapsedTime(begun) > Patience)
                    return read;
            }
        }, read => new Disclosure(read.Board.CaseIds.Count, read.Board.CaseIds));

    /// <summary>Whether waiting brings nothing: the entry is shown, or changes nothing that is, or nothing is shown any more.</summary>
    static bool ShowsWhatItCan(BoardReading read, DateTimeOffset own) =>
        read.Board.AsOf >= own || read.Behind == 0 || read.Board.HaltedSince is not null;

    /// <summary>The messages begin when they are asked for, and end with the cancellation.</summary>
    public Task<Answer<BoardMessages>> AskAsync(Caller caller, BoardStreamQuestion question, CancellationToken cancellation) =>
        asking.AskAsync<BoardMessages>(
            caller, question, Roles,
            () => Task.FromResult<Answer<BoardMessages>>(new BoardMessages(feed.WatchAsync(caller.Hospital, question.Seen, PingEvery, cancellation))),
            _ => new Disclosure(0));
}
