using System.Text.Json.Serialization;

namespace Periop.Statistics.Funnels;

/// <summary>
/// What a group's count says against the target: low or high when fewer or more events are improbable, with less than 2.5 percent
/// (outside 95) or less than 0.1 percent (outside 99.8) to that side.
/// </summary>
public enum FunnelSignal
{
    None,

    [JsonStringEnumMemberName("low-95")]
    Low95,

    [JsonStringEnumMemberName("high-95")]
    High95,

    [JsonStringEnumMemberName("low-998")]
    Low998,

    [JsonStringEnumMemberName("high-998")]
    High998,
}

/// <summary>
/// The exact one-sided tail decides whether a group signals, whatever is drawn: interpolated limits are passed by construction at
/// counts that are not rare. At the target neither side signals.
/// </summary>
/// <param name="Tail">The smaller of P(X &lt;= x) and P(X &gt;= x) under the target.</param>
/// <param name="Signal">What it says.</param>
public sealed record FunnelTail(double Tail, FunnelSignal Signal)
{
    /// <summary>One-sided, of 95 and of 99.8 percent.</summary>
    public const double Tail95 = 0.025, Tail998 = 0.001;

    /// <summary>Of x events in n cases, under a binomial with the target's rate.</summary>
    /// <param name="target">From 0 to 1.</param>
    public static FunnelTail OfProportion(int events, int of, double target) =>
        Of(Binomial.AtMost(events, of, target), Binomial.AtLeast(events, of, target));

    /// <summary>Of O events where E were expected, under a Poisson with mean E times the target.</summary>
    /// <param name="target">Above 0; usually 1.</param>
    public static FunnelTail OfRatio(int observed, double expected, double target = 1) =>
        Of(Poisson.AtMost(observed, expected * target), Poisson.AtLeast(observed, expected * target));

    /// <summary>
    /// The fewest cases of which none having the event is improbable: (1 - target)^n below the tail. A smaller group cannot signal low.
    /// </summary>
    /// <param name="target">From 0 to 1.</param>
    /// <param name="tail">One-sided, 0.025 or 0.001.</param>
    /// <returns>Null where the target is 0: there is no less.</returns>
    public static int? CasesToSignalLow(double target, double tail)
    {
        if (target is 0)
            return null;
        var cases = Math.Max(1, (int)Math.Min(int.MaxValue - 1, Math.Floor(Math.Log(tail) / Math.Log(1 - target))));
        while (Binomial.AtMost(0, cases, target) >= tail)
            cases++;
        return cases;
    }

    static FunnelTail Of(double atMost, double atLeast) => new(Math.Min(atMost, atLeast),
        atMost < Tail998 ? FunnelSignal.Low998 : atLeast < Tail998 ? FunnelSignal.High998
        : atMost < Tail95 ? FunnelSignal.Low95 : atLeast < Tail95 ? FunnelSignal.High95
        : FunnelSignal.None);
}
