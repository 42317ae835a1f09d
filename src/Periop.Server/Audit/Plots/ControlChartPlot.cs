using System.Globalization;
using Periop.Statistics.Charts;

namespace Periop.Server.Audit.Plots;

/// <summary>
/// Draws a control chart: the values joined by a line that stops at a gap, the centre dotted, limits solid in the steps of their sizes. What
/// a rule found is a diamond; a value beyond a limit that the rules leave alone is a ring.
/// </summary>
static class ControlChartPlot
{
    static readonly Box Box = new(Sheet.Left, Sheet.Top, Sheet.Right, 440);

    /// <param name="names">What each value is called: its month, or the day of its event.</param>
    /// <param name="values">What is drawn upwards, such as "Events per case".</param>
    /// <param name="isShare">Whether values are written in percent.</param>
    /// <param name="linkOf">The address of the cases of a value by its index, if there is one.</param>
    public static Figure Of(ControlChart chart, IReadOnlyList<string> names, PlotCaption caption, string values, bool isShare, Func<int, string?> linkOf)
    {
        var points = chart.Points;
        var known = points.Where(p => p.Value is not null).ToList();
        if (known.Count == 0)
            return Sheet.Empty(caption, "There is nothing to chart.");

        var x = new Scale(-0.5, points.Count - 0.5, Box.Left, Box.Right);
        var top = Math.Max(known.Max(p => p.Value!.Value), known.Max(p => p.Limits!.High)) * 1.08;
        var bottom = Math.Min(0, Math.Min(known.Min(p => p.Value!.Value), known.Min(p => p.Limits!.Low)) * 1.08);
        var y = new Scale(bottom, top > bottom ? top : bottom + 1, Box.Bottom, Box.Top);
        var signals = chart.Phases.SelectMany(p => p.Signals).ToList();
        string Value(double value) => isShare ? Sheet.Percent(value, 1) : value.ToString("#,0.##", CultureInfo.InvariantCulture);

        var panel = new Panel(Box,
        [
            .. from phase in chart.Phases from stretch in Stretches(points, phase.Span) from line in Limits(points, stretch, x, y) select line,
            .. from phase in chart.Phases.Skip(1)
               let at = x.At(phase.Span.From - 0.5)
               select new Line([new(at, Box.Top), new(at, Box.Bottom)], Ink.Rule, Dash: Dash.Dashed),
            .. from stretch in Stretches(points, new(0, points.Count - 1))
               select new Line([.. stretch.Select(i => new Spot(x.At(i), y.At(points[i].Value!.Value)))], Ink.Inside, 1.2),
        ]);
        var dots = points.Select((p, i) => (Point: p, Index: i)).Where(p => p.Point.Value is not null)
            .Select(p => (p.Index, At: new Spot(x.At(p.Index), y.At(p.Point.Value!.Value)), Shape: ShapeOf(p.Point, p.Index, signals))).ToList();
        var last = known[^1];
        IEnumerable<Mark> marks =
        [
            .. Sheet.Beside(Box, isShare ? Sheet.Percents(y, 6) : y.Ticks(6).Select(t => (y.At(t), Value(t))), values),
            .. Sheet.Below(Box, Every(names).Select(i => (x.At(i), names[i])), ""),
            .. Sheet.Labels(Box,
            [
                (y.At(last.Limits!.High), "upper limit", false), (y.At(last.Centre!.Value), $"centre {Value(last.Centre.Value)}", true),
                (y.At(last.Limits.Low), "lower limit", false),
            ]),
            .. dots.Select(d => new Dot(d.At, d.Shape, $"{names[d.Index]}: {Value(points[d.Index].Value!.Value)}", linkOf(d.Index))),
            .. Sheet.Names(Box, [.. dots.Select(d => d.At)], dots.Where(d => d.Shape != DotShape.Disc).Take(12).Select(d => (d.At, names[d.Index]))),
            .. Sheet.Legend(Box.Bottom + 56, [(DotShape.Disc, "inside"), (DotShape.Ring, "beyond a limit"), (DotShape.Diamond, $"signal by {RulesOf(chart)}")]),
        ];
        return Sheet.Of(caption with { Notes = [.. NotesOf(chart, names, signals), .. caption.Notes] },
            $"{known.Count} values by {RulesOf(chart)}; {(signals.Count == 0 ? "no signal." : $"{signals.Count} signals.")}", Box.Bottom + 64, [panel], marks);
    }

    static string RulesOf(ControlChart chart) => $"{chart.Rules.Name} {(chart.Rules.Shift is { } shift ? $"({shift}) " : "")}v{chart.Rules.Version}";

    static DotShape ShapeOf(ChartPoint point, int index, List<RuleSignal> signals) =>
        signals.Any(s => s.Rule != "few-crossings" && s.Span.Contains(index)) ? DotShape.Diamond : point.IsOutside ? DotShape.Ring : DotShape.Disc;

    static IEnumerable<string> NotesOf(ControlChart chart, IReadOnlyList<string> names, List<RuleSignal> signals)
    {
        foreach (var signal in signals.GroupBy(s => s.Rule))
            yield return $"{Sentence(signal.Key)}: {string.Join("; ", signal.Select(s => Named(s.Span)))}.";
        foreach (var phase in chart.Phases.Where(p => p.IsTrial))
            yield return $"Trial limits from {phase.Count} values{(chart.Phases.Count > 1 ? $" ({Named(phase.Span)})" : "")}: "
                + $"with fewer than {ControlChart.FewestForLimits} they will move.";
        if (chart.Points.Any(p => p.Value is null))
            yield return "Where the line stops there is no case, which is not the same as none with the event.";

        string Named(ChartSpan span) => span.From == span.To ? names[span.From] : $"{names[span.From]} to {names[span.To]}";
    }

    static string Sentence(string rule) => rule switch
    {
        "outside" => "Beyond 3 sigma",
        "two-of-three" => "Two of three beyond 2 sigma",
        "one-side" => "A run on one side of the centre",
        "trend" => "A trend",
        "long-run" => "An unusually long run on one side of the centre",
        _ => "The centre is crossed unusually seldom",
    };

    /// <summary>As many names as there is room for, the first among them.</summary>
    static IEnumerable<int> Every(IReadOnlyList<string> names)
    {
        var room = Math.Max(1, (int)(Box.Width / (names.Max(n => n.Length) * 7.5 + 14)));
        var step = (names.Count + room - 1) / room;
        return Enumerable.Range(0, names.Count).Where(i => i % step == 0);
    }

    /// <summary>In steps, as each value's limits are those of its own size.</summary>
    static IEnumerable<Line> Limits(IReadOnlyList<ChartPoint> points, List<int> stretch, Scale x, Scale y)
    {
        yield return Step(i => points[i].Limits!.High, Dash.Solid);
        yield return Step(i => points[i].Limits!.Low, Dash.Solid);
        yield return Step(i => points[i].Centre!.Value, Dash.Dotted);

        Line Step(Func<int, double> of, Dash dash) =>
            new([.. stretch.SelectMany(i => new[] { new Spot(x.At(i - 0.5), y.At(of(i))), new Spot(x.At(i + 0.5), y.At(of(i))) })], Dash: dash);
    }

    /// <summary>Indexes of values without a gap between them.</summary>
    static IEnumerable<List<int>> Stretches(IReadOnlyList<ChartPoint> points, ChartSpan span)
    {
        var stretch = new List<int>();
        for (var i = span.From; i <= span.To + 1; i++)
        {
            if (i <= span.To && points[i].Value is not null)
            {
                stretch.Add(i);
                continue;
            }
            if (stretch.Count > 0)
                yield return stretch;
            stretch = [];
        }
    }
}
