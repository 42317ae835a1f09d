using Periop.Server.Register;

namespace Periop.Server.Board;

/// <summary>One hospital's board on this node, and who waits for its next change.</summary>
sealed class LiveBoard
{
    /// <summary>After that long without a reading, it is not known how far the board is behind.</summary>
    static readonly TimeSpan Stale = TimeSpan.FromSeconds(15);

    readonly Lock gate = new();
    TaskCompletionSource next = NewSignal();
    byte[] bytes = [];
    BoardReading? latest;
    long begunAt, readAt;
    int screens;

    /// <summary>Held by whoever reads the board.</summary>
    SemaphoreSlim Turn { get; } = new(1);

    /// <summary>As last read; null before the first reading.</summary>
    public BoardReading? Latest => Volatile.Read(ref latest);

    public bool IsWatched => Volatile.Read(ref screens) > 0;

    /// <summary>How many entries the store has that the board does not show; null when that is not known.</summary>
    public long? Behind => TimeProvider.System.GetElapsedTime(Volatile.Read(ref readAt)) < Stale ? Volatile.Read(ref latest)?.Behind : null;

    /// <summary>Completes when another board is shown.</summary>
    public Task Changed
    {
        get
        {
            lock (gate)
                return next.Task;
        }
    }

    /// <summary>Whether the board may look otherwise for what changed in the register.</summary>
    public bool IsConcernedBy(RegisterNotice notice) => Volatile.Read(ref latest)?.Devices.AreConcernedBy(notice) is not false;

    /// <summary>Counts a screen until it is disposed of.</summary>
    public IDisposable Watch()
    {
        Interlocked.Increment(ref screens);
        return new Screen(this);
    }

    /// <summary>
    /// Reads the board, unless somebody else has begun to since this was asked: a thousand screens that come back together are shown by two readings.
    /// One at a time, so that what was read later is shown later.
    /// </summary>
    public async Task ReadAsync(Func<Task<BoardReading>> read, CancellationToken cancellation)
    {
        var asked = TimeProvider.System.GetTimestamp();
        await Turn.WaitAsync(cancellation);
        try
        {
            if (begunAt > asked)
                return;
            var begun = TimeProvider.System.GetTimestamp();
            Show(await read());
            begunAt = begun;
        }
        finally
        {
            Turn.Release();
        }
    }

    void Show(BoardReading reading)
    {
        var now = BoardJson.Bytes(reading.Board);
        lock (gate)
        {
            (latest, readAt) = (reading, TimeProvider.System.GetTimestamp());
            if (now.AsSpan().SequenceEqual(bytes))
                return;
            bytes = now;
            var waiting = next;
            next = NewSignal();
            waiting.SetResult();
        }
    }

    static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    sealed class Screen(LiveBoard board) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref board.screens);
    }
}
