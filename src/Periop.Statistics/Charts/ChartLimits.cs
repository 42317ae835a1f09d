namespace Periop.Statistics.Charts;

/// <summary>The centre line of a phase and what lies so many standard deviations from its mean.</summary>
/// <param name="Mean">Of the values that the limits come from.</param>
/// <param name="Centre">The line that runs are counted about.</param>
/// <param name="At">The value at so many standard deviations for a size, within what the values can be.</param>
sealed record ChartLimits(double Mean, double Centre, Func<double, double, double> At)
{
    /// <summary>The expected range of two values in standard deviations.</summary>
    const double RangeOfTwo = 1.128;

    /// <summary>Moving ranges above so many times their mean are screened out: they would widen the limits that are to find them.</summary>
    const double Screen = 3.267;

    /// <summary>Makes times between events about normal (Nelson 1994).</summary>
    const double Power = 3.6;

    /// <summary>From the values of a phase, or of its baseline.</summary>
    /// <param name="values">Without gaps, at least one.</param>
    /// <param name="isScreened">Of individual values, whether outstanding moving ranges are left out.</param>
    public static ChartLimits Of(ChartKind kind, IReadOnlyList<ChartValue?> values, bool isScreened)
    {
        var known = values.OfType<ChartValue>().ToList();
        switch (kind)
        {
            case ChartKind.P:
                var p = Pooled(known);
                return new(p, p, (sigmas, of) => Math.Clamp(p + sigmas * Math.Sqrt(p * (1 - p) / of), 0, 1));
            case ChartKind.PPrime:
                var laney = Pooled(known);
                var spread = Spread(values, laney);
                return new(laney, laney, (sigmas, of) => Math.Clamp(laney + sigmas * spread * Math.Sqrt(laney * (1 - laney) / of), 0, 1));
            case ChartKind.U:
                var u = Pooled(known);
                return new(u, u, (sigmas, of) => Math.Max(0, u + sigmas * Math.Sqrt(u / of)));
            case ChartKind.G:
                var m = known.Average(v => v.Value!.Value);
                return new(m, Median(known), (sigmas, _) => Math.Max(0, m + sigmas * Math.Sqrt(m * (m + 1))));
            case ChartKind.T:
                var (mean, sigma) = Individuals([.. values.Select(v => v is null ? null : (double?)Math.Pow(v.Value!.Value, 1 / Power))], isScreened);
                return new(Back(mean), Back(mean), (sigmas, _) => Back(mean + sigmas * sigma));
            default:
                var (centre, deviation) = Individuals([.. values.Select(v => v?.Value)], isScreened);
                return new(centre, centre, (sigmas, _) => centre + sigmas * deviation);
        }
    }

    static double Pooled(List<ChartValue> values) => values.Sum(v => v.Value!.Value) / values.Sum(v => v.Of);

    static double Back(double value) => Math.Pow(Math.Max(0, value), Power);

    static double Median(List<ChartValue> values)
    {
        var ordered = values.Select(v => v.Value!.Value).Order().ToList();
        return (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
    }

    /// <summary>σz: how much more the periods differ than by chance, by the moving range of their z; 1 where it cannot be said.</summary>
    static double Spread(IReadOnlyList<ChartValue?> values, double p)
    {
        var ranges = MovingRanges([.. values.Select(v => v is null ? null : (v.Value / v.Of - p) / Math.Sqrt(p * (1 - p) / v.Of))]);
        return ranges.Count == 0 || p is 0 or 1 ? 1 : ranges.Average() / RangeOfTwo;
    }

    static (double Mean, double Sigma) Individuals(IReadOnlyList<double?> values, bool isScreened)
    {
        var ranges = MovingRanges(values);
        if (isScreened && ranges.Count > 0 && Screen * ranges.Average() is var most)
            ranges.RemoveAll(r => r >= most);
        return (values.Average()!.Value, ranges.Count == 0 ? 0 : ranges.Average() / RangeOfTwo);
    }

    /// <summary>Between neighbours; across a gap there is none.</summary>
    static List<double> MovingRanges(IReadOnlyList<double?> values) =>
        [.. values.Zip(values.Skip(1), (one, next) => next - one).OfType<double>().Select(Math.Abs)];
}
