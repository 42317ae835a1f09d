using Periop.Domain.Cases;
using Periop.Domain.Spine;
using Periop.Domain.Text;

namespace Periop.Domain.Outcomes;

/// <summary>How a finding came to be known.</summary>
public enum FindingSource { Report, Assessment, FollowUp, Return, Readmission }

/// <summary>What one entry says of one kind of complication, with the last word of a review on it.</summary>
/// <param name="EntryId">The entry that says it.</param>
/// <param name="Kind">The kind or the family, by the last word.</param>
/// <param name="NamedKind">The kind that the entry itself names.</param>
/// <param name="When">When the entry happened: of an assessment, when it was made.</param>
/// <param name="RecordedAt">When the entry was recorded.</param>
public sealed record CaseFinding(
    Guid EntryId, AssessedKind Kind, AssessedKind NamedKind, Finding Finding, FindingSource Source, KnownTime When,
    DateTimeOffset RecordedAt)
{
    /// <summary>When it began, by the last word.</summary>
    public DateTimeOffset? OnsetAt { get; init; }

    public DateTimeOffset? DetectedAt { get; init; }

    public ClavienDindo? Grade { get; init; }

    public Level? Level { get; init; }

    /// <summary>Required of a complication of another kind.</summary>
    public string? Icd10 { get; init; }

    /// <summary>The criteria of a definition that were found, by their ids.</summary>
    public ValueList<string> Criteria { get; init; } = [];

    /// <summary>The case in which the patient was operated again.</summary>
    public Guid? NewCaseId { get; init; }

    /// <summary>The last word of a review; null while there is none.</summary>
    public ReviewDecision? Review { get; init; }

    public Guid? ReviewEntryId { get; init; }

    /// <summary>When it was found.</summary>
    public KnownTime FoundWhen => DetectedAt is { } detected ? new KnownTime(detected) : When;

    /// <summary>What decides whether it lies in a window: its onset, else when it was found.</summary>
    public KnownTime CountsFrom => OnsetAt is { } onset ? new KnownTime(onset) : FoundWhen;

    /// <summary>The entries that prove it.</summary>
    public IReadOnlyList<Guid> Evidence => ReviewEntryId is { } review ? [EntryId, review] : [EntryId];

    /// <summary>Every finding of a case, in the order in which things happened.</summary>
    public static IEnumerable<CaseFinding> AllOf(SurvivingEntries entries)
    {
        var reviews = entries.All<ComplicationReviewed>().ToLookup(r => ((ComplicationReviewed)r.Event).TargetEntryId);
        return entries.SelectMany(ToldBy).Select(finding => Reviewed(finding, reviews[finding.EntryId]));
    }

    static IEnumerable<CaseFinding> ToldBy(Entry entry) => entry.Event switch
    {
        ComplicationReported reported =>
        [
            Told(entry, OutcomeFamilies.Of(reported.Kind), Finding.Present, FindingSource.Report) with
            {
                OnsetAt = reported.OnsetAt?.ToUniversalTime(), DetectedAt = reported.DetectedAt?.ToUniversalTime(), Grade = reported.Grade,
                Level = reported.Level, Icd10 = reported.Icd10?.Value, Criteria = Ids(reported.Criteria),
            },
        ],
        OutcomesAssessed assessed => assessed.Assessments.Select(a => Told(entry, a.Kind, a.Finding, FindingSource.Assessment)),
        FollowUpRecorded followUp => (followUp.Assessments ?? []).Select(a => Told(entry, a.Kind, a.Finding, FindingSource.FollowUp)),
        ReturnedToOperatingRoom { Planned: false } returned =>
            [Told(entry, OutcomeFamilies.Of(ComplicationKind.ReturnToRoom), Finding.Present, FindingSource.Return) with { NewCaseId = returned.NewCaseId }],
        PatientReadmitted => [Told(entry, OutcomeFamilies.Of(ComplicationKind.Readmission), Finding.Present, FindingSource.Readmission)],
        _ => [],
    };

    static CaseFinding Told(Entry entry, AssessedKind kind, Finding finding, FindingSource source) =>
        new(entry.Id, kind, kind, finding, source, KnownTime.Of(entry), entry.RecordedAt.ToUniversalTime());

    /// <summary>The finding with the last review of what it names; what that leaves open stays as it was told.</summary>
    static CaseFinding Reviewed(CaseFinding finding, IEnumerable<Entry> reviews)
    {
        if (finding.Finding is not Finding.Present || reviews.LastOrDefault(r => IsAbout(r, finding)) is not { Event: ComplicationReviewed review } last)
            return finding;
        return finding with
        {
            Kind = review.Kind is { } kind ? OutcomeFamilies.Of(kind) : finding.Kind,
            Grade = review.Grade ?? finding.Grade,
            OnsetAt = review.OnsetAt?.ToUniversalTime() ?? finding.OnsetAt,
            Criteria = review.Criteria is null ? finding.Criteria : Ids(review.Criteria),
            Review = review.Decision,
            ReviewEntryId = last.Id,
        };
    }

    static bool IsAbout(Entry review, CaseFinding finding) => ((ComplicationReviewed)review.Event).Of is not { } kind || kind == finding.NamedKind;

    static ValueList<string> Ids(IReadOnlyList<Term>? criteria) => [.. (criteria ?? []).Select(c => c.Value)];
}
