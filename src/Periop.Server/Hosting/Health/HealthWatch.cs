namespace Periop.Server.Hosting.Health;

/// <summary>
/// The latest reading, at most two seconds old for whoever asks, however many ask. It looks by itself every few seconds, so that the
/// log and the metrics tell of a change also when nobody probes.
/// </summary>
sealed class HealthWatch(StoreReader reader, ILogger<HealthWatch> log) : BackgroundService
{
    static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    readonly Lock gate = new();
    Task<HealthReading>? asked;
    long askedAt;
    string? told;
    string toldUnconfigured = "", toldHalted = "";

    /// <summary>As last read; null before the first.</summary>
    public HealthReading? Latest { get; private set; }

    /// <summary>A reading that is at most two seconds old. A database that hangs is away after two seconds.</summary>
    public async Task<HealthReading> ReadAsync(CancellationToken cancellation)
    {
        var reading = await AnswerAsync().WaitAsync(cancellation);
        Latest = reading;
        Tell(reading);
        TellHospitals(reading);
        return reading;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await ((Task)ReadAsync(stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Delay(LookEvery, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task<HealthReading> AnswerAsync()
    {
        try
        {
            return await Ask().WaitAsync(Patience);
        }
        catch (Exception)       // every reason means the same to whoever asks; the log has it where it hurts
        {
            return HealthReading.StoreAway;
        }
    }

    /// <summary>One question at a time: while an earlier one hangs, no other is sent after it.</summary>
    Task<HealthReading> Ask()
    {
        lock (gate)
        {
            var isFresh = TimeProvider.System.GetElapsedTime(askedAt) < Fresh;
            if (asked is null || (asked.IsCompleted && !isFresh))
            {
                askedAt = TimeProvider.System.GetTimestamp();
                asked = AskInTimeAsync();
            }

            return asked;
        }
    }

    async Task<HealthReading> AskInTimeAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        return await Task.Run(() => reader.ReadAsync(timeout.Token), timeout.Token);
    }

    /// <summary>One line per change.</summary>
    void Tell(HealthReading reading)
    {
        var now = reading.StoreIsUp
            ? string.Join(", ", reading.Projections.Where(p => p.State is ProjectionState.Paused).Select(p => $"{p.Name} is paused ({p.Failure})")
                .Concat(reading.Mark.IsStuck ? ["the high-water mark is stuck"] : [])
                .Concat(reading.IsWritable ? [] : ["the store takes nothing that is written"]))
            : "the store is away";
        if (Interlocked.Exchange(ref told, now) is var before && before == now)
            return;
        if (now.Length > 0)
            log.LogError("Not ready: {Reasons}", now);
        else if (before is not null)
            log.LogInformation("Ready again");
    }

    /// <summary>One line per change: health says how many hospitals there are, the log says which.</summary>
    void TellHospitals(HealthReading reading)
    {
        if (!reading.StoreIsUp)
            return;
        var unconfigured = string.Join(", ", reading.UnconfiguredHospitals);
        if (Interlocked.Exchange(ref toldUnconfigured, unconfigured) != unconfigured && unconfigured.Length > 0)
            log.LogWarning("Hospitals that have recorded and are not configured: {Hospitals}", unconfigured);
        var halted = string.Join(", ", reading.Projections.SelectMany(p => p.Halts.Select(h => $"{p.Name} for {h.Hospital} at {h.Position} ({h.Reason})")));
        if (Interlocked.Exchange(ref toldHalted, halted) != halted && halted.Length > 0)
            log.LogError("Halted: {Projections}", halted);
    }
}
