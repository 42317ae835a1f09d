using JasperFx;
using JasperFx.Events.Daemon;
using Wolverine.Runtime;
using Wolverine.Runtime.Agents;

namespace Periop.Server.Hosting.Health;

/// <summary>
/// Starts projections of this server again that the libraries leave alone once they have failed, although what made them fail has passed: the
/// database was away in the middle of a batch, or somebody rebuilt the projection while it ran here.
/// </summary>
sealed class ResumeStopped(IWolverineRuntime runtime, HealthWatch watch, ILogger<ResumeStopped> log) : BackgroundService
{
    static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    /// <summary>A rebuild writes its position with every batch, many times in this time.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            if (watch.Latest is { StoreIsUp: true } reading)
                foreach (var agent in Agents().Where(agent => CanGoOn(agent, reading)))
                    await ResumeAsync(agent, stoppingToken);
    }

    IEnumerable<IEventSubscriptionAgent> Agents() =>
        ((WolverineRuntime)runtime).NodeController?.Agents.Values.OfType<IEventSubscriptionAgent>() ?? [];

    /// <summary>
    /// No event is to blame for a failure of another kind: it is tried until it passes. Who finds a position that is not its own waits until
    /// nobody else can be at work on it.
    /// </summary>
    static bool CanGoOn(IEventSubscriptionAgent agent, HealthReading reading) => agent switch
    {
        { Status: AgentStatus.Paused, Failure.Category: ShardFailureCategory.Other } => true,
        { Status: AgentStatus.Stopped, Failure.Category: ShardFailureCategory.ProgressionOutOfOrder } => StandsStill(agent, reading),
        _ => false,
    };

    static bool StandsStill(IEventSubscriptionAgent agent, HealthReading reading) => reading.Projections.Any(
        p => p.StoodStill >= Patience && agent.Uri.Segments.Any(s => s.Trim('/').Equals(p.Name, StringComparison.OrdinalIgnoreCase)));

    async Task ResumeAsync(IEventSubscriptionAgent agent, CancellationToken cancellation)
    {
        try
        {
            var failure = agent.Failure?.RootExceptionType;
            await agent.StopAsync(cancellation);
            await agent.StartAsync(cancellation);
            log.LogWarning("{Projection} goes on, which had stopped ({Reason})", agent.Uri, failure);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            log.LogError(fault, "{Projection} could not be started again; the next try is in {Seconds} s", agent.Uri, LookEvery.TotalSeconds);
        }
    }
}
