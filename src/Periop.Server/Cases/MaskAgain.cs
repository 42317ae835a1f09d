using Marten;
using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Store;

namespace Periop.Server.Cases;

/// <summary>
/// Makes maskings and erasures again on a database that was restored to a state before them. What is masked or erased already stays as
/// it is, so that the whole list can be given as often as one likes.
/// </summary>
sealed class MaskAgain(IDocumentStore store, CaseStream cases, WriteSessions writing, RuleBook rules, TimeProvider clock, EntryMetrics metrics)
{
    /// <summary>True when something was taken away that was there.</summary>
    public async Task<bool> MakeAsync(string hospital, MaskingRecord made, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession(hospital);
        return made is { Kind: MaskingKind.Entry, CaseId: { } caseId, EntryId: { } entryId }
            ? await MaskAsync(session, made, caseId, entryId, cancellation)
            : await EraseAsync(session, made, cancellation);
    }

    async Task<bool> MaskAsync(IDocumentSession session, MaskingRecord made, Guid caseId, Guid entryId, CancellationToken cancellation)
    {
        if (await cases.ReadAsync(session, caseId, cancellation) is not { } surgicalCase
            || !surgicalCase.Entries.TryGetValue(entryId, out var entry) || entry.Masked is not null)
            return false;
        var command = new MaskEntry { TargetEntryId = entryId, Reason = new Note($"made again after a restore; first made {made.At:u}") };
        var result = await RecordEntryHandler.Handle(
            new RecordEntry(caseId, made.Id, command, "", made.By, null, AccessOf(made, "masking", caseId)),
            session, writing, rules, clock, metrics, cancellation);
        return result is CommandResult.Recorded ? true
            : throw new InvalidOperationException($"Entry {entryId} of case {caseId} could not be masked: {result.GetType().Name}.");
    }

    async Task<bool> EraseAsync(IDocumentSession session, MaskingRecord made, CancellationToken cancellation)
    {
        if (await session.Query<PatientIdentity>().FirstOrDefaultAsync(p => p.PatientId == made.PatientId, cancellation) is not { } patient)
            return false;
        var write = writing.Begin(session, cancellation);
        write.Erase(patient, made);
        await write.CommitAsync(AccessOf(made, ErasePatient.Action, null) with { Outcome = "204" });
        return true;
    }

    AccessEntry AccessOf(MaskingRecord made, string action, Guid? caseId) =>
        AccessEntry.By(made.By, action, caseId, clock.GetUtcNow().ToMicroseconds());
}
