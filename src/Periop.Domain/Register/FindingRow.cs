using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Domain.Spine;
using Periop.Domain.Text;

namespace Periop.Domain.Register;

/// <summary>What one entry says of one kind of complication, with the last word of a review on it.</summary>
/// <param name="Key">The entry and the kind that it names.</param>
/// <param name="EntryId">The entry that says it.</param>
/// <param name="Kind">The kind or the family, by the last word.</param>
/// <param name="NamedKind">The kind that the entry itself names.</param>
/// <param name="OccurredAt">When the entry happened, UTC.</param>
/// <param name="ToTheDay">Whether only the day of that is known.</param>
/// <param name="RecordedAt">When the entry was recorded, UTC.</param>
public sealed record FindingRow(
    string Key, Guid EntryId, AssessedKind Kind, AssessedKind NamedKind, Finding Finding, FindingSource Source, DateTimeOffset OccurredAt, bool ToTheDay,
    DateTimeOffset RecordedAt) : RegisterRow(Key)
{
    public DateTimeOffset? OnsetAt { get; init; }

    public DateTimeOffset? DetectedAt { get; init; }

    public ClavienDindo? Grade { get; init; }

    public Level? Level { get; init; }

    public string? Icd10 { get; init; }

    public ValueList<string>? Criteria { get; init; }

    public Guid? NewCaseId { get; init; }

    public ReviewDecision? Review { get; init; }

    public Guid? ReviewEntryId { get; init; }

    /// <summary>
    /// The findings of a case; none of one that was entered in error. What an entry says twice of a kind is told apart by its place.
    /// </summary>
    public static IReadOnlyList<RegisterRow> Of(SurgicalCase surgicalCase) => surgicalCase.Entries[surgicalCase.Id].Survives
        ? [.. from same in CaseFinding.AllOf(surgicalCase.Surviving()).GroupBy(f => (f.EntryId, f.NamedKind))
              from finding in same.Select((finding, n) => Of(finding, n == 0 ? "" : $"/{n}"))
              select finding]
        : [];

    /// <summary>Whether an event is of a kind that can change them.</summary>
    public static bool MayChangeWith(CaseEvent happened) => happened is
        ComplicationReported or ComplicationReviewed or OutcomesAssessed or FollowUpRecorded or ReturnedToOperatingRoom or PatientReadmitted
        or TimeCorrected or EntryRetracted;

    static FindingRow Of(CaseFinding finding, string repeated) => new(
        $"{finding.EntryId}/{finding.NamedKind}{repeated}", finding.EntryId, finding.Kind, finding.NamedKind, finding.Finding, finding.Source,
        finding.When.At, finding.When.ToTheDay, finding.RecordedAt)
    {
        OnsetAt = finding.OnsetAt,
        DetectedAt = finding.DetectedAt,
        Grade = finding.Grade,
        Level = finding.Level,
        Icd10 = finding.Icd10,
        Criteria = finding.Criteria.Count == 0 ? null : finding.Criteria,
        NewCaseId = finding.NewCaseId,
        Review = finding.Review,
        ReviewEntryId = finding.ReviewEntryId,
    };
}
