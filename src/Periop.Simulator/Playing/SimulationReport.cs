using System.Net;

namespace Periop.Simulator.Playing;

/// <summary>What came of playing.</summary>
/// <param name="Acknowledged">Entries with a receipt; each is in the ledger.</param>
/// <param name="Replayed">Of the receipts, those that said the entry was known already.</param>
/// <param name="Overridden">Entries that were stopped first and then recorded with a reason.</param>
/// <param name="Abandoned">Cases given up because the server didn't answer or refused to open them.</param>
/// <param name="NotYetDue">Entries of the plan that lie after the end of playing.</param>
/// <param name="PlanHash">SHA-256 over the plan: equal for equal options on any machine.</param>
public sealed record SimulationReport(
    int Cases, int Acknowledged, int Replayed, int Overridden, IReadOnlyList<RefusedEntry> Refused, int Abandoned, int NotYetDue,
    TimeSpan Elapsed, string PlanHash)
{
    /// <summary>Entries that came of files.</summary>
    public int Imported { get; init; }

    public double EntriesPerSecond => Elapsed > TimeSpan.Zero ? (Acknowledged + Imported) / Elapsed.TotalSeconds : 0;

    /// <summary>Nothing was refused and nothing was given up.</summary>
    public bool IsClean => Refused.Count == 0 && Abandoned == 0;
}

/// <summary>An entry that the server wouldn't record, with its words.</summary>
public sealed record RefusedEntry(string CaseNumber, Guid EntryId, string Name, HttpStatusCode Status, string Code, string Detail);
