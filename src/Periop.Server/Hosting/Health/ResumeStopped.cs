using JasperFx;
using JasperFx.Events.Daemon;
using Wolverine.Runtime;
using Wolverine.Runtime.Agents;

namespace Periop.Server.Hosting.Health;

/// <summary>
/// Starts a projection of this server again that stopped because somebody else has written how far it is: it was rebuilt while it ran here.
/// The libraries leave it stopped, since another process could be at work on it. None is once its position stands still.
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
            foreach (var agent in Stopped())
                await ResumeAsync(agent, stoppingToken);
    }

    IEnumerable<IEventSubscriptionAgent> Stopped() =>
        ((WolverineRuntime)runtime).NodeController?.Agents.Values.OfType<IEventSubscriptionAgent>().Where(agent =>
            agent is { Status: AgentStatus.Stopped, Failure.Category: ShardFailureCategory.ProgressionOutOfOrder } && StandsStill(agent.Uri)) ?? [];

    bool StandsStill(Uri agent) => watch.Latest is { StoreIsUp: true } reading && reading.Projections.Any(
        p => p.StoodStill >= Patience && agent.Segments.Any(s => s.Trim('/').Equals(p.Name, StringComparison.OrdinalIgnoreCase)));

    async Task ResumeAsync(IEventSubscriptionAgent agent, CancellationToken cancellation)
    {
        try
        {
            await agent.StopAsync(cancellation);
            await agent.StartAsync(cancellation);
            log.LogWarning("{Projection} goes on from where its rebuild has left it", agent.Uri);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            log.LogError(fault, "{Projection} could not be started again; the next try is in {Seconds} s", agent.Uri, LookEvery.TotalSeconds);
        }
    }
}
