namespace Periop.Statistics.Charts;

/// <summary>What a rule found in a chart.</summary>
/// <param name="Rule">The rule's word: <c>outside</c>, <c>two-of-three</c>, <c>one-side</c>, <c>trend</c>, <c>long-run</c> or <c>few-crossings</c>.</param>
/// <param name="Span">The points that make it up.</param>
/// <param name="Side">1 for above the centre line or rising, -1 for below or falling, 0 for neither.</param>
public sealed record RuleSignal(string Rule, ChartSpan Span, int Side);

/// <summary>
/// Which patterns in a chart are a signal, by name and version: the more rules, the more false alarms. Points follow each other, gaps
/// between them left aside.
/// </summary>
public sealed record RuleSet
{
    readonly Func<IReadOnlyList<(ChartPoint Point, int Index)>, IEnumerable<RuleSignal>> find;

    RuleSet(string name, int? shift, Func<IReadOnlyList<(ChartPoint Point, int Index)>, IEnumerable<RuleSignal>> find)
    {
        (Name, Shift) = (name, shift);
        this.find = find;
    }

    /// <summary>The runs about the centre line alone, see <see cref="RunsAnalysis"/>: 2 to 8 percent false alarms at 6 to 24 points.</summary>
    public static RuleSet Anhoej { get; } = new("anhoej", null, Runs);

    /// <summary>
    /// As in NHS England's Making Data Count: beyond 3 sigma; two of three on one side beyond 2 sigma, all three on that side; 7 on one
    /// side; a trend of 7, each beyond the one before. Seven on one side alone gives 5.5 percent false alarms at 12 points and 22 at 36.
    /// </summary>
    public static RuleSet MdcXmr { get; } = new("mdc-xmr", null,
        points => [.. Outside(points), .. TwoOfThree(points), .. OneSide(points, 7), .. Trend(points, 7)]);

    /// <summary>Beyond 3 sigma, or so many points on one side.</summary>
    /// <param name="shift">2 or more; default 8.</param>
    /// <exception cref="ArgumentOutOfRangeException">The shift is less than 2.</exception>
    public static RuleSet Shewhart(int shift = 8)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shift, 2);
        return new("shewhart", shift, points => [.. Outside(points), .. OneSide(points, shift)]);
    }

    /// <summary>The word it is asked for by.</summary>
    public string Name { get; }

    /// <summary>Raised when what it finds changes.</summary>
    public int Version { get; } = 1;

    /// <summary>How many points on one side are a signal, where that can be chosen.</summary>
    public int? Shift { get; }

    /// <summary>The signals among the points of one phase, gaps left out, with their indexes in the chart.</summary>
    internal IReadOnlyList<RuleSignal> Find(IReadOnlyList<(ChartPoint Point, int Index)> points) => [.. find(points)];

    static IEnumerable<RuleSignal> Runs(IReadOnlyList<(ChartPoint Point, int Index)> points)
    {
        if (points.Count == 0)
            yield break;
        var runs = RunsAnalysis.Of([.. points.Select(p => p.Point.Value!.Value)], points[0].Point.Centre!.Value);
        if (runs is { IsLong: true, LongestSpan: { } longest })
            yield return Signal("long-run", points, longest.From, longest.To, points[longest.From].Point.Side);
        if (runs.IsRarelyCrossed)
            yield return Signal("few-crossings", points, 0, points.Count - 1, 0);
    }

    static IEnumerable<RuleSignal> Outside(IReadOnlyList<(ChartPoint Point, int Index)> points) =>
        from i in Enumerable.Range(0, points.Count)
        where points[i].Point.IsOutside
        select Signal("outside", points, i, i, points[i].Point.Value > points[i].Point.Limits!.High ? 1 : -1);

    static IEnumerable<RuleSignal> TwoOfThree(IReadOnlyList<(ChartPoint Point, int Index)> points) =>
        from i in Enumerable.Range(0, Math.Max(0, points.Count - 2))
        let three = points.Skip(i).Take(3).Select(p => p.Point).ToList()
        let side = three[0].Side
        where side != 0 && three.All(p => p.Side == side) && three.Count(IsBeyondWarning) >= 2
        select Signal("two-of-three", points, i, i + 2, side);

    static IEnumerable<RuleSignal> OneSide(IReadOnlyList<(ChartPoint Point, int Index)> points, int length) =>
        Stretches([.. points.Select(p => p.Point.Side)], length).Select(s => Signal("one-side", points, s.From, s.To, s.Side));

    /// <summary>A trend of seven points has six steps in one direction.</summary>
    static IEnumerable<RuleSignal> Trend(IReadOnlyList<(ChartPoint Point, int Index)> points, int length) =>
        Stretches([.. points.Zip(points.Skip(1), (one, next) => Rounding.Sign(next.Point.Value!.Value - one.Point.Value!.Value))], length - 1)
            .Select(s => Signal("trend", points, s.From, s.To + 1, s.Side));

    /// <summary>Stretches of at least so many equal signs; 0 belongs to none.</summary>
    static IEnumerable<(int From, int To, int Side)> Stretches(IReadOnlyList<int> sides, int length)
    {
        for (var from = 0; from < sides.Count;)
        {
            var next = from + 1;
            while (next < sides.Count && sides[next] == sides[from])
                next++;
            if (sides[from] != 0 && next - from >= length)
                yield return (from, next - 1, sides[from]);
            from = next;
        }
    }

    static RuleSignal Signal(string rule, IReadOnlyList<(ChartPoint Point, int Index)> points, int from, int to, int side) =>
        new(rule, new(points[from].Index, points[to].Index), side);

    static bool IsBeyondWarning(ChartPoint point) => Rounding.IsBeyond(point.Warning!, point.Value!.Value);
}
