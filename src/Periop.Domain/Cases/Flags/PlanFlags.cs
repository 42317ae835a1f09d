namespace Periop.Domain.Cases;

/// <summary>What a plan lacks, or the hospital does not have.</summary>
static class PlanFlags
{
    public static readonly FlagRule[] Rules =
    [
        new("number-missing", Severity.Attention, "No case number",
            "A case that the hospital has given no number yet. It is called by one that was made.", NumberMissing)
        {
            MayChangeWith = happened => happened is PlanningEvent,
        },
        new("room-unknown", Severity.Info, "Unknown room", "A plan or an entry names a room that the hospital did not have when it was recorded.", RoomUnknown)
        {
            MayChangeWith = happened => happened is INamesRoom,
        },
    ];

    static IEnumerable<Raised> NumberMissing(SurvivingEntries entries) =>
        from scheduled in entries.All<CaseScheduled>()
        where MadeNumber.Is(Plan.Of(entries).CaseNumber, scheduled.Id)
        select new Raised("The case has no number yet: give it one as a change of plan.", scheduled);

    static IEnumerable<Raised> RoomUnknown(SurvivingEntries entries) =>
        from entry in entries
        where entry.Event is INamesRoom { RoomUnknown: true }
        select new Raised($"The hospital has no room {((INamesRoom)entry.Event).Room}.", entry);
}
