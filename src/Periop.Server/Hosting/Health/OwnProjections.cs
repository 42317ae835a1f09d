using JasperFx;
using JasperFx.Events.Daemon;
using Npgsql;
using Periop.Server.Store;
using Wolverine;
using Wolverine.Runtime;
using Wolverine.Runtime.Agents;

namespace Periop.Server.Hosting.Health;

/// <summary>
/// Starts projections of this server again that the libraries leave alone once they have failed, although what made them fail has passed: the
/// database was away in the middle of a batch, or somebody rebuilt the projection while it ran here. A server that was frozen, and given up meanwhile,
/// lets go of what another has taken over: two that run the same one break off each other's batches for ever.
/// </summary>
sealed class OwnProjections(IWolverineRuntime runtime, NpgsqlDataSource database, HealthWatch watch, ILogger<OwnProjections> log) : BackgroundService
{
    static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    /// <summary>A rebuild writes its position with every batch, many times in this time.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            if (watch.Latest is { StoreIsUp: true } reading)
                foreach (var agent in Agents())
                    try
                    {
                        await LookAfterAsync(agent, reading, stoppingToken);
                    }
                    catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
                    {
                        log.LogError(fault, "{Projection} could not be looked after; the next try is in {Seconds} s", agent.Uri, LookEvery.TotalSeconds);
                    }
    }

    async Task LookAfterAsync(IEventSubscriptionAgent agent, HealthReading reading, CancellationToken cancellation)
    {
        if (runtime.Options.Durability.Mode is DurabilityMode.Balanced && await IsOfAnotherAsync(agent, cancellation))
        {
            await runtime.Agents.StopLocallyAsync(agent.Uri);
            log.LogWarning("{Projection} is let go of, which another server has taken over", agent.Uri);
        }
        else if (CanGoOn(agent, reading))
        {
            var failure = agent.Failure?.RootExceptionType;
            await agent.StopAsync(cancellation);
            await agent.StartAsync(cancellation);
            log.LogWarning("{Projection} goes on, which had stopped ({Reason})", agent.Uri, failure);
        }
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

    async Task<bool> IsOfAnotherAsync(IEventSubscriptionAgent agent, CancellationToken cancellation)
    {
        await using var question = database.CreateCommand(
            $"select exists (select from {EventTables.NodeAssignments} where id = $1 and node_id <> $2)");
        question.Parameters.Add(new() { Value = $"{agent.Uri}" });
        question.Parameters.Add(new() { Value = runtime.Options.UniqueNodeId });
        return await question.ExecuteScalarAsync(cancellation) is true;
    }
}
