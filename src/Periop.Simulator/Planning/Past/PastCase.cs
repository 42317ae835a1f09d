namespace Periop.Simulator.Planning.Past;

/// <summary>A case of the past: what the hospital's former system exports of it, and what people told afterwards.</summary>
/// <param name="Row">The row of the export, by column: what is empty is not there.</param>
/// <param name="Corrected">The cells that a later export has otherwise.</param>
/// <param name="Entries">In the order in which they are sent.</param>
/// <param name="Truth">Null for a case without an incision.</param>
public sealed record PastCase(
    string CaseNumber, IReadOnlyDictionary<string, string> Row, IReadOnlyDictionary<string, string> Corrected, IReadOnlyList<PlannedEntry> Entries,
    CaseTruth? Truth)
{
    /// <summary>The codes that its record suggests.</summary>
    public IReadOnlyList<CodedUnits> Suggested { get; init; } = [];

    /// <summary>The notice of the recall that one of its devices is affected by.</summary>
    public string? RecallNotice { get; init; }

    /// <summary>The closure's own id.</summary>
    public Guid ClosureId { get; init; }

    /// <summary>What came of it in the campaign; null while nobody has closed it there.</summary>
    public (string Outcome, string Reason)? Closure { get; init; }
}
