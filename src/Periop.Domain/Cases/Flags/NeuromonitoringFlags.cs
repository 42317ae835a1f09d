namespace Periop.Domain.Cases;

/// <summary>What neuromonitoring reported and nobody resolved.</summary>
static class NeuromonitoringFlags
{
    public static readonly FlagRule[] Rules =
    [
        new("alert-unresolved", Severity.Safety, "Alert unresolved", "A wound closed with a neuromonitoring alert not resolved.", AlertUnresolved)
        {
            MayChangeWith = happened => happened is AlertRaised or AlertResolved or WoundClosed,
            Remedies = (entries, _) => Open(entries).Any() ? [Remedy.Some<ResolveAlert>()] : [],
        },
    ];

    /// <summary>The alerts of whose end nothing is said.</summary>
    internal static IEnumerable<Entry> Open(SurvivingEntries entries)
    {
        var spokenOf = entries.All<AlertResolved>().Select(r => ((AlertResolved)r.Event).TargetEntryId).ToHashSet();
        return entries.All<AlertRaised>().Where(alert => !spokenOf.Contains(alert.Id));
    }

    static IEnumerable<Raised> AlertUnresolved(SurvivingEntries entries)
    {
        var resolved = entries.All<AlertResolved>(r => r.Outcome is AlertOutcome.Resolved)
            .GroupBy(r => ((AlertResolved)r.Event).TargetEntryId).ToDictionary(r => r.Key, r => r.First().EffectiveAt);
        return from closure in entries.All<WoundClosed>()
               from alert in entries.All<AlertRaised>()
               where alert.EffectiveAt <= closure.EffectiveAt
               where !resolved.TryGetValue(alert.Id, out var at) || at > closure.EffectiveAt
               select new Raised("The wound was closed with a neuromonitoring alert not resolved.", closure, alert);
    }
}
