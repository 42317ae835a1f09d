namespace Periop.Statistics.Funnels;

/// <summary>The two pairs of limits that a funnel is drawn with.</summary>
/// <param name="Limits95">Of the tails .025 and .975.</param>
/// <param name="Limits998">Of the tails .001 and .999.</param>
public sealed record FunnelLimits(Interval Limits95, Interval Limits998)
{
    /// <summary>Interpolated limits of a proportion around the target, within 0 and 1.</summary>
    /// <param name="of">n, 1 or more.</param>
    /// <param name="target">From 0 to 1.</param>
    public static FunnelLimits OfProportion(int of, double target)
    {
        return new(Between(FunnelTail.Tail95), Between(FunnelTail.Tail998));

        Interval Between(double tail) => new(Math.Clamp(Raw(tail, of, target), 0, 1), Math.Clamp(Raw(1 - tail, of, target), 0, 1));
    }

    /// <summary>
    /// Exact binomial with interpolation: F the distribution of Bin(n, θ), r the smallest count with F(r) >= p,
    /// α = (F(r) - p)/(F(r) - F(r-1)), limit (r - α)/n, as it comes and so below 0 for few cases
    /// (Spiegelhalter 2005, 10.1002/sim.1970).
    /// </summary>
    /// <param name="p">The share below the limit, between 0 and 1.</param>
    /// <param name="of">n, 1 or more.</param>
    /// <param name="target">θ, from 0 to 1.</param>
    public static double Raw(double p, int of, double target)
    {
        var r = Smallest(p, of, target);
        var (at, before) = (Binomial.AtMost(r, of, target), Binomial.AtMost(r - 1, of, target));
        return (r - (at - p) / (at - before)) / of;
    }

    /// <summary>
    /// Limits of O/E around the target t: χ²⁻¹(p; 2Et)/2E and χ²⁻¹(1-p; 2(Et+1))/2E.
    /// </summary>
    /// <param name="expected">E, above 0.</param>
    /// <param name="target">t, above 0; usually 1.</param>
    public static FunnelLimits OfRatio(double expected, double target = 1)
    {
        var mean = expected * target;
        return new(Between(FunnelTail.Tail95), Between(FunnelTail.Tail998));

        Interval Between(double tail) => new(Quantile.Gamma(tail, mean) / expected, Quantile.GammaUpper(tail, mean + 1) / expected);
    }

    static int Smallest(double p, int of, double target)
    {
        var (low, high) = (0, of);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (Binomial.AtMost(middle, of, target) >= p)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }
}
