using System.Text.Json.Serialization;
using Periop.Domain.Text;

namespace Periop.Domain.Times.Metrics;

/// <summary>What ends an operation: the last stitch, or the dressing.</summary>
public enum OperationEnd { Closure, Dressing }

/// <summary>From the first incision to the end of the operation.</summary>
public sealed record CutToClose(string Id, int Version, string Title, string Source, bool IsUsual, OperationEnd Until)
    : MetricDefinition(Id, Version, Title, Source, IsUsual)
{
    [JsonIgnore]
    public override Metric Metric => Metric.CutToClose;

    [JsonIgnore]
    public override Statistic Statistic => Statistic.Mean;

    public override Measured Measure(IReadOnlyList<CaseTimes> cases, LocalDays days) => OneByOne.Measure(cases, days, (times, day) =>
        CutOf(times) is { Minutes: { } minutes } cut ? (Measurement.Of([times.CaseId], null, day, cut, minutes, minutes), null) : (null, CutOf(times).Reason));

    Duration CutOf(CaseTimes times) => Until is OperationEnd.Closure ? times.CutToClosure : times.CutToDressing;
}

/// <summary>Metrics that measure each case by itself.</summary>
static class OneByOne
{
    public static Measured Measure(
        IReadOnlyList<CaseTimes> cases, LocalDays days, Func<CaseTimes, DateOnly, (Measurement? Measurement, string? WhyNot)> measure)
    {
        var (measured, not) = (new List<Measurement>(), new List<NotMeasured>());
        foreach (var times in cases)
        {
            var day = times.Day(days);
            var (measurement, whyNot) = times.WhyNever is { } never ? (null, never) : day is { } known ? measure(times, known) : (null, "of no day");
            if (measurement is not null)
                measured.Add(measurement);
            else
                not.Add(new NotMeasured(times.CaseId, day, whyNot!));
        }

        return new Measured(measured, not);
    }
}
