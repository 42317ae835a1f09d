namespace Periop.Statistics;

/// <summary>A group's rate, drawn towards the mean of all groups by how little its own cases can say.</summary>
/// <param name="Estimate">m + B(r - m).</param>
/// <param name="Reliability">B, from 0 to 1: the share of the between-group variance in the variance of the group's rate.</param>
public sealed record Shrunken(double Estimate, double Reliability);

/// <summary>
/// Empirical Bayes over the groups of one answer: m = Σx/Σn, w = n/(m(1-m)), Q = Σw(r-m)², τ² = max(0, (Q-k+1)/(Σw-Σw²/Σw)),
/// B = τ²/(τ² + m(1-m)/n) (the method of moments of DerSimonian and Laird 1986). A number beside the rate; nothing is ranked by it.
/// </summary>
/// <param name="Mean">m, the pooled rate.</param>
/// <param name="BetweenVariance">τ².</param>
/// <param name="Groups">In the order asked; null for a group without cases.</param>
public sealed record EmpiricalBayes(double Mean, double BetweenVariance, IReadOnlyList<Shrunken?> Groups)
{
    /// <summary>With fewer groups the variance between them cannot be estimated.</summary>
    public const int FewestGroups = 3;

    /// <summary>Shrinks the rate of each group.</summary>
    /// <param name="groups">Events and cases of each group, 0 &lt;= events &lt;= cases.</param>
    /// <returns>Null where fewer than three groups have cases, and where all or none of the cases had the event.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is out of range.</exception>
    public static EmpiricalBayes? Of(IReadOnlyList<(int Events, int Of)> groups)
    {
        if (groups.Any(g => g.Events < 0 || g.Events > g.Of))
            throw new ArgumentOutOfRangeException(nameof(groups), "Of a group's cases some had the event: 0 <= events <= cases.");
        var known = groups.Where(g => g.Of > 0).ToList();
        var (x, n) = (known.Sum(g => (double)g.Events), known.Sum(g => (double)g.Of));
        if (known.Count < FewestGroups || x == 0 || x == n)
            return null;

        var mean = x / n;
        var within = mean * (1 - mean);
        var weights = n / within;
        var spread = known.Sum(g => g.Of / within * Square(g.Events / (double)g.Of - mean));
        var between = Math.Max(0, (spread - known.Count + 1) / (weights - known.Sum(g => Square(g.Of / within)) / weights));
        return new(mean, between, [.. groups.Select(g => Shrink(g, mean, within, between))]);
    }

    static Shrunken? Shrink((int Events, int Of) group, double mean, double within, double between)
    {
        if (group.Of == 0)
            return null;
        var reliability = between / (between + within / group.Of);
        return new(mean + reliability * (group.Events / (double)group.Of - mean), reliability);
    }

    static double Square(double value) => value * value;
}
