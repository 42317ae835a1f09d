using Periop.Server.Shell;
using Periop.Statistics.Funnels;

namespace Periop.Server.Audit.Signals;

/// <summary>What a picture shows, in words.</summary>
static class SignalWords
{
    public static bool IsOutside998(FunnelGroup group) => group.Signal is FunnelSignal.Low998 or FunnelSignal.High998;

    public static bool IsOutside95(FunnelGroup group) => group.Signal is FunnelSignal.Low95 or FunnelSignal.High95;

    /// <summary>The shape follows the signal, and the word follows the shape.</summary>
    public static string Mark(FunnelGroup group) => group.Rate is null ? NumberWords.None
        : IsOutside998(group) ? "◆ outside" : IsOutside95(group) ? "○ outside" : "● inside";

    public static string Outside(int groups) => groups switch
    {
        0 => "No point is outside 99.8 %",
        1 => "One point is outside 99.8 %",
        _ => $"{NumberWords.Count(groups)} points are outside 99.8 %",
    };

    /// <summary>8 of 42, 19.0 %. The chance of 8 or more of 42 at 4.0 % is 0.02 %.</summary>
    public static string Tail(FunnelGroup group, double? target)
    {
        var side = group.Signal is FunnelSignal.Low95 or FunnelSignal.Low998 ? "fewer" : "more";
        var events = NumberWords.Count(group.Events);
        return group.Expected is { } expected
            ? $"{events} where {NumberWords.Fixed(expected, 1)} were expected, {NumberWords.Fixed(group.Rate, 2)}. "
                + $"The chance of {events} or {side} is {NumberWords.Chance(group.Tail)}."
            : $"{events} of {NumberWords.Count(group.N)}, {NumberWords.Percent(group.Rate)}. "
                + $"The chance of {events} or {side} of {NumberWords.Count(group.N)} at {NumberWords.Percent(target)} is {NumberWords.Chance(group.Tail)}.";
    }

    public static string Rate(FunnelGroup group) => group.Expected is null ? NumberWords.Percent(group.Rate) : NumberWords.Fixed(group.Rate, 2);

    /// <summary>Whether so many were assessed that a point can be drawn.</summary>
    public static bool IsComparable(FunnelGroup group) => !(group.Completeness < FunnelQuery.LeastComplete);

    public static string Signals(int count) => count switch
    {
        0 => "No signal",
        1 => "One signal",
        _ => $"{NumberWords.Count(count)} signals",
    };

    /// <summary>Where a CUSUM signals, and how often by chance alone.</summary>
    public static string Limit(CusumAnswer answer) =>
        answer is not { Limit: { } limit, FalseAlarm: { } alarm } ? "No case is assessed, so that there is no limit."
        : $"Looks for {(answer.Direction is Direction.Deterioration ? "deterioration" : "improvement")} "
            + $"by an odds ratio of {NumberWords.Fixed(answer.OddsRatio, 2)}. "
            + $"The limit is {NumberWords.Fixed(limit, 2)}: a series without any change reaches it within {NumberWords.Of(answer.Over, "case")} "
            + $"with a probability of {NumberWords.Percent(alarm.Reached)}.";

    /// <summary>What a rule of a chart is called.</summary>
    public static string Rule(string rule) => rule switch
    {
        "outside" => "beyond 3 sigma",
        "two-of-three" => "two of three beyond 2 sigma",
        "one-side" => "a run on one side of the centre",
        "trend" => "a trend",
        "long-run" => "an unusually long run on one side of the centre",
        _ => "the centre is crossed unusually seldom",
    };

    public static string Chart(ChartAsked kind) => kind switch
    {
        ChartAsked.P => "share of cases with the event",
        ChartAsked.U => "events per case",
        ChartAsked.G => "cases from one event to the next",
        _ => "days from one event to the next",
    };

    /// <summary>A value as its kind has it.</summary>
    public static string Value(ChartAsked kind, double? value) => value is null ? NumberWords.None
        : kind is ChartAsked.P ? NumberWords.Percent(value) : NumberWords.Fixed(value, kind is ChartAsked.U ? 3 : 0);
}
