using System.Text.Json.Serialization;
using Periop.Domain.Text;

namespace Periop.Domain.Times.Metrics;

/// <summary>What is made of the difference: with its sign, without it, whether it is small enough, or the one in the middle.</summary>
public enum DurationError { Signed, Absolute, Within, Middle }

/// <summary>How much longer patients were in the room than planned.</summary>
/// <param name="ToleranceMinutes">For <see cref="DurationError.Within"/>: up to so many minutes more or less is as planned; or a percentage.</param>
/// <param name="TolerancePercent">The same, in percent of the planned minutes.</param>
public sealed record ScheduleAccuracy(
    string Id, int Version, string Title, string Source, bool IsUsual, DurationError Error, int? ToleranceMinutes = null, int? TolerancePercent = null)
    : MetricDefinition(Id, Version, Title, Source, IsUsual)
{
    [JsonIgnore]
    public override Metric Metric => Metric.ScheduleAccuracy;

    [JsonIgnore]
    public override Statistic Statistic => Error switch
    {
        DurationError.Within => Statistic.Share,
        DurationError.Middle => Statistic.Median,
        _ => Statistic.Mean,
    };

    public override Measured Measure(IReadOnlyList<CaseTimes> cases, LocalDays days) => OneByOne.Measure(cases, days, (times, day) =>
        times.ScheduledMinutes is not { } planned ? (null, "no minutes were planned")
        : times.InRoom.Minutes is not { } actual ? (null, times.InRoom.Reason)
        : (Measurement.Of([times.CaseId], null, day, times.InRoom, actual - planned, NumeratorOf(actual - planned, planned)), null));

    decimal NumeratorOf(decimal difference, int planned) => Error switch
    {
        DurationError.Absolute => Math.Abs(difference),
        DurationError.Within => Math.Abs(difference) <= (ToleranceMinutes ?? planned * (decimal)TolerancePercent!.Value / 100) ? 1 : 0,
        _ => difference,
    };
}
