using JasperFx.Events;
using Marten;
using Periop.Domain.Implants.Recalls;

namespace Periop.Server.Store;

/// <summary>A recall's stream in the store: its announcement, and its end.</summary>
static class RecallStream
{
    /// <summary>Folds stored events onto a recall.</summary>
    public static Recall? Fold(Recall? soFar, IEnumerable<IEvent> stored) =>
        stored.Aggregate(soFar, (before, e) => Recall.Evolve(before, (RecallEvent)e.Data, e.Timestamp, e.UserName ?? ""));

    /// <summary>The recalls of a batch as they were before it, by stream.</summary>
    public static async Task<Dictionary<Guid, Recall?>> BeforeAsync(
        IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var before = new Dictionary<Guid, Recall?>();
        foreach (var first in events.DistinctBy(e => e.StreamId))
            before[first.StreamId] = first.Version == 1 ? null
                : Fold(null, await operations.Events.FetchStreamAsync(first.StreamId, version: first.Version - 1, token: cancellation));
        return before;
    }
}
