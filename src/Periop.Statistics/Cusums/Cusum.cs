namespace Periop.Statistics.Cusums;

/// <summary>A case of a series: what was expected of it and what came.</summary>
/// <param name="Expected">The probability of the event, from 0 to 1: the risk model's, else the target.</param>
/// <param name="HadEvent">Whether it had the event.</param>
public sealed record ExpectedCase(double Expected, bool HadEvent);

/// <summary>A case in its series.</summary>
/// <param name="Index">Its place, from 1.</param>
/// <param name="Expected">The probability that was expected.</param>
/// <param name="Weight">W, what the case adds.</param>
/// <param name="Value">C after the case. At a signal it is kept, and the next case begins from 0.</param>
/// <param name="Signal">Whether C reached the limit.</param>
/// <param name="Vlad">Expected minus observed events up to the case: up is good.</param>
public sealed record CusumPoint(int Index, double Expected, double Weight, double Value, bool Signal, double Vlad);

/// <summary>
/// A risk-adjusted cumulative sum of log-likelihood ratios: event W = ln(R/(1-p+Rp)), no event W = ln(1/(1-p+Rp)).
/// R above 1 looks for deterioration, C = max(0, C + W) up to a positive limit; R below 1 for improvement, C = min(0, C - W) down to
/// a negative one. A case signals where C is at the limit or beyond, and the next begins from 0
/// (Steiner, Cook, Farewell, Treasure, Biostatistics 2000;1:441). Beside it runs the VLAD, Σ(p - y).
/// </summary>
/// <param name="OddsRatio">R.</param>
/// <param name="Limit">Null where none was given: nothing signals and nothing is reset.</param>
/// <param name="Points">In the order given.</param>
public sealed record Cusum(double OddsRatio, double? Limit, IReadOnlyList<CusumPoint> Points)
{
    /// <summary>A sum that is at the limit but for rounding is at it.</summary>
    const double Rounding = 1e-9;

    /// <summary>The indexes of the cases at which C reached the limit.</summary>
    public IReadOnlyList<int> Signals { get; } = [.. Points.Where(p => p.Signal).Select(p => p.Index)];

    /// <summary>What a case adds to the series.</summary>
    /// <param name="expected">p, from 0 to 1.</param>
    /// <param name="oddsRatio">R, above 0 and not 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static double Weight(double expected, bool hadEvent, double oddsRatio)
    {
        ThrowIfNoOddsRatio(oddsRatio);
        if (expected is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(expected), expected, "An expected probability lies from 0 to 1.");
        return (hadEvent ? Math.Log(oddsRatio) : 0) - Math.Log(1 - expected + oddsRatio * expected);
    }

    /// <summary>Runs through cases in their order.</summary>
    /// <param name="oddsRatio">R, above 0 and not 1.</param>
    /// <param name="limit">Above 0 for R above 1, below 0 for R below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static Cusum Of(IReadOnlyList<ExpectedCase> cases, double oddsRatio, double? limit)
    {
        ThrowIfNoOddsRatio(oddsRatio);
        if (limit is { } h && !(oddsRatio > 1 ? h > 0 : h < 0))
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "A limit is above 0 for deterioration and below 0 for improvement.");
        return new(oddsRatio, limit, [.. Run(cases.Select(c => (c, Weight(c.Expected, c.HadEvent, oddsRatio))), limit, oddsRatio > 1 ? 1 : -1)]);
    }

    /// <summary>With weights of whatever origin.</summary>
    /// <param name="side">1 for a sum above 0, -1 for one below.</param>
    internal static IEnumerable<CusumPoint> Run(IEnumerable<(ExpectedCase Case, double Weight)> cases, double? limit, int side)
    {
        var (height, vlad, index) = (0.0, 0.0, 0);
        foreach (var (of, weight) in cases)
        {
            height = Math.Max(0, height + weight);
            vlad += of.Expected - (of.HadEvent ? 1 : 0);
            var signal = height >= Math.Abs(limit ?? double.PositiveInfinity) - Rounding;
            yield return new(++index, of.Expected, weight, height == 0 ? 0 : side * height, signal, vlad);
            if (signal)
                height = 0;
        }
    }

    internal static void ThrowIfNoOddsRatio(double oddsRatio)
    {
        if (!double.IsFinite(oddsRatio) || oddsRatio is <= 0 or 1)
            throw new ArgumentOutOfRangeException(nameof(oddsRatio), oddsRatio, "An odds ratio is above 0 and not 1.");
    }
}
