using Marten;
using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Store;
using UUIDNext;
using Wolverine.Runtime.Handlers;

namespace Periop.Server.Import;

/// <summary>One row of a file: a case and what happened in it.</summary>
/// <param name="TimeZone">The zone of times without offset.</param>
/// <param name="Corrections">The reason to correct times that differ; null when differences are only reported.</param>
public sealed record ImportRow(int Line, IReadOnlyList<ImportCell> Cells, string? TimeZone, Note? Corrections, string By, AccessEntry Access)
{
    /// <summary>What fails is logged with its message: that must not say anything about a patient.</summary>
    public override string ToString() => $"{nameof(ImportRow)} at line {Line}";
}

/// <summary>Records a row: every cell by the same decisions as at a screen, all of it in one transaction.</summary>
public static class ImportRowHandler
{
    /// <summary>The name space of the ids of imported entries (RFC 9562): never changes, or every file would be recorded again.</summary>
    static readonly Guid Namespace = new("6f0c53a2-5d5e-4b0e-9d0e-3c7e8d3f1b64");

    public static void Configure(HandlerChain chain) => LostRace.RunsAgain(chain);

    public static async Task<ImportedRow> Handle(
        ImportRow row, IDocumentSession session, WriteSessions writing, RuleBook rules, TimeProvider clock, CancellationToken cancellation)
    {
        var cells = new CellReader(row);
        if (cells.Read<Label>(ColumnNames.CaseNumber) is not { } caseNumber)
            return ImportedRow.RefusedWhole(
                cells.Refused.FirstOrDefault() ?? new RefusedCell(row.Line, ColumnNames.CaseNumber, "invalid-shape", "The row has no case number."));

        var write = writing.Begin(session, cancellation);
        await write.WaitToNameAsync();
        if (await FindAsync(caseNumber, write) is not ({ } caseId, var before))
            return ImportedRow.RefusedWhole(new RefusedCell(
                row.Line, ColumnNames.CaseNumber, "case-id-taken", "Another case stands under the id that rows of this number have."));
        var patient = cells.Read<Reference>("patientRef") is { } patientRef ? await write.PatientAsync(patientRef) : null;
        var import = new RowImport(row, cells, caseNumber, before, clock.GetUtcNow(), rules, column => EntryId(write.Hospital.Id, caseNumber, column));
        import.Schedule(caseId, patient);
        import.RecordTimes();

        if (import.Recorded.Count > 0)
            write.Record(before, import.Case!, import.Recorded, before is null ? patient : null);
        await write.CommitAsync(row.Access with { CaseId = caseId, PatientRef = patient?.Id, Outcome = "200" });
        return import.Result(caseId);
    }

    /// <summary>
    /// The case with this number, locked: one scheduled at a screen is the same case. Of cases entered in error, which gave their
    /// number back, nothing is added to; the next attempt is a case of its own. No id when another case stands under the one it would have:
    /// ids can be worked out beforehand, and whoever took one would be given another patient's times.
    /// </summary>
    static async Task<(Guid? CaseId, SurgicalCase? Case)> FindAsync(Label caseNumber, WriteSession write)
    {
        if (await write.CaseHoldingAsync(caseNumber.Value) is { } known)
            return (known, await write.LockCaseAsync(known));
        for (var attempt = 0; ; attempt++)
        {
            var caseId = EntryId(write.Hospital.Id, caseNumber, $"case/{attempt}");
            var found = await write.LockCaseAsync(caseId);
            if (found is null)
                return (caseId, null);
            if (found.Entries[caseId] is { Survives: true } scheduled)
                return ((CaseScheduled)scheduled.Event).CaseNumber == caseNumber ? (caseId, found) : (null, null);
        }
    }

    static Guid EntryId(string hospital, Label caseNumber, string columnAndOccurrence) =>
        Uuid.NewNameBased(Namespace, $"{hospital}/{caseNumber}/{columnAndOccurrence}");
}
