namespace Periop.Domain.Cases;

/// <summary>The instant whose local day a case belongs to.</summary>
public static class CaseDay
{
    /// <summary>The planned start; without one, when the patient entered the room; before that, the first thing that happened.</summary>
    public static DateTimeOffset Of(SurvivingEntries entries) =>
        Plan.Of(entries).ScheduledStart
        ?? (entries.RoomEntry ?? entries.FirstOrDefault(e => e.Event is not CaseScheduled) ?? entries.Case.Entries[entries.Case.Id])
            .EffectiveAt;

    /// <summary>
    /// The same; but a case of which files alone tell is of no day unless they give a time of it: when the file was read, or the
    /// patient died, says nothing about when it was.
    /// </summary>
    public static DateTimeOffset? Known(SurvivingEntries entries) =>
        !entries.AreToldByFilesAlone() ? Of(entries)
        : Plan.Of(entries).ScheduledStart
            ?? (entries.RoomEntry ?? entries.First<IntraoperativeEvent>())?.EffectiveAt;
}
