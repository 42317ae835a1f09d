using System.Text.Json.Serialization;
using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Domain.Times.Metrics;

/// <summary>From one patient's leaving a room to the next one's entering it, of cases that were scheduled one after the other.</summary>
/// <param name="CapMinutes">A longer gap is no turnover: nobody was to come; null: every gap is one.</param>
public sealed record Turnover(string Id, int Version, string Title, string Source, bool IsUsual, int? CapMinutes)
    : MetricDefinition(Id, Version, Title, Source, IsUsual)
{
    [JsonIgnore]
    public override Metric Metric => Metric.Turnover;

    [JsonIgnore]
    public override Statistic Statistic => Statistic.Mean;

    public override Measured Measure(IReadOnlyList<CaseTimes> cases, LocalDays days)
    {
        var (measured, not) = (new List<Measurement>(), new List<NotMeasured>());
        foreach (var (room, day, stays) in RoomDays.Of(cases, days, not))
            foreach (var (place, next) in stays.Index())
                if (place == 0)
                    not.Add(new NotMeasured(next.Case.CaseId, day, "the first of its room and day"));
                else if (Between(stays[place - 1].Stay, next.Stay) is var gap && WhyNot(gap, stays[place - 1].Case, next.Case) is { } why)
                    not.Add(new NotMeasured(next.Case.CaseId, day, why));
                else
                    measured.Add(Measurement.Of(
                        [stays[place - 1].Case.CaseId, next.Case.CaseId], room, day, gap, gap.Minutes!.Value, gap.Minutes.Value));
        return new Measured(measured, not);
    }

    static Duration Between(RoomTime prior, RoomTime next) =>
        Duration.Between("turnover", Milestone.RoomExit, prior.Left, Milestone.RoomEntry, next.Entered);

    string? WhyNot(Duration gap, CaseTimes prior, CaseTimes next) =>
        prior.CaseId == next.CaseId ? "the same patient came back"
        : prior.ScheduledStart is null || next.ScheduledStart is null || prior.ScheduledStart > next.ScheduledStart ? "not scheduled one after the other"
        : gap.Minutes is not { } minutes ? gap.Reason
        : minutes > CapMinutes ? $"longer than {CapMinutes} minutes"
        : null;
}
