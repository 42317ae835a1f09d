using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>What imaging says about the bone.</summary>
public enum Fusion { Fused, NotFused, Indeterminate }

/// <summary>What imaging says about the hardware.</summary>
public enum HardwareCondition { Intact, Loose, Broken, Displaced, Removed }

/// <summary>A follow-up takes place.</summary>
/// <param name="PainScore">0 none to 10.</param>
/// <param name="DisabilityScore">Oswestry disability index, 0 none to 100.</param>
/// <example>{ "alive": true, "fusion": "fused", "hardware": "intact", "painScore": 2 }</example>
public sealed record RecordFollowUp(
    bool? Alive = null, Fusion? Fusion = null, HardwareCondition? Hardware = null, decimal? PainScore = null, decimal? DisabilityScore = null,
    IReadOnlyList<Assessment>? Assessments = null) : OutcomeReport
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) =>
        PainScore is < 0 or > 10 ? Refusal.Senseless("A pain score is 0 to 10.")
        : DisabilityScore is < 0 or > 100 ? Refusal.Senseless("A disability score is 0 to 100.")
        : new FollowUpRecorded(Alive, Fusion, Hardware, PainScore, DisabilityScore, Assessments);
}

/// <summary>A follow-up took place.</summary>
[StoredAs("follow_up_recorded")]
public sealed record FollowUpRecorded(
    bool? Alive, Fusion? Fusion, HardwareCondition? Hardware, decimal? PainScore, decimal? DisabilityScore, IReadOnlyList<Assessment>? Assessments) : CaseEvent;
