using JasperFx.Events;
using Marten;
using Periop.Domain.Implants.Recalls;

namespace Periop.Server.Store;

/// <summary>A recall's stream in the store: its announcement, and its end.</summary>
static class RecallStream
{
    public static void Configure(StoreOptions options) => options.Schema.For<Recall>().Duplicate(r => r.AnnouncedAt);

    /// <summary>Folds stored events onto a recall.</summary>
    public static Recall? Fold(Recall? soFar, IEnumerable<IEvent> stored) =>
        stored.Aggregate(soFar, (before, e) => Recall.Evolve(before, (RecallEvent)e.Data, e.Timestamp, e.UserName ?? ""));

    /// <summary>Adds an event, with the time and name it was decided with.</summary>
    public static void Append(
        IDocumentSession session, Guid recallId, RecallEvent happened, DateTimeOffset now, string by, WrittenVersions versions, bool isNew)
    {
        var stored = session.Events.BuildEvent(versions.AsWritten(happened));
        (stored.Timestamp, stored.UserName) = (now, by);
        if (isNew)
            session.Events.StartStream<Recall>(recallId, stored);
        else
            session.Events.Append(recallId, stored);
    }

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
