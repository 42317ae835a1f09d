namespace Periop.Domain.Cases;

/// <summary>Entries were recorded in the wrong case: they are retracted here and recorded there, with the same times.</summary>
/// <param name="TargetEntryIds">What is moved. Entries that point at each other are moved together.</param>
/// <param name="ToCaseId">The right case.</param>
/// <example>
/// { "targetEntryIds": ["0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f31"], "toCaseId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30", "reason": "wrong room on the screen" }
/// </example>
public sealed record MoveEntries(IReadOnlyList<Guid> TargetEntryIds, Guid ToCaseId) : CaseCommand
{
    public override IEnumerable<(string Member, string Problem)> Missing() =>
    [
        .. MissingReason(),
        .. Replaces is not null ? [("replaces", "does not go with a move")] : Array.Empty<(string, string)>(),
        .. TargetEntryIds.Count == 0 ? [("targetEntryIds", "must name at least one entry")] : Array.Empty<(string, string)>(),
        .. TargetEntryIds.Distinct().Count() < TargetEntryIds.Count ? [("targetEntryIds", "must name an entry once")] : Array.Empty<(string, string)>(),
    ];

    public override Decision Decide(SurgicalCase surgicalCase, Circumstances at) =>
        throw new InvalidOperationException("A move concerns two cases, and is decided with both.");
}
