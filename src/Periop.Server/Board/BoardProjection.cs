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
            var before = await BeforeAsync(operations, stream.First(), cancellation);
            var after = before;
            foreach (var stored in stream)
                after = Fold(after, stored);
            folded.Keep(operations.TenantId, after!);
            var card = BoardCard.Of(after!, hospital, stream.Last().Sequence);
            if (before is not null && SameToSee(BoardCard.Of(before, hospital, card.Position), card))
                continue;
            operations.Store(card);
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
        one with { RecordedAt = other.RecordedAt, Case = other.Case } == other && BoardJson.Bytes(one.Case).AsSpan().SequenceEqual(BoardJson.Bytes(other.Case));
}
