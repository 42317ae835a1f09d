using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Domain.Times.Metrics;

/// <summary>What the metrics ask of a case.</summary>
/// <param name="Room">Where it was planned.</param>
/// <param name="Stays">The patient's time in each operating room, in order.</param>
public sealed record CaseTimes(
    Guid CaseId, CaseStatus Status, Priority? Priority, Label? Room, DateTimeOffset? ScheduledStart, int? ScheduledMinutes, MilestoneTime RoomEntry,
    MilestoneTime Incision, Duration InRoom, Duration CutToClosure, Duration CutToDressing, IReadOnlyList<RoomTime> Stays)
{
    /// <summary>Why a case is in no metric, whatever its times; null when it can be.</summary>
    public string? WhyNever => Status switch
    {
        CaseStatus.EnteredInError => "entered in error",
        CaseStatus.Cancelled => "cancelled",
        _ => null,
    };

    public static CaseTimes Of(SurvivingEntries entries)
    {
        var durations = Duration.Of(entries).ToDictionary(d => d.Name);
        var entered = MilestoneTime.First(Milestone.RoomEntry, entries);
        var incision = MilestoneTime.First(Milestone.Incision, entries);
        return new CaseTimes(
            entries.Case.Id, Progress.Of(entries).Status, Planned(p => p.Priority), Planned(p => p.Room), Planned(p => p.ScheduledStart),
            Planned(p => p.ScheduledMinutes), entered, incision, durations["in-room"], durations["cut-to-close"],
            Duration.Between("cut-to-dressing", incision, MilestoneTime.Last(Milestone.Dressing, entries), e => Lateness.IsLate(e, entries)),
            RoomTime.AllOf(entries));

        // By the plan that the day was begun with: one that is moved with the delay would make every start punctual. What that plan left
        // open a file may have told since.
        T? Planned<T>(Func<Plan, T?> slot) =>
            entered.Entry is { } entry && slot(Plan.InForceAt(entries, entry.EffectiveAt)) is { } inForce ? inForce : slot(Plan.Of(entries));
    }

    /// <summary>The local day of the room entry; without one, that of the planned start; null when neither is known.</summary>
    public DateOnly? Day(LocalDays days) => (RoomEntry.Entry?.EffectiveAt ?? ScheduledStart) is { } at ? days.DateOf(at) : null;

    /// <summary>Of two cases that were planned for the same moment, the one whose patient came first; the id decides what nothing else does.</summary>
    internal static readonly Comparison<CaseTimes> AsScheduled = (one, other) =>
        Nullable.Compare(one.ScheduledStart, other.ScheduledStart) is not 0 and var planned ? planned
        : Came(one).CompareTo(Came(other)) is not 0 and var came ? came
        : one.CaseId.CompareTo(other.CaseId);

    static DateTimeOffset Came(CaseTimes times) => times.RoomEntry.Entry?.EffectiveAt ?? DateTimeOffset.MaxValue;
}

/// <summary>The patient's time in one operating room.</summary>
/// <param name="Room">Null when nobody said which.</param>
/// <param name="Left">The exit, or the entry into the next room.</param>
public sealed record RoomTime(Guid CaseId, Label? Room, MilestoneTime Entered, MilestoneTime Left)
{
    /// <summary>How long; or why it cannot be said.</summary>
    public Duration Duration => Duration.Between("in-room", Entered, Left, _ => false);

    internal static IReadOnlyList<RoomTime> AllOf(SurvivingEntries entries)
    {
        var arrivals = entries.RoomArrivals;
        return
        [
            .. arrivals.Select((arrival, place) => new RoomTime(
                entries.Case.Id, arrival.Room, EntryOf(arrival),
                place + 1 < arrivals.Count ? EntryOf(arrivals[place + 1]) : MilestoneTime.First(Milestone.RoomExit, entries))),
        ];
    }

    static MilestoneTime EntryOf(RoomArrival arrival) => new(Milestone.RoomEntry, arrival.Answering, arrival.Entries.Count > 1);
}
