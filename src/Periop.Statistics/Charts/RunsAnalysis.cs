namespace Periop.Statistics.Charts;

/// <summary>
/// Runs about a centre line, points on it left out. It signals when the longest run of useful points on one side is longer than
/// round(log2 n) + 3, or the line is crossed less often than the 5 percent quantile of Bin(n-1, ½)
/// (Anhøj and Olesen 2014, 10.1371/journal.pone.0113825).
/// </summary>
/// <param name="Useful">n, the points not on the line.</param>
/// <param name="Longest">The longest run.</param>
/// <param name="LongestExpected">Above it the run is a signal.</param>
/// <param name="Crossings">How often the line is crossed.</param>
/// <param name="FewestExpected">Below it the crossings are a signal.</param>
/// <param name="LongestSpan">Where the longest run lies among the points looked at, points on the line within it included.</param>
public sealed record RunsAnalysis(int Useful, int Longest, int LongestExpected, int Crossings, int FewestExpected, ChartSpan? LongestSpan)
{
    public bool IsLong => Useful > 0 && Longest > LongestExpected;

    public bool IsRarelyCrossed => Useful > 0 && Crossings < FewestExpected;

    /// <summary>Of values in order of time, without gaps.</summary>
    public static RunsAnalysis Of(IReadOnlyList<double> values, double centre)
    {
        var sides = values.Select((v, i) => (Side: Rounding.Sign(v - centre), Index: i)).Where(s => s.Side != 0).ToList();
        if (sides.Count == 0)
            return new(0, 0, 0, 0, 0, null);
        var (crossings, longest, start) = (0, 0, 0);
        ChartSpan? span = null;
        for (var i = 0; i < sides.Count; i++)
        {
            if (i > 0 && sides[i].Side != sides[i - 1].Side)
                (crossings, start) = (crossings + 1, i);
            if (i - start + 1 > longest)
                (longest, span) = (i - start + 1, new(sides[start].Index, sides[i].Index));
        }
        return new(sides.Count, longest, (int)Math.Round(Math.Log2(sides.Count)) + 3, crossings, FewestCrossings(sides.Count), span);
    }

    /// <summary>The smallest k with P(X &lt;= k) >= .05 of Bin(n-1, ½).</summary>
    static int FewestCrossings(int useful)
    {
        var k = 0;
        while (Binomial.AtMost(k, useful - 1, 0.5) < 0.05)
            k++;
        return k;
    }
}
