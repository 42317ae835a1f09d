using System.Text.Json.Serialization;
using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>What a reviewer makes of a complication.</summary>
public enum ReviewDecision { Confirmed, Reclassified, Rejected }

/// <summary>Reviews a complication against its definition.</summary>
/// <param name="Of">Which of the complications that the entry names; required where it names several.</param>
/// <param name="Kind">What it is: required to reclassify, and what names the member of a family.</param>
/// <param name="Criteria">Which criteria of the definition are met, by their ids.</param>
/// <example>
/// { "decision": "reclassified", "kind": "infection-organ-space", "criteria": [ "abscess" ], "reason": "abscess below the fascia on imaging" }
/// </example>
public sealed record ReviewComplication(
    ReviewDecision Decision, AssessedKind? Of = null, ComplicationKind? Kind = null, ClavienDindo? Grade = null, DateTimeOffset? OnsetAt = null,
    IReadOnlyList<Term>? Criteria = null) : RecordChange, ITargetInPath
{
    /// <summary>The entry that names it, itself named in the path.</summary>
    [JsonIgnore]
    public Guid TargetEntryId { get; init; }

    public CaseCommand At(Guid target) => this with { TargetEntryId = target };

    public override IEnumerable<(string Member, string Problem)> Missing()
    {
        foreach (var missing in Decision is ReviewDecision.Confirmed ? base.Missing() : MissingReason())
            yield return missing;
        if (Decision is ReviewDecision.Reclassified && Kind is null)
            yield return ("kind", "is required to reclassify");
        if (Decision is ReviewDecision.Rejected && Kind is not null)
            yield return ("kind", "does not go with a rejection");
    }

    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) =>
        Admission.WhyNotTime(OnsetAt, now) is { } notThen ? notThen
        : surgicalCase.WhyNotTarget<CaseEvent>(TargetEntryId, "complication") is { } refusal ? refusal
        : WhyNotOf(NamedComplications.Of(surgicalCase.Entries[TargetEntryId].Event)) is { } unclear ? unclear
        : new ComplicationReviewed(TargetEntryId, Decision, Of, Kind, Grade, OnsetAt, Criteria);

    Refusal? WhyNotOf(IReadOnlyList<AssessedKind> named) =>
        named.Count == 0 ? Refusal.TargetUnknown(TargetEntryId, "complication")
        : Of is null && named.Count > 1 ? Refusal.Lacking("of", $"is required: the entry names {string.Join(", ", named)}")
        : Of is { } of && !named.Contains(of) ? Refusal.Senseless($"The entry names {string.Join(", ", named)}, and not {of}.")
        : null;
}

/// <summary>A complication was reviewed.</summary>
/// <param name="Of">Which of those that the entry names; null when it names one.</param>
[StoredAs("complication_reviewed")]
public sealed record ComplicationReviewed(
    Guid TargetEntryId, ReviewDecision Decision, AssessedKind? Of, ComplicationKind? Kind, ClavienDindo? Grade, DateTimeOffset? OnsetAt,
    IReadOnlyList<Term>? Criteria) : CaseEvent, IMayFollowDeath, IPointsAtEntry
{
    Guid? IPointsAtEntry.PointsAt => TargetEntryId;

    CaseEvent IPointsAtEntry.PointingAt(Guid target) => this with { TargetEntryId = target };
}
