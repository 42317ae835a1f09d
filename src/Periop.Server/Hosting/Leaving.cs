namespace Periop.Server.Hosting;

/// <summary>
/// A server that is told to end serves on for a moment. It is not ready any more, and every answer asks to connect anew, so that no entry is sent into a
/// connection that is just being closed: its sender would not know whether it was recorded.
/// </summary>
sealed class Leaving(IHostEnvironment environment) : IHostedLifecycleService
{
    /// <summary>A developer does not wait.</summary>
    readonly TimeSpan moment = environment.IsDevelopment() ? TimeSpan.Zero : TimeSpan.FromSeconds(2);

    /// <summary>Before anything of the server stops.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken) =>
        await Task.Delay(moment, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
