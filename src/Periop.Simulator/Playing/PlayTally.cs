using System.Collections.Concurrent;
using Periop.Simulator.Planning;

namespace Periop.Simulator.Playing;

/// <summary>Counts while several cases are played at once.</summary>
sealed class PlayTally
{
    readonly ConcurrentQueue<RefusedEntry> refused = new();
    int acknowledged, replayed, overridden, abandoned;

    public void Count(Acknowledged outcome)
    {
        Interlocked.Increment(ref acknowledged);
        if (outcome.IsReplay)
            Interlocked.Increment(ref replayed);
        if (outcome.WasOverridden)
            Interlocked.Increment(ref overridden);
    }

    public void CountReplay() => Interlocked.Increment(ref replayed);

    public void Count(PlannedEntry entry, Refused outcome) =>
        refused.Enqueue(new(entry.CaseNumber, entry.EntryId, entry.Name, outcome.Status, outcome.Code, outcome.Detail));

    public void CountAbandoned() => Interlocked.Increment(ref abandoned);

    public SimulationReport Report(int cases, int notYetDue, TimeSpan elapsed, string planHash) =>
        new(cases, acknowledged, replayed, overridden, [.. refused], abandoned, notYetDue, elapsed, planHash);
}
