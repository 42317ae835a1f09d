using Periop.Domain.Times.Metrics;
using Periop.Server.Shell;

namespace Periop.Server.Audit.Times;

/// <summary>How operating rooms are used, in words.</summary>
static class TimesWords
{
    public static string Metric(Metric metric) => metric switch
    {
        Domain.Times.Metrics.Metric.OnTimeStart => "first cases that start on time",
        Domain.Times.Metrics.Metric.Turnover => "turnover between two cases",
        Domain.Times.Metrics.Metric.Utilisation => "use of the rooms",
        Domain.Times.Metrics.Metric.CutToClose => "time from incision to closure",
        _ => "difference to the plan",
    };

    /// <summary>A share in percent, all else in minutes.</summary>
    public static string Value(TimesGroup group) => group.Value is not { } value ? NumberWords.None
        : group.Statistic is Statistic.Share ? NumberWords.Percent(value) : Minutes(value);

    public static string Minutes(double? minutes) => minutes is { } known ? $"{NumberWords.Fixed(known, 0)} min" : NumberWords.None;

    /// <summary>So many of so many, where it is a share.</summary>
    public static string Of(TimesGroup group) => group.Statistic is not Statistic.Share ? ""
        : $"{NumberWords.Fixed((double)group.Numerator, 0)} of {NumberWords.Fixed((double)group.Denominator, 0)}";

    public static string Lateness(LatenessCounts counts) => string.Join(", ", new[]
    {
        (counts.Prompt, "prompt"), (counts.Delayed, "within 20 min"), (counts.Late, "late"), (counts.Unknown, "from a file"),
    }.Where(c => c.Item1 > 0).Select(c => $"{NumberWords.Count(c.Item1)} {c.Item2}"));
}
