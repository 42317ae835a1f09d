namespace Periop.Domain.Cases;

/// <summary>What neuromonitoring reported and nobody resolved.</summary>
static class NeuromonitoringFlags
{
    public static readonly FlagRule[] Rules =
    [
        new("alert-unresolved", Severity.Safety, "Alert unresolved", "A wound closed with a neuromonitoring alert not resolved.", AlertUnresolved),
    ];

    static IEnumerable<Raised> AlertUnresolved(SurvivingEntries entries) =>
        from closure in entries.All<WoundClosed>()
        from alert in entries.All<AlertRaised>()
        where alert.EffectiveAt <= closure.EffectiveAt
        where !entries.All<AlertResolved>(r => r.TargetEntryId == alert.Id && r.Outcome is AlertOutcome.Resolved).Any(r => r.EffectiveAt <= closure.EffectiveAt)
        select new Raised("The wound was closed with a neuromonitoring alert not resolved.", closure, alert);
}
