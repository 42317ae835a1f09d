using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Marten;
using Npgsql;
using Periop.Server.Hospitals;
using Periop.Server.Hosting.Health;

namespace Periop.Server.Board;

/// <summary>
/// This node's copy of the boards that someone is looking at. It is read anew when any node says that it changed, after every
/// reconnect, and every few seconds: a notification can get lost, a board may not.
/// </summary>
sealed class BoardFeed(IDocumentStore store, NpgsqlDataSource database, HospitalDirectory hospitals, TimeProvider clock, ScreenMetrics metrics, ILogger<BoardFeed> log, HealthWatch health) : BackgroundService
{
    static readonly TimeSpan ReadAnew = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Coalesce = TimeSpan.FromMilliseconds(50);

    readonly ConcurrentDictionary<string, Watched> watched = new();

    /// <summary>The board and its changes, for one screen, until it goes or the server stops. A slow screen gets fewer, later changes.</summary>
    /// <param name="seen">The position that the screen has seen before it reconnected.</param>
    public async IAsyncEnumerable<SseItem<object>> WatchAsync(
        string hospital, long? seen, TimeSpan pingEvery, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var board = watched.GetOrAdd(hospital, _ => new Watched());
        using var watching = board.Watch();
        using var screen = metrics.Screen();
        var changed = board.Changed;
        await ReadAsync(hospital, cancellation);
        var shown = board.Current!;
        // a first message in any case: until there is one, the screen does not know that it is connected
        yield return seen == shown.Position && ChangedToday(shown) ? Ping() : Message(shown, "snapshot", shown.Position);
        while (!cancellation.IsCancellationRequested)
        {
            if (!await SignalledAsync(changed, pingEvery, cancellation))
            {
                if (cancellation.IsCancellationRequested)
                    yield break;
                yield return Ping();
                continue;
            }

            changed = board.Changed;
            var now = board.Current!;
            if (now.Date != shown.Date)
                yield return Message(now, "snapshot", now.Position);
            else
            {
                // Only the last message carries the position: a screen cut off before it asks again for all of them
                var rooms = ChangedRooms(shown, now).ToArray();
                for (var i = 0; i < rooms.Length; i++)
                    yield return Message(rooms[i], "change", i == rooms.Length - 1 ? now.Position : shown.Position);
            }

            shown = now;
        }
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
        var due = new ConcurrentDictionary<string, bool>();
        var all = true;     // after a reconnect too: what was notified meanwhile is lost
        await using var connection = await database.OpenConnectionAsync(cancellation);
        connection.Notification += (_, notice) => due[notice.Payload] = true;
        await using (var listen = new NpgsqlCommand($"listen {BoardChanged.Channel}", connection))
            await listen.ExecuteNonQueryAsync(cancellation);
        while (true)
        {
            foreach (var hospital in watched.Where(w => w.Value.Watchers > 0 && (all || due.TryRemove(w.Key, out _))).Select(w => w.Key))
                await ReadAsync(hospital, cancellation);
            all = !await connection.WaitAsync(ReadAnew, cancellation);
            if (!all)
                await Task.Delay(Coalesce, cancellation);
        }
    }

    /// <summary>One at a time, so that what was read later is shown later.</summary>
    async Task ReadAsync(string hospital, CancellationToken cancellation)
    {
        var board = watched[hospital];
        await board.Reading.WaitAsync(cancellation);
        try
        {
            board.Show(await RoomBoard.NowAsync(store, database, hospitals[hospital], clock.GetUtcNow(), cancellation));
        }
        finally
        {
            board.Reading.Release();
        }
    }

    static IEnumerable<BoardRoom> ChangedRooms(RoomBoard before, RoomBoard now)
    {
        var known = before.Rooms.ToDictionary(r => r.Room, r => r.Bytes);
        return now.Rooms.Where(room => !known.TryGetValue(room.Room, out var bytes) || !bytes.AsSpan().SequenceEqual(room.Bytes))
            .Concat(before.Rooms.Where(gone => now.Rooms.All(r => r.Room != gone.Room)).Select(gone => new BoardRoom(gone.Room, null, null, [])));
    }

    /// <summary>A screen that saw this position today has today's list; yesterday's looks the same by its position.</summary>
    bool ChangedToday(RoomBoard board) => board.AsOf is { } asOf && hospitals[board.Hospital].DateOf(asOf) == board.Date;

    SseItem<object> Ping() => new(new BoardPing(clock.GetUtcNow(), health.BoardLag), "ping");

    static SseItem<object> Message(object body, string type, long position) =>
        new(body, type) { EventId = position.ToString(), ReconnectionInterval = TimeSpan.FromSeconds(1) };

    /// <summary>False when nothing happened for a while, or the screen has gone.</summary>
    static async Task<bool> SignalledAsync(Task changed, TimeSpan patience, CancellationToken cancellation)
    {
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

    /// <param name="Behind">How many entries the store has that the board does not show yet; null when that is not known.</param>
    sealed record BoardPing(DateTimeOffset At, long? Behind);

    /// <summary>One hospital's board on this node, and who waits for its next change.</summary>
    sealed class Watched
    {
        readonly Lock gate = new();

        /// <summary>Held by whoever reads the board.</summary>
        public SemaphoreSlim Reading { get; } = new(1);

        TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        byte[] bytes = [];
        int watchers;

        public RoomBoard? Current { get; private set; }

        public int Watchers => Volatile.Read(ref watchers);

        /// <summary>Completes when a later board is shown.</summary>
        public Task Changed
        {
            get
            {
                lock (gate)
                    return next.Task;
            }
        }

        public IDisposable Watch()
        {
            Interlocked.Increment(ref watchers);
            return new Watching(this);
        }

        /// <summary>Takes a board that was read.</summary>
        public void Show(RoomBoard board)
        {
            lock (gate)
            {
                var now = BoardJson.Bytes(board);
                if (now.AsSpan().SequenceEqual(bytes))
                    return;
                (Current, bytes) = (board, now);
                var waiting = next;
                next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                waiting.SetResult();
            }
        }

        sealed class Watching(Watched board) : IDisposable
        {
            public void Dispose() => Interlocked.Decrement(ref board.watchers);
        }
    }
}
