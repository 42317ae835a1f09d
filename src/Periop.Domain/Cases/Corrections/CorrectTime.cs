using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>An entry happened at another time than was said. The time first said stays readable.</summary>
/// <example>{ "targetEntryId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30", "correctedTo": "2026-03-02T08:12:00+01:00", "reason": "read off the monitor" }</example>
public sealed record CorrectTime(Guid TargetEntryId, DateTimeOffset CorrectedTo) : RecordChange
{
    public override IEnumerable<(string Member, string Problem)> Missing() =>
        OccurredAt is not null ? [.. MissingReason(), ("occurredAt", "does not go with a correction: correctedTo says the time")] : MissingReason();

    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) =>
        Admission.WhyNotTime(CorrectedTo, now, Precision) is { } notThen ? notThen
        : surgicalCase.WhyNotTarget<CaseEvent>(TargetEntryId) is { } refusal ? refusal
        : new TimeCorrected(TargetEntryId, CorrectedTo.ToMicroseconds());
}

/// <summary>The time of an entry was corrected.</summary>
[StoredAs("time_corrected")]
public sealed record TimeCorrected(Guid TargetEntryId, DateTimeOffset CorrectedTo) : CaseEvent, IChangesEntry, IMayFollowDeath;
