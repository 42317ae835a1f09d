using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;
using Periop.Domain.Cases;
using Periop.Server.Cases;
using Periop.Server.Hospitals;

namespace Periop.Server.Board;

/// <summary>
/// Keeps the card of every case, and says once per batch that a hospital's board has changed. A group of its own, so that
/// nothing slow ever delays it.
/// </summary>
sealed class BoardProjection : ProjectionBase, IProjection
{
    readonly HospitalDirectory hospitals;
    readonly KeptCases folded;

    public BoardProjection(HospitalDirectory hospitals, KeptCases folded)
    {
        (this.hospitals, this.folded) = (hospitals, folded);
        Name = "Board";
        IncludeArchivedEvents = true;       // else a rebuild would lose the archived cases
        Options.BatchSize = 1000;
        Options.DeleteViewTypeOnTeardown<BoardCard>();
    }

    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        // the store leaves a tombstone where an append was rolled back: it belongs to no case, and to no hospital
        if (events.All(e => e.Data is Tombstone))
            return;
        var hospital = hospitals[operations.TenantId];
        var changed = false;
        foreach (var stream in events.Where(e => e.Data is not Tombstone).GroupBy(e => e.StreamId))
        {
            var surgicalCase = await BeforeAsync(operations, stream.First(), cancellation);
            var card = surgicalCase is null ? null : BoardCard.Of(surgicalCase, hospital, 0);
            var toStore = default(BoardCard);
            foreach (var stored in stream)      // one by one: the position is that of the entry that changed the card, however the entries are batched
            {
                surgicalCase = Fold(surgicalCase, stored);
                var next = BoardCard.Of(surgicalCase!, hospital, stored.Sequence);
                if (card is null || !SameToSee(card, next))
                    toStore = next;
                card = next;
            }

            folded.Keep(operations.TenantId, surgicalCase!);
            if (toStore is null)
                continue;
            operations.Store(toStore);
            changed = true;
        }

        if (changed)
            operations.QueueOperation(new BoardChanged(operations.TenantId));
    }

    /// <summary>The case before an event: as folded earlier, else from its stream. A state at a version is never anything else.</summary>
    async Task<SurgicalCase?> BeforeAsync(IDocumentOperations operations, IEvent first, CancellationToken cancellation)
    {
        if (first.Version == 1)
            return null;
        return folded.Find(operations.TenantId, first.StreamId) is { } known && known.Version == first.Version - 1
            ? known
            : CaseStream.Fold(null, await operations.Events.FetchStreamAsync(first.StreamId, version: first.Version - 1, token: cancellation));
    }

    static SurgicalCase? Fold(SurgicalCase? before, IEvent stored)
    {
        try
        {
            return CaseStream.Fold(before, [stored]);
        }
        catch (Exception cause)
        {
            throw new ApplyEventException(stored, cause);       // names the entry in the progression row
        }
    }

    static bool SameToSee(BoardCard one, BoardCard other) =>
        one with { Position = other.Position, RecordedAt = other.RecordedAt, Case = other.Case } == other && BoardJson.Bytes(one.Case).AsSpan().SequenceEqual(BoardJson.Bytes(other.Case));
}
