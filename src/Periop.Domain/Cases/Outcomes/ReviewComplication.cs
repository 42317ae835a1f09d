using System.Text.Json.Serialization;
using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>What a reviewer makes of a reported complication.</summary>
public enum ReviewDecision { Confirmed, Reclassified, Rejected }

/// <summary>Reviews a reported complication against its definition.</summary>
/// <example>{ "decision": "reclassified", "kind": "infection-organ-space", "reason": "abscess below the fascia on imaging" }</example>
public sealed record ReviewComplication(ReviewDecision Decision, ComplicationKind? Kind = null, ClavienDindo? Grade = null, DateTimeOffset? OnsetAt = null)
    : RecordChange, ITargetInPath
{
    /// <summary>The report, named in the path.</summary>
    [JsonIgnore]
    public Guid TargetEntryId { get; init; }

    public CaseCommand At(Guid target) => this with { TargetEntryId = target };

    public override IEnumerable<(string Member, string Problem)> Missing() => MissingReason();

    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) =>
        Admission.WhyNotTime(OnsetAt, now) is { } notThen ? notThen
        : surgicalCase.WhyNotTarget<CaseEvent>(TargetEntryId, "complication") is { } refusal ? refusal
        : surgicalCase.Entries[TargetEntryId].Event is not (ComplicationReported or OutcomesAssessed or FollowUpRecorded)
            ? Refusal.TargetUnknown(TargetEntryId, "complication")
        : new ComplicationReviewed(TargetEntryId, Decision, Kind, Grade, OnsetAt);
}

/// <summary>A complication was reviewed.</summary>
[StoredAs("complication_reviewed")]
public sealed record ComplicationReviewed(Guid TargetEntryId, ReviewDecision Decision, ComplicationKind? Kind, ClavienDindo? Grade, DateTimeOffset? OnsetAt)
    : CaseEvent, IMayFollowDeath, IPointsAtEntry
{
    Guid? IPointsAtEntry.PointsAt => TargetEntryId;

    CaseEvent IPointsAtEntry.PointingAt(Guid target) => this with { TargetEntryId = target };
}
