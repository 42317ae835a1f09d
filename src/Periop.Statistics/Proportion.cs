namespace Periop.Statistics;

/// <summary>
/// Intervals of a proportion x/n: how many of n cases had the event. Each is null for n = 0, of which there is no rate; none of n
/// begins at 0.0 and all of n end at 1.0, exactly.
/// </summary>
public static class Proportion
{
    /// <summary>
    /// The score interval: centre (p + z²/2n)/(1 + z²/n), half width z·√(p(1-p)/n + z²/4n²)/(1 + z²/n), within 0 and 1
    /// (Wilson 1927). It covers close to what it promises for any n, and is the one beside every rate.
    /// </summary>
    /// <param name="events">x, from 0 to n.</param>
    /// <param name="of">n, 0 or more.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count or the confidence is out of range.</exception>
    public static Interval? Wilson(int events, int of, double confidence = Confidence.Usual)
    {
        if (IsNone(events, of))
            return null;
        var (n, p, z) = ((double)of, events / (double)of, Confidence.Z(confidence));
        var whole = 1 + z * z / n;
        var centre = (p + z * z / (2 * n)) / whole;
        var half = z * Math.Sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / whole;
        return Ends(events, of, centre - half, centre + half);
    }

    /// <summary>
    /// Wilson's interval with continuity correction, wider: lower (2np + z² - 1 - z√(z² - 2 - 1/n + 4p(nq + 1)))/2(n + z²), upper
    /// (2np + z² + 1 + z√(z² + 2 - 1/n + 4p(nq - 1)))/2(n + z²), q = 1 - p (Newcombe 1998).
    /// </summary>
    /// <inheritdoc cref="Wilson"/>
    public static Interval? WilsonCorrected(int events, int of, double confidence = Confidence.Usual)
    {
        if (IsNone(events, of))
            return null;
        var (x, n, z) = ((double)events, (double)of, Confidence.Z(confidence));
        var (p, rest) = (x / n, n - x);
        var low = (2 * x + z * z - 1 - z * Math.Sqrt(z * z - 2 - 1 / n + 4 * p * (rest + 1))) / (2 * (n + z * z));
        var high = (2 * x + z * z + 1 + z * Math.Sqrt(z * z + 2 - 1 / n + 4 * p * (rest - 1))) / (2 * (n + z * z));
        return Ends(events, of, low, high);
    }

    /// <summary>
    /// The exact interval: lower Beta⁻¹(α/2; x, n-x+1), upper Beta⁻¹(1-α/2; x+1, n-x), α = 1 - confidence (Clopper and Pearson
    /// 1934). It covers at least what it promises, and more for small n.
    /// </summary>
    /// <inheritdoc cref="Wilson"/>
    public static Interval? ClopperPearson(int events, int of, double confidence = Confidence.Usual)
    {
        if (IsNone(events, of))
            return null;
        var tail = Confidence.TailOf(confidence);
        var low = events == 0 ? 0 : events == of ? Math.Pow(tail, 1.0 / of) : Quantile.Beta(tail, events, of - events + 1);
        var high = events == of ? 1 : events == 0 ? 1 - Math.Pow(tail, 1.0 / of) : Quantile.BetaUpper(tail, events + 1, of - events);
        return Ends(events, of, low, high);
    }

    /// <summary>
    /// What the rate may be at most when none of n had the event: 1 - α^(1/n), one-sided. With 95 percent it is about 3/n, the rule
    /// of three.
    /// </summary>
    /// <param name="of">n, 0 or more.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <returns>Null for n = 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">n or the confidence is out of range.</exception>
    public static double? AtMostWithoutEvent(int of, double confidence = Confidence.Usual) =>
        IsNone(0, of) ? null : 1 - Math.Pow(2 * Confidence.TailOf(confidence), 1.0 / of);

    static bool IsNone(int events, int of)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(of);
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(events, of);
        return of == 0;
    }

    /// <summary>Rounding leaves an end that has to be 0 or 1 a little beside it.</summary>
    static Interval Ends(int events, int of, double low, double high) =>
        new(events == 0 ? 0 : Math.Clamp(low, 0, 1), events == of ? 1 : Math.Clamp(high, 0, 1));
}
