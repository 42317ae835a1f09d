using System.Text.Json.Serialization;
using Periop.Domain.Record;
using Periop.Domain.Spine;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>What can go wrong; vocabulary version 1.</summary>
public enum ComplicationKind
{
    InfectionSuperficial, InfectionDeep, InfectionOrganSpace, BloodLoss, NerveInjury, DeepVeinThrombosis, PulmonaryEmbolism, NonUnion, HardwareFailure,
    ChronicPain, DuralTear, WrongLevel, RetainedItem, WoundDisruption, ReturnToRoom, Readmission, Death, Other,
}

/// <summary>Clavien-Dindo: how much a complication took to treat (Dindo D et al., Ann Surg 2004;240:205).</summary>
public enum ClavienDindo
{
    [JsonStringEnumMemberName("I")] I,
    [JsonStringEnumMemberName("II")] II,
    [JsonStringEnumMemberName("IIIa")] IIIa,
    [JsonStringEnumMemberName("IIIb")] IIIb,
    [JsonStringEnumMemberName("IVa")] IVa,
    [JsonStringEnumMemberName("IVb")] IVb,
    [JsonStringEnumMemberName("V")] V,
}

/// <summary>Reports a complication. Whether it was intraoperative follows from its time.</summary>
/// <param name="OnsetAt">When it began, which decides its window.</param>
/// <param name="DetectedAt">When it was noticed.</param>
/// <param name="Icd10">Required for <c>other</c>.</param>
/// <param name="TargetEntryId">The implant concerned.</param>
/// <param name="Criteria">Which criteria of the definition are met, by their ids.</param>
/// <example>{ "kind": "infection-deep", "onsetAt": "2026-03-20T08:00:00+01:00", "grade": "IIIb", "criteria": [ "pus" ] }</example>
public sealed record ReportComplication(
    ComplicationKind Kind, DateTimeOffset? OnsetAt = null, DateTimeOffset? DetectedAt = null, ClavienDindo? Grade = null, Level? Level = null,
    Term? Icd10 = null, Guid? TargetEntryId = null, IReadOnlyList<Term>? Criteria = null) : OutcomeReport
{
    public override IEnumerable<(string Member, string Problem)> Missing() =>
        Kind is ComplicationKind.Other && Icd10 is null ? [.. base.Missing(), ("icd10", "is required for a complication of another kind")] : base.Missing();

    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) =>
        (Admission.WhyNotTime(OnsetAt, now) ?? Admission.WhyNotTime(DetectedAt, now)) is { } notThen ? notThen
        : TargetEntryId is { } implant && surgicalCase.WhyNotTarget<HardwarePlaced>(implant, "implant") is { } refusal ? refusal
        : new ComplicationReported(Kind, OnsetAt, DetectedAt, Grade, Level, Icd10, TargetEntryId, Criteria);
}

/// <summary>A complication was reported.</summary>
[StoredAs("complication_reported")]
public sealed record ComplicationReported(
    ComplicationKind Kind, DateTimeOffset? OnsetAt, DateTimeOffset? DetectedAt, ClavienDindo? Grade, Level? Level, Term? Icd10,
    Guid? TargetEntryId, IReadOnlyList<Term>? Criteria) : CaseEvent, IMayFollowDeath, IPointsAtEntry
{
    Guid? IPointsAtEntry.PointsAt => TargetEntryId;

    CaseEvent IPointsAtEntry.PointingAt(Guid target) => this with { TargetEntryId = target };
}
