namespace Periop.Domain.Cases;

/// <summary>What neuromonitoring reported and nobody resolved.</summary>
static class NeuromonitoringFlags
{
    public static readonly FlagRule[] Rules =
    [
        new("alert-unresolved", Severity.Safety, "Alert unresolved", "A wound closed with a neuromonitoring alert not resolved.", AlertUnresolved)
        {
            Remedies = (entries, _) => Open(entries).Any() ? [Remedy.Some<ResolveAlert>()] : [],
        },
    ];

    /// <summary>The alerts of whose end nothing is said.</summary>
    internal static IEnumerable<Entry> Open(SurvivingEntries entries) =>
        entries.All<AlertRaised>().Where(alert => !entries.All<AlertResolved>(r => r.TargetEntryId == alert.Id).Any());

    static IEnumerable<Raised> AlertUnresolved(SurvivingEntries entries) =>
        from closure in entries.All<WoundClosed>()
        from alert in entries.All<AlertRaised>()
        where alert.EffectiveAt <= closure.EffectiveAt
        where !entries.All<AlertResolved>(r => r.TargetEntryId == alert.Id && r.Outcome is AlertOutcome.Resolved).Any(r => r.EffectiveAt <= closure.EffectiveAt)
        select new Raised("The wound was closed with a neuromonitoring alert not resolved.", closure, alert);
}
