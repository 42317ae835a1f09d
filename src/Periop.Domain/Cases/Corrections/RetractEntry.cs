using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>An entry should not be there; retracting the scheduling means the case was entered in error.</summary>
/// <example>{ "targetEntryId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30", "reason": "recorded in the wrong case" }</example>
public sealed record RetractEntry(Guid TargetEntryId) : CaseCommand
{
    public override IEnumerable<(string Member, string Problem)> Missing() => [.. base.Missing(), .. MissingReason()];

    public override Decision Decide(SurgicalCase surgicalCase, Circumstances at) =>
        surgicalCase.WhyNotRetract(TargetEntryId, at) is { } refusal ? refusal : new EntryRetracted(TargetEntryId);
}

/// <summary>An entry was taken out of account. It stays readable.</summary>
/// <param name="MovedTo">Where it was recorded instead, when it was moved.</param>
[StoredAs("entry_retracted")]
public sealed record EntryRetracted(Guid TargetEntryId, Elsewhere? MovedTo = null) : CaseEvent, IChangesEntry, IMayFollowDeath;
