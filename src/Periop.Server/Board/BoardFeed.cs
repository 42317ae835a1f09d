using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Npgsql;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Board;

/// <summary>
/// This node's copy of the boards that someone is looking at. It is read anew when any node says that it changed, after every
/// reconnect, and every few seconds: a notification can get lost, a board may not.
/// </summary>
sealed class BoardFeed(
    BoardReader reader, NpgsqlDataSource database, HospitalDirectory hospitals, TimeProvider clock, ScreenMetrics metrics,
    ILogger<BoardFeed> log) : BackgroundService
{
    static readonly TimeSpan ReadAnew = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Coalesce = TimeSpan.FromMilliseconds(50);

    readonly ConcurrentDictionary<string, LiveBoard> boards = new();

    /// <summary>The board and its changes, for one screen, until it goes or the server stops. A slow screen gets fewer, later changes.</summary>
    /// <param name="seen">The position that the screen has seen before it reconnected.</param>
    public async IAsyncEnumerable<BoardMessage> WatchAsync(
        string hospital, long? seen, TimeSpan pingEvery, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var board = boards.GetOrAdd(hospital, _ => new LiveBoard());
        using var watching = board.Watch();
        using var screen = metrics.Screen();
        var changed = board.Changed;
        await ReadAsync(hospital, board, cancellation);
        var first = board.Latest!;
        var shown = first.Board;
        // a first message in any case: until there is one, the screen does not know that it is connected
        yield return BoardChange.IsNone(seen, first) ? Ping() : new BoardMessage.Whole(shown);
        var pinged = TimeProvider.System.GetTimestamp();
        while (!cancellation.IsCancellationRequested)
        {
            // also while there is one change after the other: a screen knows by them what time it is, and how far the board is behind
            if (!await SignalledAsync(changed, pingEvery - TimeProvider.System.GetElapsedTime(pinged), cancellation))
            {
                if (cancellation.IsCancellationRequested)
                    yield break;
                pinged = TimeProvider.System.GetTimestamp();
                yield return Ping();
                continue;
            }

            changed = board.Changed;
            var now = board.Latest!.Board;
            foreach (var change in BoardChange.Between(shown, now))
                yield return change;
            shown = now;
        }

        BoardMessage.Ping Ping() => new(clock.GetUtcNow(), board.Behind, shown.Position);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception lost)
            {
                log.LogWarning("The board's listener lost the database ({Reason}); it tries again", lost.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
    }

    async Task ListenAsync(CancellationToken cancellation)
    {
        var heard = new ConcurrentQueue<(string Channel, string Payload)>();
        await using var connection = await database.OpenConnectionAsync(cancellation);
        connection.Notification += (_, notice) => heard.Enqueue((notice.Channel, notice.Payload));
        await using (var listen = new NpgsqlCommand($"listen {BoardChanged.Channel}; listen {RegisterNotice.Channel}", connection))
            await listen.ExecuteNonQueryAsync(cancellation);
        var readAll = default(long?);       // after a reconnect too: what was notified meanwhile is lost
        while (true)
        {
            var due = DueBy(heard);
            if (readAll is null || TimeProvider.System.GetElapsedTime(readAll.Value) >= ReadAnew)
                (due, readAll) = ([.. boards.Keys], TimeProvider.System.GetTimestamp());
            foreach (var (hospital, board) in boards.Where(b => b.Value.IsWatched && due.Contains(b.Key)))
                await ReadAsync(hospital, board, cancellation);
            if (await connection.WaitAsync(ReadAnew, cancellation))
                await Task.Delay(Coalesce, cancellation);
            await TakeInAsync(connection, cancellation);
        }
    }

    /// <summary>Takes in what has been notified meanwhile. A line that has died is found out by it: to who only listens it is a quiet one.</summary>
    static async Task TakeInAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var question = new NpgsqlCommand("select 1", connection) { CommandTimeout = (int)ReadAnew.TotalSeconds };
        await question.ExecuteScalarAsync(cancellation);
    }

    /// <summary>The hospitals whose boards may look otherwise for what was heard.</summary>
    HashSet<string> DueBy(ConcurrentQueue<(string Channel, string Payload)> heard)
    {
        var due = new HashSet<string>();
        while (heard.TryDequeue(out var notice))
            if (notice.Channel == BoardChanged.Channel)
                due.Add(notice.Payload);
            else if (RegisterNotice.Read(notice.Payload) is var change && boards.TryGetValue(change.Hospital, out var board) && board.IsConcernedBy(change))
                due.Add(change.Hospital);
        return due;
    }

    Task ReadAsync(string hospital, LiveBoard board, CancellationToken cancellation) =>
        board.ReadAsync(() => reader.NowAsync(hospitals[hospital], clock.GetUtcNow(), cancellation), cancellation);

    /// <summary>False when nothing happened for a while, or the screen has gone.</summary>
    static async Task<bool> SignalledAsync(Task changed, TimeSpan patience, CancellationToken cancellation)
    {
        if (patience <= TimeSpan.Zero)
            return false;
        try
        {
            await changed.WaitAsync(patience, cancellation);
            return true;
        }
        catch (Exception nothing) when (nothing is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }
}
