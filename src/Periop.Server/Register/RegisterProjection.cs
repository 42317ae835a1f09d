using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;
using Periop.Domain.Cases;
using Periop.Domain.Implants.Recalls;
using Periop.Domain.Outcomes;
using Periop.Server.Cases;
using Periop.Server.Implants.Recalls;

namespace Periop.Server.Register;

/// <summary>
/// Keeps the register: works out the rows of a stream before and after each of its events and writes the difference, closed and
/// opened at the event's position. A group of its own; a rebuild is the same code.
/// </summary>
sealed class RegisterProjection : ProjectionBase, IProjection
{
    public const string Register = "Register";

    /// <summary>The name of its row in the store's progression.</summary>
    public const string Shard = Register + ":All";

    readonly FoldedCases cases;

    public RegisterProjection(FoldedCases cases)
    {
        this.cases = cases;
        Name = Register;
        IncludeArchivedEvents = true;       // else a rebuild would lose the archived cases
        Options.BatchSize = 2000;
        Options.MaximumHopperSize = 6000;
        foreach (var table in RegisterTable.All)
            Options.DeleteDataInTableOnTeardown(table.FullName);
    }

    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var changes = RegisterTable.All.ToDictionary(table => table, table => new RegisterChanges(table));
        var caseStates = await cases.BeforeAsync(operations, [.. events.Where(e => e.Data is CaseEvent)], cancellation);
        var recallStates = await RecallStream.BeforeAsync(operations, [.. events.Where(e => e.Data is RecallEvent)], cancellation);
        foreach (var happened in events)
            try
            {
                var (before, after) = happened.Data switch
                {
                    CaseEvent => (RegisterRows.Of(caseStates[happened.StreamId]), RegisterRows.Of(caseStates[happened.StreamId] = CaseStream.Fold(caseStates[happened.StreamId], [happened]))),
                    RecallEvent => (RegisterRows.Of(recallStates[happened.StreamId]), RegisterRows.Of(recallStates[happened.StreamId] = RecallStream.Fold(recallStates[happened.StreamId], [happened]))),
                    _ => ([], []),      // the store leaves a tombstone where an append was rolled back
                };
                foreach (var table in changes.Values)
                    table.Replace(before, after, happened);
            }
            catch (Exception cause)
            {
                throw new ApplyEventException(happened, cause);       // names the entry in the progression row
            }

        cases.Keep(operations.TenantId, caseStates.Values);
        foreach (var (table, change) in changes)
            if (change.Opened.Count + change.Closed.Count > 0)
                operations.QueueOperation(new WriteRegister(table, operations.TenantId, change));
    }
}
