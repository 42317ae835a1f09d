using System.Globalization;

namespace Periop.Server.Audit.Rates;

/// <summary>The scale on which the bars of a table are drawn: from nothing to the highest that any of them shows.</summary>
sealed record RateScale(double Top, double Step)
{
    /// <summary>As long as a bar is, and how much of it is margin.</summary>
    public const int Width = 318, Margin = 10;

    const int MostTicks = 5;

    static readonly double[] Steps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25];

    public static RateScale Of(IEnumerable<RateGroup> groups)
    {
        var top = groups.Where(g => !RateWords.IsFew(g))
            .Select(g => Math.Max(g.Worst ?? 0, RateWords.IsComparable(g) ? g.Wilson![1] : 0)).DefaultIfEmpty(0.1).Max();
        top = Math.Clamp(top, 0.005, 1);
        var step = Steps.First(s => top / s < MostTicks || s == Steps[^1]);
        return new(top, step);
    }

    public IEnumerable<double> Ticks => Enumerable.Range(0, (int)Math.Floor(Top / Step + 1e-9) + 1).Select(n => n * Step);

    /// <summary>Where a share stands, as SVG writes it.</summary>
    public string At(double share) =>
        (Margin + Math.Clamp(share / Top, 0, 1) * (Width - 2 * Margin)).ToString("0.#", CultureInfo.InvariantCulture);
}
