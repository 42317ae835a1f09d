using System.Globalization;
using Periop.Statistics.Cusums;

namespace Periop.Server.Audit.Plots;

/// <summary>Draws a CUSUM with its limit and signals, and the VLAD of the same cases below it. After a signal the line begins anew.</summary>
static class CusumPlot
{
    static readonly Box Upper = new(Sheet.Left, Sheet.Top, Sheet.Right, 350), Lower = new(Sheet.Left, 400, Sheet.Right, 525);

    /// <param name="limit">Where it signals.</param>
    /// <param name="nameOf">What a case is called at its signal, such as its day.</param>
    /// <param name="linkOf">The address of a case, if there is one.</param>
    public static Figure Of(Cusum cusum, CusumLimit limit, PlotCaption caption, Func<CusumPoint, string> nameOf, Func<CusumPoint, string?> linkOf)
    {
        var points = cusum.Points;
        if (points.Count == 0)
            return Sheet.Empty(caption, "No case has been assessed.");

        var x = new Scale(0, Math.Max(points.Count, 2) * 1.02, Sheet.Left, Sheet.Right);
        var reach = Math.Max(points.Max(p => Math.Abs(p.Value)), Math.Abs(limit.Value)) * 1.12;
        var y = limit.Value > 0 ? new Scale(0, reach, Upper.Bottom, Upper.Top) : new Scale(-reach, 0, Upper.Bottom, Upper.Top);
        var vlad = Around(points);
        var signals = points.Where(p => p.Signal).Select(p => (Point: p, At: new Spot(x.At(p.Index), y.At(p.Value)))).ToList();
        var over = Number(limit.Value);

        var panels = new[]
        {
            new Panel(Upper,
            [
                .. Stretches(points).Select(s => new Line([.. s.Select(p => new Spot(x.At(p.Index), y.At(p.Value)))], Width: 1.6)),
                new Line([new(Upper.Left, y.At(limit.Value)), new(Upper.Right, y.At(limit.Value))], Width: 1.6),
            ]),
            new Panel(Lower,
            [
                new Line([new(Lower.Left, vlad.At(0)), new(Lower.Right, vlad.At(0))], Ink.Rule),
                new Line([new(x.At(0), vlad.At(0)), .. points.Select(p => new Spot(x.At(p.Index), vlad.At(p.Vlad)))], Width: 1.6),
            ]),
        };
        IEnumerable<Mark> marks =
        [
            .. Sheet.Beside(Upper, y.Ticks(5).Select(t => (y.At(t), Number(t))), "CUSUM"),
            .. Sheet.Below(Upper, [], ""),
            .. Sheet.Labels(Upper, [(y.At(limit.Value), $"limit {over}", true)]),
            .. signals.Select(s => new Dot(s.At, DotShape.Diamond, $"signal at case {s.Point.Index}, {nameOf(s.Point)}", linkOf(s.Point))),
            .. Sheet.Names(Upper, [.. signals.Select(s => s.At)], signals.Select(s => (s.At, nameOf(s.Point)))),
            .. Sheet.Beside(Lower, vlad.Ticks(3).Select(t => (vlad.At(t), Number(t))), "VLAD: expected minus observed events"),
            .. Sheet.Below(Lower, x.Ticks(8, isWhole: true).Select(t => (x.At(t), t.ToString("#,0", CultureInfo.InvariantCulture))),
                "Cases in order of their first incision"),
            .. Sheet.Labels(Lower, [(vlad.At(points[^1].Vlad), Number(points[^1].Vlad), true)]),
        ];
        var notes = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture,
                $"Looks for {(limit.Value > 0 ? "deterioration" : "improvement")} by an odds ratio of {cusum.OddsRatio:0.##}. ")
                + string.Create(CultureInfo.InvariantCulture,
                    $"A series without any change reaches {over} within {limit.Over:#,0} cases with a probability of {100 * limit.Reached:0.0} %."),
            "A diamond is a signal; the next case begins from 0. Of the VLAD, up is good.",
        };
        var found = signals.Count == 0 ? "No signal." : $"Signals at case {string.Join(", ", signals.Select(s => s.Point.Index))}.";
        return Sheet.Of(caption with { Notes = [.. notes, .. caption.Notes] }, $"{points.Count} cases, limit {over}. {found}", Lower.Bottom + 52,
            panels, marks);
    }

    static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    static Scale Around(IReadOnlyList<CusumPoint> points)
    {
        var (low, high) = (Math.Min(0, points.Min(p => p.Vlad)), Math.Max(0, points.Max(p => p.Vlad)));
        var margin = Math.Max(0.5, (high - low) * 0.1);
        return new(low - margin, high + margin, Lower.Bottom, Lower.Top);
    }

    /// <summary>From 0 before the first case, and before each case after a signal, to the next signal.</summary>
    static IEnumerable<List<(int Index, double Value)>> Stretches(IReadOnlyList<CusumPoint> points)
    {
        List<(int, double)> stretch = [(0, 0)];
        foreach (var point in points)
        {
            stretch.Add((point.Index, point.Value));
            if (!point.Signal)
                continue;
            yield return stretch;
            stretch = [(point.Index, 0)];
        }
        yield return stretch;
    }
}
