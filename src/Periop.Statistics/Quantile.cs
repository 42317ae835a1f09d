using MathNet.Numerics;

namespace Periop.Statistics;

/// <summary>
/// Quantiles of the beta and the gamma distribution, and roots, to the last digits that the distribution functions give. The
/// library's own quantiles stop at an absolute error, which is much of a small one.
/// </summary>
static class Quantile
{
    /// <summary>Where a beta distribution has the share p below it.</summary>
    public static double Beta(double p, double a, double b) => Increasing(x => SpecialFunctions.BetaRegularized(a, b, x) - p, 0, 1);

    /// <summary>Where a beta distribution has the share p above it.</summary>
    public static double BetaUpper(double p, double a, double b) => 1 - Beta(p, b, a);

    /// <summary>Where a gamma distribution of rate 1 has the share p below it.</summary>
    public static double Gamma(double p, double shape) =>
        Increasing(x => SpecialFunctions.GammaLowerRegularized(shape, x) - p, 0, Beyond(shape));

    /// <summary>Where a gamma distribution of rate 1 has the share p above it.</summary>
    public static double GammaUpper(double p, double shape) =>
        Increasing(x => p - SpecialFunctions.GammaUpperRegularized(shape, x), 0, Beyond(shape));

    /// <summary>
    /// Where Student's t distribution has the share p above it, p below one half. ν/(ν + t²) has a beta distribution, of which 2p lie below; what
    /// is left of 1 is worked out by itself where it is the smaller part.
    /// </summary>
    public static double StudentUpper(double p, double degrees)
    {
        if (Beta(2 * p, degrees / 2, 0.5) is < 0.5 and var share)
            return Math.Sqrt(degrees * (1 - share) / share);
        var rest = Beta(1 - 2 * p, 0.5, degrees / 2);
        return Math.Sqrt(degrees * rest / (1 - rest));
    }

    /// <summary>Where an increasing function crosses 0.</summary>
    public static double Increasing(Func<double, double> function, double low, double high)
    {
        while (true)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high)
                return middle;
            if (function(middle) < 0)
                low = middle;
            else
                high = middle;
        }
    }

    /// <summary>Past every quantile that is asked for: 40 standard deviations above the mean, and enough for small shapes.</summary>
    static double Beyond(double shape) => shape + 40 * Math.Sqrt(shape) + 800;
}
