using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Domain.Text;

namespace Periop.Domain.Tests.Outcomes;

/// <summary>
/// The seven states as section i of the domain reference states them, each condition by itself, read off the surviving entries. Slow, and
/// written without a look at <see cref="Outcome"/>, which it is compared with.
/// </summary>
sealed class StatedRules(OutcomeDefinition definition, SurvivingEntries entries, DateTimeOffset asOf, TimeZoneInfo zone)
{
    static readonly string[] Infections = ["infection-superficial", "infection-deep", "infection-organ-space"];

    /// <summary>Something said to be there, by its own words and the last review's.</summary>
    sealed record Told(string Kind, bool Confirmed, Entry Entry, DateTimeOffset? Onset, DateTimeOffset? Detected)
    {
        public bool IsFoundToTheDay => Detected is null && Entry.IsKnownToTheDay;

        public DateTimeOffset FoundAt => Detected ?? Entry.EffectiveAt;
    }

    public OutcomeState State => First(
        (OutcomeState.Present, IsPresent), (OutcomeState.Died, DiedInWindow), (OutcomeState.NotYetDue, !IsClosed),
        (OutcomeState.DueNotAssessed, IsUndecided), (OutcomeState.Absent, Anchor is not null && IsAbsent),
        (OutcomeState.Withdrawn, IsStill<FollowUpDeclined>()),
        (OutcomeState.Lost, IsStill<FollowUpLost>() && entries.Any(e => e.Event is FollowUpAttempted)));

    public bool IsClosed => Anchor is null ? Death is not null
        : definition.Window.Hours is { } hours ? asOf > Anchor.EffectiveAt.AddHours(hours)
        : DateOf(asOf) > LastDay;

    bool IsPresent =>
        Presents.Any(p => Answers(p.Kind) && (p.Confirmed || definition.Review is ReviewDemand.NotRequired) && !IsOnsetUnknown(p) && IsInWindow(p))
        || (definition.Kind.Value == "death" && DiedInWindow)
        || (definition.Measure is { } measure && entries.Where(IsOfRedCells).Where(e => IsInWindow(e.EffectiveAt, e.IsKnownToTheDay))
            .Sum(e => ((BloodProductGiven)e.Event).Units) >= measure.AtLeastUnits);

    /// <summary>Who dies before the window begins has died in it, too: after that there is none.</summary>
    bool DiedInWindow => Death is { } death && (Anchor is null || !IsAfterClose(death.EffectiveAt, death.IsKnownToTheDay));

    /// <summary>Each of these is due-not-assessed until somebody says more, by the words of the reference: so it comes before absent.</summary>
    bool IsUndecided => Presents.Any(p =>
        Answers(p.Kind)
            ? IsOnsetUnknown(p) || (definition.Review is ReviewDemand.Required && !p.Confirmed && IsInWindow(p))
            : IsFamilyOfMine(p.Kind) && (IsOnsetUnknown(p) || IsInWindow(p)));

    bool IsAbsent =>
        (definition.Kind.Value == "death" && (Death is not null || IsSeenAliveAtClose))
        || IsAssessedAbsent(definition.Kind.Value)
        || (Infections.Contains(definition.Kind.Value) && IsAssessedAbsent("infection"))
        || (definition.Kind.Value == "infection" && Infections.All(IsAssessedAbsent))
        || definition.Evidence switch
        {
            OutcomeEvidence.Discharged => Once<PatientDischarged>() is not null,
            OutcomeEvidence.DischargedAfterClose => Once<PatientDischarged>() is { } discharge && Reaches(discharge),
            OutcomeEvidence.Signed => Signatories(TeamRole.Surgeon).Any(s => Signatories(TeamRole.CirculatingNurse).Any(n => n != s)),
            OutcomeEvidence.SeenAliveAfterClose => IsSeenAliveAtClose,
            _ => false,
        };

    Entry? Anchor => definition.Anchor switch
    {
        OutcomeAnchor.FirstIncision => entries.Where(e => e.Event is IncisionMade).MinBy(e => (e.EffectiveAt, e.Version)),
        OutcomeAnchor.RoomExit => Once<PatientLeftRoom>(),
        _ => Once<PatientDischarged>(),
    };

    Entry? Death => Once<PatientDied>();

    DateOnly LastDay => DateOf(Anchor!.EffectiveAt).AddDays(definition.Window.Days!.Value);

    bool IsSeenAliveAtClose => entries.Where(e => e.Event is FollowUpRecorded { Alive: true }).Any(Reaches);

    IEnumerable<Told> Presents =>
        from entry in entries
        from kind in PresentIn(entry.Event).Distinct()
        let review = entries.LastOrDefault(r => r.Event is ComplicationReviewed reviewed && reviewed.TargetEntryId == entry.Id
            && (reviewed.Of is null || reviewed.Of.Value.Value == kind))?.Event as ComplicationReviewed
        where review?.Decision is not ReviewDecision.Rejected
        let report = entry.Event as ComplicationReported
        select new Told(
            review?.Kind is { } other ? Vocabulary.WordFor(other) : kind, review is not null, entry, review?.OnsetAt ?? report?.OnsetAt, report?.DetectedAt);

    static IEnumerable<string> PresentIn(CaseEvent happened) => happened switch
    {
        ComplicationReported report => [Vocabulary.WordFor(report.Kind)],
        OutcomesAssessed assessed => assessed.Assessments.Where(a => a.Finding is Finding.Present).Select(a => a.Kind.Value),
        FollowUpRecorded { Assessments: { } assessed } => assessed.Where(a => a.Finding is Finding.Present).Select(a => a.Kind.Value),
        ReturnedToOperatingRoom { Planned: false } => ["return-to-room"],
        PatientReadmitted => ["readmission"],
        _ => [],
    };

    static bool IsOfRedCells(Entry entry) => entry.Event is BloodProductGiven { Product.Value: "prbc" or "red cells" };

    bool IsAssessedAbsent(string kind) => entries.Any(e =>
        (e.Event is OutcomesAssessed a ? a.Assessments : e.Event is FollowUpRecorded f ? f.Assessments : null)?
            .Contains(new Assessment(new AssessedKind(kind), Finding.Absent)) is true
        && (definition.AssessedFrom is { } from ? DateOf(e.EffectiveAt) >= DateOf(Anchor!.EffectiveAt).AddDays(from) : Reaches(e)));

    bool Answers(string kind) => kind == definition.Kind.Value || (definition.Kind.Value == "infection" && Infections.Contains(kind));

    bool IsFamilyOfMine(string kind) => kind == "infection" && Infections.Contains(definition.Kind.Value);

    bool IsOnsetUnknown(Told told) => Anchor is not null && told.Onset is null && IsAfterClose(told.FoundAt, told.IsFoundToTheDay);

    bool IsInWindow(Told told) => told.Onset is { } onset ? IsInWindow(onset, false) : IsInWindow(told.FoundAt, told.IsFoundToTheDay);

    bool IsInWindow(DateTimeOffset at, bool toTheDay) => Anchor is { } anchor && !IsAfterClose(at, toTheDay)
        && (toTheDay || anchor.IsKnownToTheDay ? DateOf(at) >= DateOf(anchor.EffectiveAt) : at >= anchor.EffectiveAt);

    bool IsAfterClose(DateTimeOffset at, bool toTheDay) => definition.Window.Hours is not { } hours ? DateOf(at) > LastDay
        : toTheDay ? DateOf(at) > DateOf(Anchor!.EffectiveAt.AddHours(hours))
        : at > Anchor!.EffectiveAt.AddHours(hours);

    /// <summary>On or after the close.</summary>
    bool Reaches(Entry entry) => definition.Window.Hours is not { } hours ? DateOf(entry.EffectiveAt) >= LastDay
        : entry.IsKnownToTheDay ? IsAfterClose(entry.EffectiveAt, true)
        : entry.EffectiveAt >= Anchor!.EffectiveAt.AddHours(hours);

    /// <summary>The last of them, until a later follow-up.</summary>
    bool IsStill<TEvent>() => entries.LastOrDefault(e => e.Event is TEvent or FollowUpRecorded)?.Event is TEvent;

    IEnumerable<string> Signatories(TeamRole role) => entries.Where(e => e.Event is RecordSigned signed && signed.Role == role).Select(e => e.RecordedBy);

    /// <summary>Of what happens once, the first recorded.</summary>
    Entry? Once<TEvent>() => entries.Where(e => e.Event is TEvent).MinBy(e => e.Version);

    DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    static OutcomeState First(params IEnumerable<(OutcomeState State, bool Applies)> states) =>
        states.Where(s => s.Applies).Select(s => s.State).FirstOrDefault(OutcomeState.DueNotAssessed);
}
