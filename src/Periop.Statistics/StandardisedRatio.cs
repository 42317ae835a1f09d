namespace Periop.Statistics;

/// <summary>How many events were observed for each one expected, O/E, with limits of a Poisson count.</summary>
/// <param name="Observed">O, 0 or more.</param>
/// <param name="Expected">E, 0 or more: the sum of the cases' expected probabilities.</param>
/// <param name="Ratio">O/E; null with a reason.</param>
/// <param name="Exact">χ²⁻¹(α/2; 2O)/2E to χ²⁻¹(1-α/2; 2(O+1))/2E; from 0 when O = 0.</param>
/// <param name="MidP">The m with P(X&lt;O|m) + ½P(X=O|m) = 1-α/2 and α/2, over E: a little narrower; from 0 when O = 0.</param>
/// <param name="Byar">O(1 - 1/9O - z/3√O)³/E to (O+1)(1 - 1/9(O+1) + z/3√(O+1))³/E; null when O = 0, where it has no lower end.</param>
/// <param name="MidPValue">Two-sided, of O = E.</param>
/// <param name="Reason">Why there is no ratio.</param>
public sealed record StandardisedRatio(
    int Observed, double Expected, double? Ratio, Interval? Exact, Interval? MidP, Interval? Byar, double? MidPValue, string? Reason)
{
    /// <summary>With less expected there is no ratio: nothing can be read from it (the rule of the NHSN for its SIR).</summary>
    public const double LeastExpected = 1;

    /// <summary>Compares what was observed with what was expected.</summary>
    /// <param name="observed">O, 0 or more.</param>
    /// <param name="expected">E, 0 or more.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static StandardisedRatio Of(int observed, double expected, double confidence = Confidence.Usual)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(observed);
        if (!double.IsFinite(expected) || expected < 0)
            throw new ArgumentOutOfRangeException(nameof(expected), expected, "What is expected is a number of events, 0 or more.");
        var tail = Confidence.TailOf(confidence);
        if (expected < LeastExpected)
            return new(observed, expected, null, null, null, null, null, "expected below 1");
        var exact = ExactMean(observed, tail);
        return new(observed, expected, observed / expected, Over(exact, expected), Over(MidPMean(observed, tail, exact), expected),
            observed == 0 ? null : Over(ByarMean(observed, Confidence.Z(confidence)), expected), MidPValueOf(observed, expected), null);
    }

    static Interval Over(Interval mean, double expected) => new(mean.Low / expected, mean.High / expected);

    /// <summary>χ²⁻¹(p; 2k)/2 is the quantile of a gamma distribution of shape k.</summary>
    static Interval ExactMean(int observed, double tail) =>
        new(observed == 0 ? 0 : Quantile.Gamma(tail, observed), observed == 0 ? -Math.Log(tail) : Quantile.GammaUpper(tail, observed + 1));

    static Interval MidPMean(int observed, double tail, Interval exact) => new(
        observed == 0 ? 0 : Quantile.Increasing(mean => AtLeast(observed, mean) - tail, exact.Low, exact.High),
        Quantile.Increasing(mean => tail - AtMost(observed, mean), exact.Low, exact.High));

    static Interval ByarMean(double observed, double z) => new(
        observed * Cube(Math.Max(0, 1 - 1 / (9 * observed) - z / (3 * Math.Sqrt(observed)))),
        (observed + 1) * Cube(1 - 1 / (9 * (observed + 1)) + z / (3 * Math.Sqrt(observed + 1))));

    static double MidPValueOf(int observed, double expected) => Math.Min(1, 2 * Math.Min(AtMost(observed, expected), AtLeast(observed, expected)));

    /// <summary>P(X &lt; O) + ½P(X = O), as the mean of P(X &lt; O) and P(X &lt;= O).</summary>
    static double AtMost(int observed, double mean) =>
        (Poisson.AtMost(observed - 1, mean) + Poisson.AtMost(observed, mean)) / 2;

    /// <summary>P(X &gt; O) + ½P(X = O).</summary>
    static double AtLeast(int observed, double mean) =>
        (Poisson.AtLeast(observed, mean) + Poisson.AtLeast(observed + 1, mean)) / 2;

    static double Cube(double value) => value * value * value;
}
