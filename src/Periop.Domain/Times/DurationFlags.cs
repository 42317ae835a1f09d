using Periop.Domain.Cases;

namespace Periop.Domain.Times;

/// <summary>Durations that are long.</summary>
static class DurationFlags
{
    static readonly TimeSpan LongestPlausible = TimeSpan.FromHours(24);

    /// <summary>Without any of them there is no duration to judge.</summary>
    static readonly Milestone[] Ends = [Milestone.RoomExit, Milestone.AnesthesiaEnd, Milestone.Closure];

    public static readonly FlagRule[] Rules =
    [
        new("longer-than-planned", Severity.Info, "Over planned time", "The patient was in the room for longer than planned.", LongerThanPlanned)
        {
            MayChangeWith = FlagRule.ChangesTimes,
        },
        new("implausible-duration", Severity.Attention, "Over 24 hours",
            "The time in the room, under anesthesia or from cut to close is over 24 hours.", ImplausibleDuration)
        {
            MayChangeWith = FlagRule.ChangesTimes,
        },
    ];

    static IEnumerable<Raised> LongerThanPlanned(SurvivingEntries entries) =>
        Plan.Of(entries).ScheduledMinutes is { } planned
        && entries.Milestones.Contains(Milestone.RoomExit)
        && Duration.Of(entries).Single(d => d.Name == "in-room") is { Minutes: { } minutes } inRoom && minutes > planned
            ? [new Raised($"The patient was in the room for {minutes:0} minutes; planned were {planned}.",
                entries.Case.Entries[inRoom.FromEntryId!.Value], entries.Case.Entries[inRoom.ToEntryId!.Value])]
            : [];

    static IEnumerable<Raised> ImplausibleDuration(SurvivingEntries entries) =>
        from duration in Ends.Any(entries.Milestones.Contains) ? Duration.Of(entries) : []
        where duration.Name is "in-room" or "anesthesia" or "cut-to-close" && duration.Minutes > (decimal)LongestPlausible.TotalMinutes
        select new Raised($"{duration.Name}: {duration.Minutes:0} minutes cannot be right.",
            entries.Case.Entries[duration.FromEntryId!.Value], entries.Case.Entries[duration.ToEntryId!.Value]);
}
