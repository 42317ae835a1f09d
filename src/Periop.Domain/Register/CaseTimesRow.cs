using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Domain.Times;
using Periop.Domain.Times.Metrics;

namespace Periop.Domain.Register;

/// <summary>The times of a case that the use of rooms is measured by, one row per case. Instants are UTC.</summary>
/// <param name="IsCancelled">Called off before the patient came.</param>
public sealed record CaseTimesRow(bool IsCancelled) : RegisterRow("case")
{
    /// <summary>The room entry, else the planned start; null when neither is known.</summary>
    public DateTimeOffset? DayAt { get; init; }

    public Priority? Priority { get; init; }

    /// <summary>Where it was planned.</summary>
    public Label? Room { get; init; }

    public DateTimeOffset? ScheduledStart { get; init; }

    public int? ScheduledMinutes { get; init; }

    public MilestoneTime? RoomEntry { get; init; }

    public MilestoneTime? Incision { get; init; }

    public MilestoneTime? Closure { get; init; }

    public MilestoneTime? Dressing { get; init; }

    public MilestoneTime? RoomExit { get; init; }

    public ValueList<RoomTime> Stays { get; init; } = [];

    /// <summary>The times of a case; none of one that was entered in error.</summary>
    public static IReadOnlyList<RegisterRow> Of(SurgicalCase surgicalCase) =>
        surgicalCase.Entries[surgicalCase.Id].Survives ? [Of(CaseTimes.Of(surgicalCase.Surviving()))] : [];

    /// <summary>Whether an event is of a kind that can change them.</summary>
    public static bool MayChangeWith(CaseEvent happened) => happened is
        CaseScheduled or PlanChanged or CaseCalledOff or PatientEnteredRoom or PatientLeftRoom or IncisionMade or WoundClosed or DressingApplied
        or TimeCorrected or EntryRetracted;

    /// <summary>What the metrics ask.</summary>
    public CaseTimes ToTimes(Guid caseId) => new(
        caseId, IsCancelled, Priority, Room, ScheduledStart?.ToUniversalTime(), ScheduledMinutes, RoomEntry, Incision, Closure, Dressing, RoomExit, Stays);

    static CaseTimesRow Of(CaseTimes times) => new(times.IsCancelled)
    {
        DayAt = times.RoomEntry?.At ?? times.ScheduledStart,
        Priority = times.Priority,
        Room = times.Room,
        ScheduledStart = times.ScheduledStart,
        ScheduledMinutes = times.ScheduledMinutes,
        RoomEntry = times.RoomEntry,
        Incision = times.Incision,
        Closure = times.Closure,
        Dressing = times.Dressing,
        RoomExit = times.RoomExit,
        Stays = times.Stays,
    };
}
