using JasperFx.Events;
using JasperFx.Events.Daemon;
using Marten;
using Periop.Domain.Cases;

namespace Periop.Server.Store;

/// <summary>
/// The cases of a batch as they were before it, for projections: as folded earlier, else from their streams. A case at a version is
/// never anything else, so it does not matter whether the batch that folded it was committed.
/// </summary>
sealed class FoldedCases(KeptCases kept)
{
    /// <summary>By stream; null for a case that begins with the batch. Archived cases are found too.</summary>
    /// <param name="events">Of one hospital, in the order of their positions.</param>
    /// <exception cref="ApplyEventException">This release cannot fold what came before the event.</exception>
    public async Task<Dictionary<Guid, SurgicalCase?>> BeforeAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var before = new Dictionary<Guid, SurgicalCase?>();
        var missing = new List<Guid>();
        foreach (var first in events.DistinctBy(e => e.StreamId))
        {
            var earlier = first.Version - 1;
            before[first.StreamId] =
                earlier > 0 && kept.Find(operations.TenantId, first.StreamId, earlier) is { } known && known.Version == earlier ? known : null;
            if (earlier > 0 && before[first.StreamId] is null)
                missing.Add(first.StreamId);
        }

        if (missing.Count > 0)
            foreach (var stream in (await EarlierAsync(operations, [.. missing], events[0].Sequence, cancellation)).GroupBy(e => e.StreamId))
                try
                {
                    before[stream.Key] = CaseStream.Fold(null, stream);
                }
                catch (Exception cause) when (cause is not OutOfMemoryException)
                {
                    throw new ApplyEventException(events.First(e => e.StreamId == stream.Key), cause);
                }

        return before;
    }

    /// <summary>Keeps the cases as they are after the batch.</summary>
    public void Keep(string hospital, IEnumerable<SurgicalCase?> after)
    {
        foreach (var surgicalCase in after)
            kept.Keep(hospital, surgicalCase!);
    }

    static Task<IReadOnlyList<IEvent>> EarlierAsync(IDocumentOperations operations, Guid[] streams, long position, CancellationToken cancellation) =>
        ((IQuerySession)operations).Events.QueryAllRawEvents()
            .Where(e => streams.Contains(e.StreamId) && e.Sequence < position
                && (e.IsArchived == true || e.IsArchived == false))     // both: unsaid, the archived are left out
            .OrderBy(e => e.Sequence).ToListAsync(cancellation);
}
