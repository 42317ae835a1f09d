namespace Periop.Domain.Cases;

/// <summary>What is likely to be recorded next.</summary>
/// <param name="Remedies">First: what answers an open alert, a count that does not match, a safety flag that nobody has answered.</param>
/// <param name="Milestones">Then the milestones likely to come, in order.</param>
public sealed record NextMilestones(IReadOnlyList<Remedy> Remedies, IReadOnlyList<Milestone> Milestones)
{
    static readonly Dictionary<Milestone, int> Place = Milestone.All.Index().ToDictionary(m => m.Item, m => m.Index);

    static readonly Dictionary<CasePhase, Milestone> Beginning = new()
    {
        [CasePhase.Prepared] = Milestone.Preparation,
        [CasePhase.InRoom] = Milestone.RoomEntry,
        [CasePhase.Anesthetized] = Milestone.Anesthesia,
        [CasePhase.Incised] = Milestone.Incision,
        [CasePhase.Closing] = Milestone.ClosingStart,
        [CasePhase.Closed] = Milestone.Closure,
        [CasePhase.OutOfRoom] = Milestone.RoomExit,
        [CasePhase.Recovery] = Milestone.RecoveryEntry,
        [CasePhase.Discharged] = Milestone.Discharge,
    };

    /// <summary>
    /// A milestone that others have passed is not likely any more, but for these, up to where they belong: the checks are often recorded
    /// late, and how the room and anesthesia come to their end does not depend on where the patient is.
    /// </summary>
    static readonly Dictionary<Milestone, Milestone> LikelyUntil = new()
    {
        [Milestone.Preparation] = Milestone.RoomEntry,
        [Milestone.SignIn] = Milestone.Incision,
        [Milestone.TimeOut] = Milestone.Incision,
        [Milestone.SignOut] = Milestone.RoomExit,
        [Milestone.AnesthesiaEnd] = Milestone.Discharge,
        [Milestone.RoomCleaned] = Milestone.Discharge,
    };

    static readonly Milestone[]
        OfTheWound = [Milestone.Exposure, Milestone.ClosingStart, Milestone.Closure, Milestone.Dressing],
        Closing = [Milestone.ClosingStart, Milestone.Closure],
        OfAnesthesia = [Milestone.Emergence, Milestone.AnesthesiaEnd],
        AfterDeath = [Milestone.RoomExit, Milestone.AnesthesiaEnd, Milestone.RoomCleaned];

    public static NextMilestones Of(SurvivingEntries entries, RuleBook rules)
    {
        var progress = Progress.Of(entries);
        if (progress.Status is CaseStatus.Cancelled or CaseStatus.EnteredInError)
            return new NextMilestones([], []);
        var unanswered = Unanswered(entries).ToArray();
        var recorded = entries.Milestones.Where(marks => marks.Any(e => progress.ReopenedAt is not { } again || e.EffectiveAt >= again))
            .Select(marks => marks.Key).Except([Milestone.Death]).ToHashSet();
        var begun = Beginning.TryGetValue(progress.Phase, out var first) ? Place[first] : -1;
        var furthest = recorded.Select(m => Place[m]).Append(begun).Max();
        return new NextMilestones(
            [.. unanswered.Concat(AnswersToFlags(entries, rules)).Distinct()],
            [
                .. from milestone in Milestone.All
                   where milestone != Milestone.Death && !recorded.Contains(milestone)
                   where Place[milestone] > furthest || (LikelyUntil.TryGetValue(milestone, out var until) && Place[until] > furthest)
                   where unanswered.Length == 0 || !Closing.Contains(milestone)
                   where Happens(milestone, entries, progress.Status, furthest)
                   select milestone,
            ]);
    }

    /// <summary>Before these are answered, no wound should be closed.</summary>
    static IEnumerable<Remedy> Unanswered(SurvivingEntries entries)
    {
        if (NeuromonitoringFlags.Open(entries).Any())
            yield return Remedy.Some<ResolveAlert>();
        if (CountFlags.Standing(entries, CountResult.Discrepancy).Any())
            yield return Remedy.Some<PerformCount>();
    }

    /// <summary>Whoever acknowledged a flag, or gave a reason to go past it, has answered it.</summary>
    static IEnumerable<Remedy> AnswersToFlags(SurvivingEntries entries, RuleBook rules) =>
        from flag in entries.FlagsBy(rules)
        where flag is { Severity: Severity.Safety, Acknowledged: null, Override: null }
        from remedy in rules.Flags.First(rule => rule.Code == flag.Code).Remedies(entries, entries.Case.Entries[flag.EntryIds[0]])
        select remedy;

    /// <summary>Whether it happens in a case like this one.</summary>
    static bool Happens(Milestone milestone, SurvivingEntries entries, CaseStatus status, int furthest) =>
        entries.First<PatientDied>() is not null ? AfterDeath.Contains(milestone)
        : milestone == Milestone.Exposure && Plan.Of(entries).Procedure?.Levels is not { Count: > 0 } ? false
        : OfAnesthesia.Contains(milestone) && furthest >= Place[Milestone.Incision] && !Expectation.WasAnesthetized(entries) ? false
        : status is not CaseStatus.Aborted
        || (Place[milestone] > Place[Milestone.Exposure] && (!OfTheWound.Contains(milestone) || entries.First<IncisionMade>() is not null));
}
