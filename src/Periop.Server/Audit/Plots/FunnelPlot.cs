using System.Globalization;
using Periop.Statistics;
using Periop.Statistics.Funnels;

namespace Periop.Server.Audit.Plots;

/// <summary>
/// Draws a funnel: bands within the limits, the target dotted, each labelled at its line. The shape of a group's dot follows its signal, by
/// the exact probability, and not the line; where the two differ, the group is named below.
/// </summary>
static class FunnelPlot
{
    const int Steps = 250;

    static readonly Box Box = new(Sheet.Left, Sheet.Top, Sheet.Right, 480);

    /// <param name="sizes">What is counted along the foot, such as "Cases assessed".</param>
    /// <param name="isRatio">Whether rates are observed over expected.</param>
    /// <param name="linkOf">The address of a group's cases, if there is one.</param>
    public static Figure Of(Funnel funnel, PlotCaption caption, string sizes, bool isRatio, Func<FunnelPoint, string?> linkOf)
    {
        var shown = funnel.Points.Where(p => p.Rate is not null).ToList();
        if (funnel.Target is not { } target || shown.Count == 0)
            return Sheet.Empty(caption, "No group has cases to compare.");

        var largest = shown.Max(p => p.Size);
        var x = new Scale(0, largest * 1.06, Box.Left, Box.Right);
        var sizesDrawn = Sizes(largest * 1.06, isRatio);
        var curves = sizesDrawn.Select(s => (Size: s, Limits: LimitsAt(s, target, isRatio))).ToList();
        var top = Top(shown, curves, target, isRatio);
        var y = new Scale(0, top, Box.Bottom, Box.Top);
        Spot At(double size, double rate) => new(x.At(size), y.At(rate));

        var panel = new Panel(Box,
        [
            new Area(Band(curves, l => l.Limits998, At), Ink.Band998),
            new Area(Band(curves, l => l.Limits95, At), Ink.Band95),
            .. Lines(curves, At),
            .. funnel.Dispersion is { } spread ? Widened(sizesDrawn, spread, At) : [],
            new Line([At(0, target), At(largest * 1.06, target)], Width: 1.5, Dash: Dash.Dotted),
        ]);
        var dots = shown.Select(p => (Point: p, At: At(p.Size, p.Rate!.Value))).ToList();
        var named = dots.Where(d => d.Point.Signal != FunnelSignal.None || LineDiffers(d.Point)).ToList();
        var end = curves[^1].Limits;
        var rates = isRatio ? y.Ticks(6).Select(t => (y.At(t), t.ToString("0.0#", CultureInfo.InvariantCulture))) : Sheet.Percents(y, 6);
        string Whole(double rate) => isRatio ? rate.ToString("0.00", CultureInfo.InvariantCulture) : Sheet.Percent(rate, 1);

        var labels = new List<(double, string, bool)>
        {
            (y.At(end.Limits998.High), "99.8 % limit", false), (y.At(end.Limits95.High), "95 % limit", false),
            (y.At(target), $"{(isRatio ? "target" : "all")} {Whole(target)}", true),
        };
        if (funnel.Dispersion?.Limits(curves[^1].Size) is { } wide)
            labels.AddRange([(y.At(wide.Limits998.High), "99.8 % widened", false), (y.At(wide.Limits95.High), "95 % widened", false)]);
        IEnumerable<Mark> marks =
        [
            .. Sheet.Beside(Box, rates, isRatio ? "Observed over expected" : ""),
            .. Sheet.Below(Box, x.Ticks(8, isWhole: !isRatio).Select(t => (x.At(t), t.ToString("#,0.##", CultureInfo.InvariantCulture))), sizes),
            .. Sheet.Labels(Box, labels),
            .. dots.Select(d => new Dot(d.At, ShapeOf(d.Point.Signal), Tip(d.Point, Whole), linkOf(d.Point))),
            .. Sheet.Names(Box, [.. dots.Select(d => d.At)], named.Select(d => (d.At, d.Point.Key))),
            .. Sheet.Legend(Box.Bottom + 76, [(DotShape.Disc, "inside"), (DotShape.Ring, "outside 95 %"), (DotShape.Diamond, "outside 99.8 %")]),
        ];
        return Sheet.Of(caption with { Notes = [.. NotesOf(funnel, shown), .. caption.Notes] }, Summary(shown, Whole(target)), Box.Bottom + 82,
            [panel], marks);
    }

    static DotShape ShapeOf(FunnelSignal signal) => signal switch
    {
        FunnelSignal.None => DotShape.Disc,
        FunnelSignal.Low95 or FunnelSignal.High95 => DotShape.Ring,
        _ => DotShape.Diamond,
    };

    static string Tip(FunnelPoint point, Func<double, string> rate) => string.Create(CultureInfo.InvariantCulture,
        $"{point.Key}: {point.Events} of {point.Size:0.##}, {rate(point.Rate!.Value)}, chance {100 * point.Tail:0.##} %");

    /// <summary>Whether a dot stands elsewhere among the lines than its signal says.</summary>
    static bool LineDiffers(FunnelPoint point)
    {
        var drawn = !point.Limits!.Limits998.Contains(point.Rate!.Value) ? DotShape.Diamond
            : !point.Limits.Limits95.Contains(point.Rate.Value) ? DotShape.Ring : DotShape.Disc;
        return drawn != ShapeOf(point.Signal);
    }

    static string Exactly(FunnelPoint point)
    {
        var chance = string.Create(CultureInfo.InvariantCulture, $"{point.Key} ({100 * point.Tail:0.0#} %");
        return ShapeOf(point.Signal) switch
        {
            DotShape.Disc => $"{chance}, not under 2.5) is inside",
            DotShape.Ring => $"{chance}, not under 0.1) is outside 95 %",
            _ => $"{chance}) is outside 99.8 %",
        };
    }

    static string Summary(List<FunnelPoint> shown, string target)
    {
        var outside = shown.Where(p => p.Signal != FunnelSignal.None).Select(p => p.Key).ToList();
        return $"{shown.Count} groups around {target}; {(outside.Count == 0 ? "none is outside." : $"outside: {string.Join(", ", outside)}.")}";
    }

    static IEnumerable<string> NotesOf(Funnel funnel, List<FunnelPoint> shown)
    {
        var differing = shown.Where(LineDiffers).ToList();
        if (differing.Count > 0)
            yield return $"The line is smoothed. A dot counts as outside by its exact probability: {string.Join(", ", differing.Select(Exactly))}.";
        if (funnel.SignalsLowFrom95 is { } from95 && funnel.SignalsLowFrom998 is { } from998 && shown.Any(p => p.Events == 0 && p.Size < from998))
            yield return string.Create(CultureInfo.InvariantCulture,
                $"Without an event, a group can be outside 95 % only from {from95:#,0} cases on, outside 99.8 % from {from998:#,0}.");
        if (funnel.Dispersion is { } spread)
            yield return string.Create(CultureInfo.InvariantCulture,
                $"Spread between groups φ {spread.Phi:0.00}, τ² {spread.BetweenVariance:0.#####}; long dashes are limits widened for it. ")
                + "Shapes do not follow them.";
        var left = funnel.Points.Where(p => p.Rate is null).Select(p => p.Key).ToList();
        if (left.Count > 0)
            yield return $"Not drawn, too little to compare: {string.Join(", ", left)}.";
    }

    static FunnelLimits LimitsAt(double size, double target, bool isRatio) =>
        isRatio ? FunnelLimits.OfRatio(size, target) : FunnelLimits.OfProportion((int)size, target);

    static List<double> Sizes(double largest, bool isRatio) => isRatio
        ? [.. Enumerable.Range(0, Steps + 1).Select(i => Math.Max(0.25, largest * i / Steps))]
        : [.. Enumerable.Range(0, Steps + 1).Select(i => Math.Max(1, Math.Round(largest * i / Steps))).Distinct()];

    /// <summary>All dots, and enough of the limits to see the funnel.</summary>
    static double Top(List<FunnelPoint> shown, List<(double Size, FunnelLimits Limits)> curves, double target, bool isRatio)
    {
        var top = Math.Max(shown.Max(p => p.Rate!.Value) * 1.12, Math.Max(target * 2.2, curves[curves.Count / 5].Limits.Limits998.High));
        return isRatio ? Math.Max(top, 0.5) : Math.Clamp(top, 0.01, 1);
    }

    static List<Spot> Band(List<(double Size, FunnelLimits Limits)> curves, Func<FunnelLimits, Interval> of, Func<double, double, Spot> at) =>
    [
        .. curves.Select(c => at(c.Size, of(c.Limits).High)),
        .. curves.AsEnumerable().Reverse().Select(c => at(c.Size, of(c.Limits).Low)),
    ];

    static IEnumerable<Line> Lines(List<(double Size, FunnelLimits Limits)> curves, Func<double, double, Spot> at) =>
        from limit in new (Func<FunnelLimits, double> Of, Dash Dash)[]
        {
            (l => l.Limits998.High, Dash.Solid), (l => l.Limits998.Low, Dash.Solid), (l => l.Limits95.High, Dash.Dashed), (l => l.Limits95.Low, Dash.Dashed),
        }
        select new Line([.. curves.Select(c => at(c.Size, limit.Of(c.Limits)))], Dash: limit.Dash);

    static IEnumerable<Line> Widened(List<double> sizes, Overdispersion spread, Func<double, double, Spot> at) =>
        from limit in new Func<FunnelLimits, double>[] { l => l.Limits998.High, l => l.Limits998.Low, l => l.Limits95.High, l => l.Limits95.Low }
        select new Line([.. sizes.Select(s => at(s, limit(spread.Limits(s))))], Ink.Rule, Dash: Dash.Long);
}
