using MathNet.Numerics;

namespace Periop.Statistics;

/// <summary>Tails of a Poisson count.</summary>
static class Poisson
{
    /// <summary>P(X &lt;= x) for a mean of 0 or more.</summary>
    public static double AtMost(int x, double mean) => x < 0 ? 0 : mean == 0 ? 1 : SpecialFunctions.GammaUpperRegularized(x + 1, mean);

    /// <summary>P(X &gt;= x) for a mean of 0 or more.</summary>
    public static double AtLeast(int x, double mean) => x <= 0 ? 1 : mean == 0 ? 0 : SpecialFunctions.GammaLowerRegularized(x, mean);
}

/// <summary>Tails of a binomial count.</summary>
static class Binomial
{
    /// <summary>P(X &lt;= x) of n with probability θ from 0 to 1.</summary>
    public static double AtMost(int x, int n, double theta) => x < 0 ? 0 : x >= n ? 1 : SpecialFunctions.BetaRegularized(n - x, x + 1, 1 - theta);

    /// <summary>P(X &gt;= x) of n with probability θ from 0 to 1.</summary>
    public static double AtLeast(int x, int n, double theta) => x <= 0 ? 1 : x > n ? 0 : SpecialFunctions.BetaRegularized(x, n - x + 1, theta);
}
