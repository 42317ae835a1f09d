using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Domain.Text;

namespace Periop.Server.Audit.Reviews;

/// <summary>What the record has for something that has to be found, and against it.</summary>
/// <param name="Id">Of the definition's criterion; null: the outcome as a whole.</param>
sealed record CriterionTold(string? Id, string Text, IReadOnlyList<Entry> For, IReadOnlyList<Entry> Against);

/// <summary>Whether a complication counts by the window of a version of a definition.</summary>
/// <param name="IsWithin">Null while what the window is counted from is not recorded.</param>
sealed record WindowTold(OutcomeDefinition Definition, bool? IsWithin);

/// <summary>
/// A complication that somebody reported, for whoever decides on it: what its definition asks, and what of the record speaks for it and against it.
/// The machine judges none of it.
/// </summary>
/// <param name="NamesSeveral">The entry names others besides, so that a decision has to say which it is about.</param>
/// <param name="Windows">Of every version of the definition, the newest first; none where the kind has no definition.</param>
/// <param name="Criteria">Of the newest version, after the outcome as a whole.</param>
/// <param name="Decided">What was decided before, in the order of recording.</param>
/// <param name="Around">What was recorded of the day before it and the day after, in the order in which things happened.</param>
sealed record Report(
    CaseFacts Facts, Plan Plan, CaseFinding Found, Entry Entry, bool NamesSeveral, IReadOnlyList<WindowTold> Windows, IReadOnlyList<CriterionTold> Criteria,
    IReadOnlyList<Entry> Decided, IReadOnlyList<Entry> Around)
{
    const int MostAround = 8;

    static readonly TimeSpan Near = TimeSpan.FromDays(1);

    /// <summary>Whether a decision on it can be recorded: a return or a readmission counts as it was recorded.</summary>
    public bool IsForReview => CanBeReviewed(Found.Source);

    /// <summary>Whether it began before the patient left the operating room.</summary>
    public bool IsInRoom => Found.CountsFrom.At < (Facts.RoomExit?.When.At ?? DateTimeOffset.MaxValue);

    public static bool CanBeReviewed(FindingSource source) => source is not (FindingSource.Return or FindingSource.Readmission);

    /// <summary>Null where the case does not tell of it.</summary>
    /// <param name="definitions">All that the hospital knows.</param>
    /// <param name="days">Of the hospital.</param>
    public static Report? Of(SurgicalCase surgicalCase, Guid entryId, AssessedKind named, IEnumerable<OutcomeDefinition> definitions, LocalDays days)
    {
        var entries = surgicalCase.Surviving();
        var findings = CaseFinding.AllOf(entries).ToArray();
        if (Array.Find(findings, f => f.EntryId == entryId && f.NamedKind == named && f.Finding is Finding.Present) is not { } finding)
            return null;
        var facts = CaseFacts.Of(entries);
        var versions = definitions.Where(d => d.Kind == finding.Kind).OrderByDescending(d => d.Version).ToArray();
        var telling = OutcomeFamilies.Telling(finding.Kind);
        var sought = new Sought(entries, [.. findings.Where(f => telling.Contains(f.Kind) || telling.Contains(f.NamedKind))]);
        return new Report(
            facts, Plan.Of(entries), finding, surgicalCase.Entries[entryId], NamedComplications.Of(surgicalCase.Entries[entryId].Event).Count > 1,
            [.. versions.Select(d => new WindowTold(d, OutcomeSpan.Of(d, facts, days)?.Contains(finding.CountsFrom)))],
            [sought.Whole, .. versions.Length == 0 ? [] : versions[0].Criteria.Select(sought.Of)], sought.ReviewsOf(finding), AroundOf(finding, entries));
    }

    static IReadOnlyList<Entry> AroundOf(CaseFinding finding, SurvivingEntries entries) =>
    [
        .. entries.Where(e => e.Id != finding.EntryId && (e.EffectiveAt - finding.CountsFrom.At).Duration() <= Near)
            .OrderBy(e => (e.EffectiveAt - finding.CountsFrom.At).Duration()).ThenBy(e => e.Version).Take(MostAround)
            .OrderBy(e => e.EffectiveAt).ThenBy(e => e.Version),
    ];

    /// <summary>The search of a case for what tells of a kind.</summary>
    sealed class Sought(SurvivingEntries entries, CaseFinding[] findings)
    {
        readonly Entry[] reviews =
            [.. entries.All<ComplicationReviewed>().Where(r => findings.Any(f => f.EntryId == ((ComplicationReviewed)r.Event).TargetEntryId))];

        /// <summary>The outcome itself: who found it and who did not, confirmed it or rejected it.</summary>
        public CriterionTold Whole => new(
            null, "The outcome as a whole",
            [.. EntriesOf(Finding.Present), .. reviews.Where(r => DecisionOf(r) is ReviewDecision.Confirmed)],
            [.. EntriesOf(Finding.Absent), .. reviews.Where(r => DecisionOf(r) is ReviewDecision.Rejected or ReviewDecision.Reclassified)]);

        /// <summary>Who named a criterion, and who decided without it.</summary>
        public CriterionTold Of(Criterion criterion) => new(
            criterion.Id, criterion.Text,
            [.. entries.Where(e => findings.Any(f => f.EntryId == e.Id) && Named(e)?.Contains(criterion.Id) is true),
                .. reviews.Where(r => Named(r)?.Contains(criterion.Id) is true)],
            [.. reviews.Where(r => Named(r)?.Contains(criterion.Id) is false)]);

        public IReadOnlyList<Entry> ReviewsOf(CaseFinding finding) =>
            [.. reviews.Where(r => ((ComplicationReviewed)r.Event).TargetEntryId == finding.EntryId).OrderBy(r => r.Version)];

        IEnumerable<Entry> EntriesOf(Finding found) =>
            findings.Where(f => f.Finding == found).Select(f => f.EntryId).Distinct().Select(id => entries.Case.Entries[id]);

        static ReviewDecision DecisionOf(Entry review) => ((ComplicationReviewed)review.Event).Decision;

        static IEnumerable<string>? Named(Entry entry) => (entry.Event switch
        {
            ComplicationReported reported => reported.Criteria,
            ComplicationReviewed reviewed => reviewed.Criteria,
            _ => null,
        })?.Select(criterion => criterion.Value);
    }
}
