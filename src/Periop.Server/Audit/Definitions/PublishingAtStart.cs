namespace Periop.Server.Audit.Definitions;

/// <summary>
/// Has the shipped definitions published before the server starts. Where the store is away, or a server of a release runs that does not know
/// them, it goes on serving and tries again.
/// </summary>
sealed class PublishingAtStart(ShippedPublication publication, ILogger<PublishingAtStart> log) : BackgroundService
{
    static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(5);

    /// <summary>A start does not wait longer for a store that hangs. What is published by then is.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    bool isDone;
    string? told;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!isDone)
        {
            await Task.Delay(TryAgain, stoppingToken);
            await TryAsync(stoppingToken);
        }
    }

    /// <summary>Publishes them, if that can be done by now.</summary>
    /// <exception cref="StartRefusedException">What is shipped is not what was. It ends the program also where the store was away at its start.</exception>
    public async Task TryAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            isDone = await publication.PublishAsync(patience.Token);
            if (!isDone)
                Tell("a server of a release before runs, which would stop at it");
            foreach (var kept in isDone ? await publication.KeptAsync(patience.Token) : [])
                log.LogWarning("{Kept}", kept);
        }
        catch (Exception away) when (away is not StartRefusedException && !cancellation.IsCancellationRequested)
        {
            Tell(away.GetBaseException().GetType().Name);
        }
    }

    void Tell(string reason)
    {
        if (reason != told)     // once, not every time
            log.LogWarning("The definitions of this release cannot be published yet ({Reason}); it is tried again", reason);
        told = reason;
    }
}
