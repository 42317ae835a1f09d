using Marten;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Cases;
using Periop.Server.Hospitals;
using UUIDNext;
using Wolverine.Runtime.Handlers;

namespace Periop.Server.Import;

/// <summary>One row of a file: a case and what happened in it.</summary>
/// <param name="TimeZone">The zone of times without offset.</param>
/// <param name="Corrections">The reason to correct times that differ; null when differences are only reported.</param>
public sealed record ImportRow(int Line, IReadOnlyList<ImportCell> Cells, string? TimeZone, Note? Corrections, string By, AccessEntry Access);

/// <summary>Records a row: every cell by the same decisions as at a screen, all of it in one transaction.</summary>
public static class ImportRowHandler
{
    /// <summary>The name space of the ids of imported entries (RFC 9562): never changes, or every file would be recorded again.</summary>
    static readonly Guid Namespace = new("6f0c53a2-5d5e-4b0e-9d0e-3c7e8d3f1b64");

    public static void Configure(HandlerChain chain) => RecordEntryHandler.Configure(chain);

    public static async Task<ImportedRow> Handle(
        ImportRow row, IDocumentSession session, CaseStream stream, KeptCases kept, HospitalDirectory hospitals, TimeProvider clock, CancellationToken cancellation)
    {
        var cells = new CellReader(row);
        if (cells.Read<Reference>(ImportColumn.CaseNumber) is not { } caseNumber)
            return ImportedRow.RefusedWhole(cells.Refused.FirstOrDefault() ?? new RefusedCell(row.Line, ImportColumn.CaseNumber, "invalid-shape", "is required"));

        var caseId = await CaseIdOf(caseNumber, session, cancellation);
        var before = await stream.LockAsync(session, caseId, names: true, cancellation);
        var patient = cells.Read<Reference>("patientRef") is { } patientRef ? await PatientIdentity.FindOrBeginAsync(patientRef, session, cancellation) : null;
        var import = new RowImport(row, cells, caseNumber, before, clock.GetUtcNow(), column => EntryId(session.TenantId, caseNumber, column));
        import.Schedule(caseId, patient);
        import.RecordTimes();

        if (import.Recorded.Count > 0)
            CaseWriter.Write(session, before, import.Case!, import.Recorded, before is null ? patient : null, hospitals[session.TenantId]);
        session.Insert(row.Access with { CaseId = caseId, Outcome = $"recorded {import.Recorded.Count}, replayed {import.Replayed}" });
        await session.SaveChangesAsync(cancellation);
        if (import.Recorded.Count > 0)
            kept.Keep(session.TenantId, import.Case!);
        return import.Result(caseId);
    }

    /// <summary>A case that was scheduled at a screen under this number is the same case.</summary>
    static async Task<Guid> CaseIdOf(Reference caseNumber, IDocumentSession session, CancellationToken cancellation)
    {
        var number = caseNumber.Value;
        var known = await session.Query<CaseSummary>().Where(c => c.HeldNumber == number).Select(c => c.CaseId).FirstOrDefaultAsync(cancellation);
        return known == Guid.Empty ? EntryId(session.TenantId, caseNumber, "case/0") : known;
    }

    static Guid EntryId(string hospital, Reference caseNumber, string columnAndOccurrence) =>
        Uuid.NewNameBased(Namespace, $"{hospital}/{caseNumber}/{columnAndOccurrence}");
}
