using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Domain.Times.Metrics;

/// <summary>What the metrics ask of a case. Instants are UTC.</summary>
/// <param name="IsCancelled">Called off before the patient came.</param>
/// <param name="Room">Where it was planned.</param>
/// <param name="Incision">The first.</param>
/// <param name="Closure">The last.</param>
/// <param name="Dressing">The last.</param>
/// <param name="Stays">The patient's time in each operating room, in order.</param>
public sealed record CaseTimes(
    Guid CaseId, bool IsCancelled, Priority? Priority, Label? Room, DateTimeOffset? ScheduledStart, int? ScheduledMinutes, MilestoneTime? RoomEntry,
    MilestoneTime? Incision, MilestoneTime? Closure, MilestoneTime? Dressing, MilestoneTime? RoomExit, ValueList<RoomTime> Stays)
{
    /// <summary>Why a case is in no metric, whatever its times; null when it can be.</summary>
    public string? WhyNever => IsCancelled ? "cancelled" : null;

    public Duration InRoom => Duration.Between("in-room", Milestone.RoomEntry, RoomEntry, Milestone.RoomExit, RoomExit);

    public Duration CutToClosure => Duration.Between("cut-to-close", Milestone.Incision, Incision, Milestone.Closure, Closure);

    public Duration CutToDressing => Duration.Between("cut-to-dressing", Milestone.Incision, Incision, Milestone.Dressing, Dressing);

    public static CaseTimes Of(SurvivingEntries entries)
    {
        var entered = MilestoneTime.First(Milestone.RoomEntry, entries);
        var left = MilestoneTime.First(Milestone.RoomExit, entries);
        return new CaseTimes(
            entries.Case.Id, Progress.Of(entries).Status is CaseStatus.Cancelled, Planned(p => p.Priority), Planned(p => p.Room),
            Planned(p => p.ScheduledStart)?.ToUniversalTime(),
            Planned(p => p.ScheduledMinutes), entered, MilestoneTime.First(Milestone.Incision, entries), MilestoneTime.Last(Milestone.Closure, entries),
            MilestoneTime.Last(Milestone.Dressing, entries), left, RoomTime.AllOf(entries, left));

        // By the plan that the day was begun with: one that is moved with the delay would make every start punctual. What that plan left
        // open a file may have told since.
        T? Planned<T>(Func<Plan, T?> slot) =>
            entered is not null && slot(Plan.InForceAt(entries, entered.At)) is { } inForce ? inForce : slot(Plan.Of(entries));
    }

    /// <summary>The local day of the room entry; without one, that of the planned start; null when neither is known.</summary>
    public DateOnly? Day(LocalDays days) => (RoomEntry?.At ?? ScheduledStart) is { } at ? days.DateOf(at) : null;

    /// <summary>Of two cases that were planned for the same moment, the one whose patient came first; the id decides what nothing else does.</summary>
    internal static readonly Comparison<CaseTimes> AsScheduled = (one, other) =>
        Nullable.Compare(one.ScheduledStart, other.ScheduledStart) is not 0 and var planned ? planned
        : Came(one).CompareTo(Came(other)) is not 0 and var came ? came
        : one.CaseId.CompareTo(other.CaseId);

    static DateTimeOffset Came(CaseTimes times) => times.RoomEntry?.At ?? DateTimeOffset.MaxValue;
}

/// <summary>The patient's time in one operating room.</summary>
/// <param name="Room">Null when nobody said which.</param>
/// <param name="Left">The entry into the next room, or the exit; null when it is not recorded.</param>
public sealed record RoomTime(Label? Room, MilestoneTime Entered, MilestoneTime? Left)
{
    internal static ValueList<RoomTime> AllOf(SurvivingEntries entries, MilestoneTime? exit)
    {
        var arrivals = entries.RoomArrivals;
        return
        [
            .. arrivals.Select((arrival, place) =>
                new RoomTime(arrival.Room, EntryOf(arrival), place + 1 < arrivals.Count ? EntryOf(arrivals[place + 1]) : exit)),
        ];
    }

    /// <summary>How long; or why it cannot be said.</summary>
    internal Duration Duration => Duration.Between("in-room", Milestone.RoomEntry, Entered, Milestone.RoomExit, Left);

    static MilestoneTime EntryOf(RoomArrival arrival) => MilestoneTime.Of(arrival.Answering, arrival.Entries.Count > 1);
}
