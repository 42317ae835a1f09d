using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;
using Periop.Domain.Cases;
using Periop.Server.Hospitals;
using Periop.Server.Store;

namespace Periop.Server.Board;

/// <summary>
/// Keeps the card of every case, and says once per batch that a hospital's board has changed. A group of its own, so that
/// nothing slow ever delays it.
/// </summary>
sealed class BoardProjection : ProjectionBase, IProjection
{
    public const string Board = "Board";

    /// <summary>The name of its row in the store's progression.</summary>
    public static readonly string Shard = EventTables.ShardOf(Board, BoardCard.Version);

    public static readonly HaltedHospitals Halted = new(Shard);

    readonly HospitalDirectory hospitals;
    readonly FoldedCases cases;
    readonly RuleBook rules;

    public BoardProjection(HospitalDirectory hospitals, FoldedCases cases, RuleBook rules)
    {
        (this.hospitals, this.cases, this.rules) = (hospitals, cases, rules);
        (Name, Version) = (Board, BoardCard.Version);
        IncludeArchivedEvents = true;       // else a rebuild would lose the archived cases
        Options.BatchSize = 1000;
        Options.DeleteViewTypeOnTeardown<BoardCard>();
        Options.DeleteDataInTableOnTeardown(Halted.FullName);
    }

    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        if (await Halted.ApplyAsync(operations, events, appliable => ShowAsync(operations, appliable, cancellation), cancellation))
            operations.QueueOperation(new BoardChanged(operations.TenantId));       // it says from now on that it has halted
    }

    async Task ShowAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        // what is of no case is of no board: a recall, or the tombstone that the store leaves where an append was rolled back
        var entries = events.Where(e => e.Data is CaseEvent).ToArray();
        if (entries.Length == 0)
            return;
        var hospital = await LastKnownHospital.FindAsync(hospitals, operations, cancellation);
        var states = await cases.BeforeAsync(operations, entries, cancellation);
        var changed = new List<BoardCard>();
        foreach (var stream in entries.GroupBy(e => e.StreamId))
        {
            var surgicalCase = states[stream.Key];
            var (toStore, at) = (default(BoardCard), stream.First());
            try
            {
                var card = surgicalCase is null ? null : BoardCard.Of(surgicalCase, hospital, rules, 0);
                foreach (var stored in stream)      // one by one: the position is that of the entry that changed the card, however the entries are batched
                {
                    at = stored;
                    surgicalCase = CaseStream.Fold(surgicalCase, [stored]);
                    var next = BoardCard.Of(surgicalCase!, hospital, rules, stored.Sequence);
                    if (card is null || !SameToSee(card, next))
                        toStore = next;
                    card = next;
                }
            }
            catch (Exception cause) when (cause is not OutOfMemoryException)
            {
                throw new ApplyEventException(at, cause);
            }

            states[stream.Key] = surgicalCase;
            if (toStore is not null)
                changed.Add(toStore);
        }

        cases.Keep(operations.TenantId, states.Values);
        if (changed.Count == 0)
            return;
        operations.Store<BoardCard>(changed);
        operations.QueueOperation(new BoardChanged(operations.TenantId));
    }

    static bool SameToSee(BoardCard one, BoardCard other) =>
        one with { Position = other.Position, RecordedAt = other.RecordedAt, Case = other.Case } == other
        && BoardJson.Bytes(one.Case).AsSpan().SequenceEqual(BoardJson.Bytes(other.Case));
}
