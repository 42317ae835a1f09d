using System.Text.Json.Serialization;
using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Domain.Times.Metrics;

/// <summary>What a start is measured at.</summary>
public enum StartMilestone { RoomEntry, Incision }

/// <summary>How many of the first cases of a room and day began by when they were scheduled.</summary>
/// <param name="At">What is to have happened by then.</param>
/// <param name="GraceSeconds">How much later is still on time.</param>
/// <param name="ScheduledFrom">First cases that were scheduled for earlier in the day do not count; null: all do.</param>
/// <param name="ScheduledUntil">Nor those scheduled for later.</param>
/// <param name="Without">Cases of these priorities are no first cases.</param>
public sealed record OnTimeStart(
    string Id, int Version, string Title, string Source, bool IsUsual, StartMilestone At, int GraceSeconds, TimeOnly? ScheduledFrom,
    TimeOnly? ScheduledUntil, IReadOnlyList<Priority> Without) : MetricDefinition(Id, Version, Title, Source, IsUsual)
{
    [JsonIgnore]
    public override Metric Metric => Metric.OnTimeStart;

    [JsonIgnore]
    public override Statistic Statistic => Statistic.Share;

    public override Measured Measure(IReadOnlyList<CaseTimes> cases, LocalDays days)
    {
        var (measured, not) = (new List<Measurement>(), new List<NotMeasured>());
        var candidates = new List<CaseTimes>();
        foreach (var times in cases)
            if (WhyNoFirstCase(times) is { } why)
                not.Add(new NotMeasured(times.CaseId, DayOf(times, days), why));
            else
                candidates.Add(times);
        foreach (var ofRoom in candidates.GroupBy(c => (Room: c.Room!.Value, Day: days.DateOf(c.ScheduledStart!.Value))))
        {
            var inOrder = ofRoom.Order(Comparer<CaseTimes>.Create(CaseTimes.AsScheduled)).ToArray();
            if (WhyNotMeasured(inOrder[0], days) is { } why)
                not.Add(new NotMeasured(inOrder[0].CaseId, ofRoom.Key.Day, why));
            else
                measured.Add(MeasurementOf(inOrder[0], ofRoom.Key.Room, ofRoom.Key.Day));
            not.AddRange(inOrder.Skip(1).Select(c => new NotMeasured(c.CaseId, ofRoom.Key.Day, "not the first case of its room and day")));
        }

        return new Measured(measured, not);
    }

    static DateOnly? DayOf(CaseTimes times, LocalDays days) => times.ScheduledStart is { } start ? days.DateOf(start) : times.Day(days);

    string? WhyNoFirstCase(CaseTimes times) =>
        times.WhyNever is { } never ? never
        : times.ScheduledStart is null ? "no start was planned"
        : times.Room is null ? "no room was planned"
        : times.Priority is { } priority && Without.Contains(priority) ? $"its priority is {Vocabulary.WordFor(priority)}"
        : null;

    string? WhyNotMeasured(CaseTimes first, LocalDays days) =>
        IsOutside(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(first.ScheduledStart!.Value, days.Zone).DateTime))
            ? $"scheduled outside {ScheduledFrom:HH\\:mm} to {ScheduledUntil:HH\\:mm}"
        : Start(first) is not { } start ? $"{Started} is not recorded"
        : start.ToTheDay ? KnownToTheDay.Reason
        : null;

    bool IsOutside(TimeOnly scheduled) => scheduled < ScheduledFrom || scheduled > ScheduledUntil;

    Measurement MeasurementOf(CaseTimes first, Label room, DateOnly day)
    {
        var start = Start(first)!;
        var late = start.At - first.ScheduledStart!.Value;
        return new Measurement(
            [first.CaseId], room, day, Math.Round((decimal)late.TotalMinutes, 2), late <= TimeSpan.FromSeconds(GraceSeconds) ? 1 : 0, 1, [start.EntryId],
            start.Lateness, start.IsTwice ? $"{Started} is recorded twice" : null);
    }

    Milestone Started => At is StartMilestone.RoomEntry ? Milestone.RoomEntry : Milestone.Incision;

    MilestoneTime? Start(CaseTimes times) => At is StartMilestone.RoomEntry ? times.RoomEntry : times.Incision;
}
