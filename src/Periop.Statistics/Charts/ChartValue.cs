namespace Periop.Statistics.Charts;

/// <summary>What is charted: which distribution its limits come from.</summary>
public enum ChartKind
{
    /// <summary>A proportion: events of cases, p ± 3√(p(1-p)/n).</summary>
    P,

    /// <summary>A proportion of many cases, with limits widened by the spread between periods (Laney 2002).</summary>
    PPrime,

    /// <summary>A rate: events over an amount of exposure, u ± 3√(u/n).</summary>
    U,

    /// <summary>Cases between two events: mean ± 3√(m(m+1)), centre the median. For rare events.</summary>
    G,

    /// <summary>Time between two events: individual values of y^(1/3.6). For rare events.</summary>
    T,

    /// <summary>Individual values: mean ± 3·(mean moving range)/1.128.</summary>
    Individuals,
}

/// <summary>One value of a chart, in order of time.</summary>
/// <param name="Value">Events for p and u, else the value itself; null where there is none, which is a gap and never 0.</param>
/// <param name="Of">Cases for p, exposure for u: above 0, else the value is a gap. Not used by others.</param>
public sealed record ChartValue(double? Value, double Of = 1)
{
    /// <summary>Whether there is something to see: a month without cases has nothing, whatever its events.</summary>
    public bool IsGap => Value is null || Of <= 0;
}
