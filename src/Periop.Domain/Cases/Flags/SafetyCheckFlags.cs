using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>The phases of the WHO Surgical Safety Checklist, and what has to be in order before the room.</summary>
static class SafetyCheckFlags
{
    public static readonly FlagRule[] Rules =
    [
        new("time-out-missing", Severity.Safety, "No time-out", "An incision without a time-out before it.", TimeOutMissing, Stops: true)
        {
            MayChangeWith = FlagRule.ChangesTimes,
            Remedies = (_, _) => [new CompleteSafetyCheck(SafetyCheckPhase.TimeOut)],
        },
        new("sign-in-missing", Severity.Attention, "No sign-in", "Induction, or the patient anesthetized, without a sign-in before it.", SignInMissing)
        {
            MayChangeWith = FlagRule.ChangesTimes,
            Remedies = (_, _) => [new CompleteSafetyCheck(SafetyCheckPhase.SignIn)],
        },
        new("sign-out-missing", Severity.Attention, "No sign-out", "The patient left the room without a sign-out before.", SignOutMissing)
        {
            MayChangeWith = FlagRule.ChangesTimes,
            Remedies = (_, _) => [new CompleteSafetyCheck(SafetyCheckPhase.SignOut)],
        },
        new("preparation-incomplete", Severity.Attention, "Not all prepared",
            "The patient entered the room with an item of the preparation open or a problem unsolved.", PreparationIncomplete)
        {
            MayChangeWith = happened => happened is PreparationItemRecorded || FlagRule.ChangesTimes(happened),
            Remedies = (entries, _) =>
                entries.All<PreparationItemRecorded>(i => i.Outcome is PreparationOutcome.Problem).Any() ? [] : [new DeclarePatientPrepared()],
        },
    ];

    static IEnumerable<Raised> TimeOutMissing(SurvivingEntries entries) =>
        from incision in entries.All<IncisionMade>()
        where !entries.AreAllImported && !CheckedBy(entries, Milestone.TimeOut, incision)
        select new Raised("The incision has no time-out before it.", incision);

    static IEnumerable<Raised> SignInMissing(SurvivingEntries entries) =>
        (entries.Answering(Milestone.Induction) ?? entries.Answering(Milestone.Anesthesia)) is { } begin
        && !begin.IsImported() && !CheckedBy(entries, Milestone.SignIn, begin)
            ? [new Raised("Anesthesia has no sign-in before it.", begin)]
            : [];

    static IEnumerable<Raised> SignOutMissing(SurvivingEntries entries) =>
        entries.Answering(Milestone.RoomExit) is { } left && !left.IsImported() && !CheckedBy(entries, Milestone.SignOut, left)
            ? [new Raised("The patient left the room without a sign-out.", left)]
            : [];

    /// <summary>The nurse's declaration covers what was not ticked, but not a problem.</summary>
    static IEnumerable<Raised> PreparationIncomplete(SurvivingEntries entries)
    {
        if (entries.RoomEntry is not { } entered || entered.IsImported())
            yield break;
        var items = entries.Where(e => e.EffectiveAt <= entered.EffectiveAt).Select(e => e.Event).OfType<PreparationItemRecorded>()
            .GroupBy(i => i.Item).ToDictionary(g => g.Key, g => g.Last().Outcome);
        var declared = entries.First<PatientPrepared>() is { } prepared && prepared.EffectiveAt <= entered.EffectiveAt;
        var open = Enum.GetValues<PreparationItem>()
            .Where(i => items.TryGetValue(i, out var outcome) ? outcome is PreparationOutcome.Problem : !declared).ToArray();
        if (open.Length > 0)
            yield return new Raised($"The patient entered the room with open preparation: {string.Join(", ", open.Select(Vocabulary.WordFor))}.", entered);
    }

    static bool CheckedBy(SurvivingEntries entries, Milestone check, Entry step) => entries.Answering(check)?.EffectiveAt <= step.EffectiveAt;
}
