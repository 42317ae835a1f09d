using Marten;
using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Store;
using Wolverine.Runtime.Handlers;

namespace Periop.Server.Import;

/// <summary>How a file is to be taken.</summary>
/// <param name="ImportId">Under which it can be taken back; null when nothing is to be recorded.</param>
/// <param name="TimeZone">The zone of times without offset.</param>
/// <param name="Corrections">The reason to correct what differs; null when differences are only reported.</param>
/// <param name="Again">Whether what was entered in error, or taken back with its file, is begun anew.</param>
public sealed record ImportOrder(Guid? ImportId, string? TimeZone, Note? Corrections, bool Again, string By)
{
    public bool IsDryRun => ImportId is null;
}

/// <summary>One row of a file: a case and what happened in it.</summary>
public sealed record ImportRow(int Line, IReadOnlyList<ImportCell> Cells, ImportOrder Order, AccessEntry Access)
{
    /// <summary>In a dry run, the rows of the same number before it: what they would have recorded is not there.</summary>
    public IReadOnlyList<ImportRow> Before { get; init; } = [];

    /// <summary>What fails is logged with its message: that must not say anything about a patient.</summary>
    public override string ToString() => $"{nameof(ImportRow)} at line {Line}";
}

/// <summary>Records a row: every cell by the same decisions as at a screen, all of it in one transaction.</summary>
public static class ImportRowHandler
{
    public static void Configure(HandlerChain chain) => LostRace.RunsAgain(chain);

    public static async Task<ImportedRow> Handle(
        ImportRow row, IDocumentSession session, WriteSessions writing, RuleBook rules, TimeProvider clock, CancellationToken cancellation)
    {
        var write = writing.Begin(session, cancellation);
        var cells = new CellReader(row, write.Hospital.TimeZone);
        if (cells.Read<Label>(ColumnNames.CaseNumber) is not { } caseNumber)
            return ImportedRow.RefusedWhole(
                cells.Refused.FirstOrDefault() ?? new RefusedCell(row.Line, ColumnNames.CaseNumber, "invalid-shape", "The row has no case number."));
        if (!row.Order.IsDryRun)
            await write.WaitToNameAsync();
        var place = await CasePlace.FindAsync(caseNumber, row.Order.Again, write);
        if (place.WhyNot is { } why)
        {
            await write.CommitAsync(row.Access with { CaseId = place.CaseId, Outcome = "409" });
            return ImportedRow.RefusedWhole(new RefusedCell(row.Line, ColumnNames.CaseNumber, why.Code, why.Detail));
        }

        var patients = new Dictionary<string, PatientIdentity>();
        async Task<RowRecord> JudgeAsync(ImportRow told, CellReader read, SurgicalCase? before)
        {
            var patient = await PatientOfAsync(read, place, before, write, patients);
            var record = new RowRecord(
                told, read, caseNumber, before, clock.GetUtcNow(), rules, write.Hospital.Rooms,
                column => DerivedId.Of(write.Hospital.Id, caseNumber, column));
            new PlanOfRow(record).Take(place.CaseId, patient);
            if (record.Case is not null)
                new TimesOfRow(record).Take();
            return record;
        }

        var known = place.Case;
        foreach (var earlier in row.Before)
            known = (await JudgeAsync(earlier, new CellReader(earlier, write.Hospital.TimeZone), known)).Case;
        var judged = await JudgeAsync(row, cells, known);
        var patientRef = cells.Cell(ColumnNames.Patient) is { } cell ? patients.GetValueOrDefault(cell.Text) : null;
        if (judged.Recorded.Count > 0 && row.Order.ImportId is { } importId)
        {
            write.Record(known, judged.Case!, judged.Recorded, judged.NamesPatient ? patientRef : null);
            session.Insert(ImportedEntries.Of(importId, place.CaseId, judged.Recorded));
        }

        await write.CommitAsync(row.Access with { CaseId = place.CaseId, PatientRef = patientRef?.Id, Outcome = "200" });
        return judged.Result(place.CaseId);
    }

    /// <summary>
    /// Who the row says the patient is. Of a patient who was erased nobody can tell any more who it was: a file does not make the
    /// identity anew for a case that had it.
    /// </summary>
    static async Task<PatientIdentity?> PatientOfAsync(
        CellReader cells, CasePlace place, SurgicalCase? before, WriteSession write, Dictionary<string, PatientIdentity> patients)
    {
        if (cells.Read<Reference>(ColumnNames.Patient) is not { } patientRef)
            return null;
        var patient = patients.TryGetValue(patientRef.Value, out var known) ? known : await write.PatientAsync(patientRef);
        var earlier = (before ?? place.EnteredInError) is { } surgicalCase ? Plan.Of(surgicalCase.Surviving()).PatientId : null;
        if (earlier is { } had && had != patient.PatientId && patients.Values.All(p => p.PatientId != had) && await write.IsErasedAsync(had))
        {
            cells.Refuse(ColumnNames.Patient, "patient-erased", "The patient of this case was erased. Who it was is not recorded again.");
            return null;
        }

        return patients[patientRef.Value] = patient;
    }
}
