namespace Periop.Domain.Cases;

/// <summary>What a plan lacks.</summary>
static class PlanFlags
{
    public static readonly FlagRule[] Rules =
    [
        new("number-missing", Severity.Attention, "No case number",
            "A case that the hospital has given no number yet. It is called by one that was made.", NumberMissing),
    ];

    static IEnumerable<Raised> NumberMissing(SurvivingEntries entries) =>
        from scheduled in entries.All<CaseScheduled>()
        where Plan.Of(entries).CaseNumber == MadeNumber.Of(scheduled.Id)
        select new Raised("The case has no number yet: give it one as a change of plan.", scheduled);
}
