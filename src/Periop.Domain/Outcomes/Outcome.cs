using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Domain.Outcomes;

/// <summary>
/// What a case has come to by a definition: a pure function of recorded facts and the instant asked. Of the seven states the first that
/// applies, in the order of the rules below.
/// </summary>
public sealed class Outcome
{
    static readonly AssessedKind Death = OutcomeFamilies.Of(ComplicationKind.Death);

    readonly OutcomeDefinition definition;
    readonly CaseFacts facts;
    readonly CaseFinding[] findings;
    readonly OutcomeSpan? span;
    readonly bool isClosed;

    Outcome(OutcomeDefinition definition, CaseFacts facts, IEnumerable<CaseFinding> all, DateTimeOffset asOf, LocalDays days)
    {
        (this.definition, this.facts) = (definition, facts);
        var telling = OutcomeFamilies.Telling(definition.Kind);
        findings = [.. all.Where(f => f.Review is not ReviewDecision.Rejected && telling.Contains(f.Kind))];
        span = OutcomeSpan.Of(definition, facts, days);
        isClosed = span is null ? facts.Death is not null : asOf >= span.EndsAt;      // who died before its anchor will never have a window
    }

    bool IsOfDeath => definition.Kind == Death;

    /// <param name="facts">With the patient's death, on whichever case it was recorded.</param>
    /// <param name="findings">All of the case; those of other kinds are left aside. A return that is a planned stage is none.</param>
    /// <param name="days">Of the hospital.</param>
    public static OutcomeAt StateAt(
        OutcomeDefinition definition, CaseFacts facts, IEnumerable<CaseFinding> findings, DateTimeOffset asOf, LocalDays days)
    {
        var judged = new Outcome(definition, facts, findings, asOf, days);
        return judged.Present() ?? judged.Died() ?? judged.NotYetDue() ?? judged.Undecided() ?? judged.Absent() ?? judged.Withdrawn() ?? judged.Lost()
            ?? judged.DueNotAssessed();
    }

    OutcomeAt? Present() =>
        span is not null && Array.Find(findings, f => Counts(f) && IsOneOfItsKinds(f) && IsOnsetKnown(f) && span.Contains(f.CountsFrom)) is { } found
            ? Is(OutcomeState.Present, OutcomeReason.Found, found.Evidence)
        : IsOfDeath && DiedInWindow is { } death ? Is(OutcomeState.Present, OutcomeReason.DiedInWindow, [death.EntryId])
        : Measured() is { } given ? Is(OutcomeState.Present, OutcomeReason.Measured, given)
        : null;

    OutcomeAt? Died() => DiedInWindow is { } death ? Is(OutcomeState.Died, OutcomeReason.DiedInWindow, [death.EntryId]) : null;

    OutcomeAt? NotYetDue() =>
        span is null ? Is(OutcomeState.NotYetDue, OutcomeReason.AnchorMissing)
        : isClosed ? null
        : Is(OutcomeState.NotYetDue, OutcomeReason.WindowOpen, Entries(Finding.Absent));

    /// <summary>Something was found, and somebody has to say more of it before the case can be counted either way.</summary>
    OutcomeAt? Undecided() => !Array.Exists(findings, f => f.Finding is Finding.Present) ? null
        : Waits(f => !Counts(f) && IsOneOfItsKinds(f) && (!IsOnsetKnown(f) || span!.Contains(f.CountsFrom)), OutcomeReason.Unreviewed)
        ?? Waits(f => IsOneOfItsKinds(f) && !IsOnsetKnown(f), OutcomeReason.OnsetUnknown)
        ?? Waits(f => !IsOneOfItsKinds(f) && (!IsOnsetKnown(f) || span!.Contains(f.CountsFrom)), OutcomeReason.MemberUnknown);

    OutcomeAt? Absent() =>
        IsOfDeath && facts.LastSeenAlive is { } seen && span!.Reaches(seen.When) ? Is(OutcomeState.Absent, OutcomeReason.SeenAlive, [seen.EntryId])
        : IsOfDeath && facts.Death is { } death ? Is(OutcomeState.Absent, OutcomeReason.DiedAfterClose, [death.EntryId])
        : AssessedAbsent() is { } assessed ? Is(OutcomeState.Absent, OutcomeReason.AssessedAbsent, assessed)
        : CompletedBy() is { } complete ? Is(OutcomeState.Absent, OutcomeReason.RecordComplete, [complete.EntryId])
        : null;

    OutcomeAt? Withdrawn() =>
        facts.Withdrawn is { } declined ? Is(OutcomeState.Withdrawn, OutcomeReason.FollowUpDeclined, [declined.EntryId]) : null;

    OutcomeAt? Lost() =>
        facts.Lost is { } lost && facts.Attempts.Count > 0 ? Is(OutcomeState.Lost, OutcomeReason.FollowUpLost, [lost.EntryId, .. facts.Attempts]) : null;

    OutcomeAt DueNotAssessed() =>
        facts.Lost is { } lost ? Is(OutcomeState.DueNotAssessed, OutcomeReason.LostWithoutAttempt, [lost.EntryId])
        : Array.Exists(findings, f => f.Finding is Finding.Absent) ? Waiting(Finding.Absent, OutcomeReason.AssessedTooEarly)
        : Array.Exists(findings, f => f.Finding is Finding.NotAssessed) ? Waiting(Finding.NotAssessed, OutcomeReason.NotAssessed)
        : Is(OutcomeState.DueNotAssessed, OutcomeReason.NothingRecorded);

    /// <summary>A death before what the window is counted from, or before its close.</summary>
    KnownEvent? DiedInWindow => facts.Death is { } death && span?.IsPast(death.When) is not true ? death : null;

    /// <summary>Whether a finding counts as found: by its recording, or where the definition says so by its confirmation.</summary>
    bool Counts(CaseFinding finding) =>
        finding.Finding is Finding.Present
        && (definition.Review is ReviewDemand.NotRequired || finding.Review is ReviewDecision.Confirmed or ReviewDecision.Reclassified);

    /// <summary>What is present of a family says nothing yet of a member.</summary>
    bool IsOneOfItsKinds(CaseFinding finding) => finding.Kind == definition.Kind || OutcomeFamilies.FamilyOf(finding.Kind) == definition.Kind;

    /// <summary>What is first found after the close may have begun before it or not.</summary>
    bool IsOnsetKnown(CaseFinding finding) => finding.OnsetAt is not null || !span!.IsPast(finding.FoundWhen);

    OutcomeAt? Waits(Predicate<CaseFinding> which, OutcomeReason reason) =>
        Array.Find(findings, f => f.Finding is Finding.Present && which(f)) is { } found ? Is(OutcomeState.DueNotAssessed, reason, found.Evidence) : null;

    OutcomeAt Waiting(Finding finding, OutcomeReason reason) =>
        Is(OutcomeState.DueNotAssessed, reason, Entries(finding));

    /// <summary>The entries that say it, of whichever kinds.</summary>
    Guid[] Entries(Finding finding) => [.. findings.Where(f => f.Finding == finding).Select(f => f.EntryId).Distinct()];

    /// <summary>The assessments that show it absent; of a family, absent of each member.</summary>
    IReadOnlyList<Guid>? AssessedAbsent()
    {
        if (AbsentOf(definition.Kind) is { } own)
            return [own];
        if (OutcomeFamilies.MembersOf(definition.Kind) is not { Count: > 0 } members)
            return OutcomeFamilies.FamilyOf(definition.Kind) is { } family && AbsentOf(family) is { } spokenFor ? [spokenFor] : null;
        var each = members.Select(AbsentOf).OfType<Guid>().ToArray();
        return each.Length == members.Count ? [.. each.Distinct()] : null;
    }

    /// <summary>The first assessment that found none of a kind late enough.</summary>
    Guid? AbsentOf(AssessedKind kind) =>
        Array.Find(findings, f => f.Finding is Finding.Absent && f.Kind == kind && span!.IsAssessedLateEnough(f.When))?.EntryId;

    /// <summary>The fact by which the record is complete.</summary>
    KnownEvent? CompletedBy() => definition.Evidence switch
    {
        OutcomeEvidence.Discharged => facts.Discharge,
        OutcomeEvidence.DischargedAfterClose => facts.Discharge is { } discharge && span!.Reaches(discharge.When) ? discharge : null,
        OutcomeEvidence.Signed => facts.Signed,
        OutcomeEvidence.SeenAliveAfterClose => facts.LastSeenAlive is { } seen && span!.Reaches(seen.When) ? seen : null,
        _ => null,
    };

    /// <summary>The transfusions in the window up to the one with which the measure is reached.</summary>
    IReadOnlyList<Guid>? Measured()
    {
        if (definition.Measure is not { } measure || span is null)
            return null;
        var given = new List<Guid>();
        var units = 0m;
        foreach (var transfusion in facts.Transfusions.Where(t => measure.Counts(t.Product) && span.Contains(new KnownTime(t.At, t.ToTheDay))))
        {
            given.Add(transfusion.EntryId);
            if ((units += transfusion.Units) >= measure.AtLeastUnits)
                return given;
        }

        return null;
    }

    OutcomeAt Is(OutcomeState state, OutcomeReason reason, params IReadOnlyList<Guid> entryIds) =>
        new(state, reason, entryIds, span?.LastDay, isClosed, isClosed ? null : span?.EndsAt);
}
