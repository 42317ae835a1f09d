using Periop.Domain.Cases;

namespace Periop.Domain.Times.RecordKeeping;

/// <summary>How the milestones of a case were recorded, from the patient coming into the room to leaving it: there a time can be late.</summary>
public static class MilestonesRecorded
{
    /// <summary>In their normal order.</summary>
    public static IReadOnlyList<Milestone> All { get; } =
        [.. Milestone.All.SkipWhile(m => m != Milestone.RoomEntry).TakeWhile(m => m != Milestone.RoomExit), Milestone.RoomExit];

    /// <summary>Each of them by its name.</summary>
    public static IReadOnlyDictionary<string, Milestone> ByName { get; } = All.ToDictionary(m => m.Name);

    /// <summary>The time that counts; null when none is recorded.</summary>
    public static MilestoneTime? TimeOf(Milestone milestone, SurvivingEntries entries) =>
        milestone == Milestone.Closure || milestone == Milestone.Dressing
            ? MilestoneTime.Last(milestone, entries) : MilestoneTime.First(milestone, entries);

    /// <summary>
    /// Null where nothing can be said: it is not recorded, and nothing says that it has come. A case that was broken off has no incision, not
    /// every anesthesia is induced, and a dressing is nobody's duty.
    /// </summary>
    /// <param name="times">Of a case, those that are recorded of the milestones that are asked about.</param>
    public static RecordedHow? How(Milestone milestone, IReadOnlyDictionary<Milestone, MilestoneTime> times)
    {
        if (times.TryGetValue(milestone, out var time))
            return time.ToTheDay ? RecordedHow.Unknown : Of(time.Lateness);
        var hasCome = milestone == Milestone.RoomEntry ? times.Count > 0
            : milestone == Milestone.AnesthesiaStart ? Has(Milestone.Induction) || Has(Milestone.Anesthesia)
            : milestone == Milestone.SignIn ? Has(Milestone.Induction) || Has(Milestone.TimeOut) || Has(Milestone.Incision) || Has(Milestone.RoomExit)
            : milestone == Milestone.TimeOut ? Has(Milestone.Incision) || Has(Milestone.Closure) || Has(Milestone.Dressing)
            : milestone == Milestone.Incision ? Has(Milestone.Closure) || Has(Milestone.Dressing)
            : milestone == Milestone.Closure ? Has(Milestone.Dressing) || (Has(Milestone.Incision) && Has(Milestone.RoomExit))
            : milestone == Milestone.SignOut && Has(Milestone.RoomExit);
        return hasCome ? RecordedHow.NotRecorded : null;

        bool Has(Milestone other) => times.ContainsKey(other);
    }

    static RecordedHow Of(LatenessClass lateness) => lateness switch
    {
        LatenessClass.Prompt => RecordedHow.Prompt,
        LatenessClass.Delayed => RecordedHow.Delayed,
        LatenessClass.Late => RecordedHow.Late,
        _ => RecordedHow.Unknown,
    };
}
