namespace Periop.Server.Audit.Definitions;

/// <summary>
/// Has the shipped definitions published before anything is served. Where the store is away, or a server of a release runs that does not know
/// them, it goes on serving and tries again.
/// </summary>
sealed class PublishingAtStart(ShippedPublication publication, ILogger<PublishingAtStart> log) : BackgroundService, IHostedLifecycleService
{
    static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(5);

    bool isDone;
    string? told;

    public async Task StartingAsync(CancellationToken cancellationToken) => await TryAsync(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!isDone)
        {
            await Task.Delay(TryAgain, stoppingToken);
            await TryAsync(stoppingToken);
        }
    }

    /// <exception cref="StartRefusedException">What is shipped is not what was: it ends the program, also where the store was away at its start.</exception>
    async Task TryAsync(CancellationToken cancellation)
    {
        try
        {
            isDone = await publication.PublishAsync(cancellation);
            if (!isDone)
                Tell("a server of a release before runs, which would stop at it");
            foreach (var kept in isDone ? await publication.KeptAsync(cancellation) : [])
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
