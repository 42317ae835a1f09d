using System.Text.Json;
using Periop.Statistics.Charts;

namespace Periop.Statistics.Tests.Reference;

/// <summary>Control charts and their rules.</summary>
static class Charts
{
    static readonly string[] Inputs =
    [
        "d", "x", "events", "c", "n", "of", "exposure", "gaps", "days", "values", "centre", "cases", "eventCases1Based", "eventDays", "shift", "rules",
    ];

    public static IEnumerable<Method> Known =>
    [
        Methods.Whole(["pChart"], Inputs, a => Lines(Counted(ChartKind.P, a))),
        Methods.Whole(["laney", "pPrimeChart", "laneyPPrime"], Inputs, a => Lines(Counted(ChartKind.PPrime, a))),
        Methods.Whole(["uChart"], Inputs, a => Lines(Counted(ChartKind.U, a))),
        Methods.Whole(["gChart"], Inputs, a => Lines(ControlChart.Of(ChartKind.G, Values(a.List(0, "gaps", "values"))))),
        Methods.Whole(["gChartSameDay", "gChartCases"], Inputs, SameDay),
        Methods.Whole(["tChart"], Inputs, Time),
        Methods.Whole(["individuals", "xmr", "iChart"], Inputs, a => Lines(Individuals(a, false))),
        Methods.Whole(["missingIsNotZero", "gap"], Inputs, a => Lines(Individuals(a, true))),
        Methods.Whole(["anhoej", "anhoejRules", "runs", "runsAnalysis"], Inputs, Runs),
        Methods.Row(["anhoejLimits", "runsLimits"], Inputs, a =>
        {
            // so many useful points, one after the other on either side
            var runs = RunsAnalysis.Of([.. Enumerable.Range(0, a.Count(0, "n", "useful")).Select(i => i % 2 - .5)], 0);
            return new Answer(runs.LongestExpected, runs.FewestExpected) { ["longestRun"] = runs.LongestExpected, ["crossings"] = runs.FewestExpected };
        }),
        Methods.Whole(["mdcRules"], Inputs, Rules),
        Methods.Whole(["shewhart", "mdcXmr", "ruleSet"], Inputs, Signals),
    ];

    static ControlChart Counted(ChartKind kind, Arguments a)
    {
        var (events, of) = (a.List(0, "d", "x", "c", "events"), a.List(1, "n", "of", "exposure"));
        return ControlChart.Of(kind, [.. events.Select((e, i) => new ChartValue(e, of[of.Length == 1 ? 0 : i] ?? 0))]);
    }

    static ControlChart Individuals(Arguments a, bool isScreened) =>
        ControlChart.Of(ChartKind.Individuals, Values(a.List(0, "values")), isScreened: isScreened);

    static List<ChartValue> Values(IEnumerable<double?> values) => [.. values.Select(v => new ChartValue(v))];

    static Answer Lines(ControlChart chart)
    {
        var known = chart.Points.Where(p => p.Value is not null).ToList();
        var phase = chart.Phases[0];
        var (lows, highs) = (Methods.List(known.Select(p => p.Limits!.Low)), Methods.List(known.Select(p => p.Limits!.High)));
        return new Answer(phase.Centre, known[^1].Limits!.Low, known[^1].Limits!.High)
        {
            ["mean"] = phase.Mean,
            ["centre"] = phase.Centre,
            ["median"] = phase.Centre,
            ["lower"] = known[^1].Limits!.Low,
            ["upper"] = known[^1].Limits!.High,
            ["lowers"] = lows,
            ["uppers"] = highs,
            ["lcls"] = lows,
            ["ucls"] = highs,
            ["values"] = Methods.List(chart.Points.Select(p => p.Value)),
            ["points"] = known.Count,
            ["gapAt1Based"] = chart.Points.Select((p, i) => (p, i)).Where(p => p.p.Value is null).Select(p => (object?)(p.i + 1)).FirstOrDefault(),
            ["outside"] = Methods.List(chart.Points.Select((p, i) => (p, i)).Where(p => p.p.IsOutside).Select(p => p.i + 1)),
            ["trial"] = phase.IsTrial,
        };
    }

    static Answer SameDay(Arguments a)
    {
        var events = a.Numbers(-1, "eventCases1Based").Select(e => (int)e).ToHashSet();
        var gaps = Gaps.Cases(Enumerable.Range(1, a.Count(-1, "cases")).Select(events.Contains));
        var answer = Lines(ControlChart.Of(ChartKind.G, Values(gaps.Select(g => (double?)g))));
        answer["gaps"] = Methods.List(gaps);
        return answer;
    }

    static Answer Time(Arguments a)
    {
        var gaps = a.Find(0, "gaps", "days", "values") is not null ? a.List(0, "gaps", "days", "values")
            : [.. Gaps.Days([.. a.Numbers(-1, "eventDays").Select(d => DateOnly.FromDayNumber((int)d))]).Select(d => (double?)d)];
        var (screened, all) = (ControlChart.Of(ChartKind.T, Values(gaps)), ControlChart.Of(ChartKind.T, Values(gaps), isScreened: false));
        var answer = Lines(screened);
        answer["screened"] = Answer.Of(screened.Points[0].Limits);
        answer["unscreened"] = Answer.Of(all.Points[0].Limits);
        return answer;
    }

    static Answer Runs(Arguments a)
    {
        var values = a.List(0, "values").OfType<double>().ToList();
        var runs = RunsAnalysis.Of(values, a.Optional(-1, "centre", "center", "median") ?? Median(values));
        return new Answer(runs.IsLong || runs.IsRarelyCrossed)
        {
            ["useful"] = runs.Useful,
            ["n"] = runs.Useful,
            ["longestRun"] = runs.Longest,
            ["longestRunMax"] = runs.LongestExpected,
            ["longestExpected"] = runs.LongestExpected,
            ["crossings"] = runs.Crossings,
            ["crossingsMin"] = runs.FewestExpected,
            ["fewestExpected"] = runs.FewestExpected,
            ["signal"] = runs.IsLong || runs.IsRarelyCrossed,
            ["longRun"] = runs.IsLong,
            ["fewCrossings"] = runs.IsRarelyCrossed,
        };
    }

    static double Median(List<double> values) => values.Order().ElementAt((values.Count - 1) / 2) / 2 + values.Order().ElementAt(values.Count / 2) / 2;

    /// <summary>
    /// Patterns by name: a list of values is looked through for a trend; an object with the sides of points (1, -1, 0) and whether they
    /// lie beyond 2 or 3 sigma for two of three, else for seven on one side.
    /// </summary>
    static Answer Rules(Arguments a)
    {
        var answer = new Answer();
        foreach (var pattern in a.Find(-1, "inputs")!.Value.EnumerateObject())
        {
            var found = pattern.Value.ValueKind == JsonValueKind.Array
                ? Find([.. pattern.Value.EnumerateArray().Select(v => v.GetDouble())], "trend")
                : Sided(pattern.Value);
            answer[pattern.Name] = found switch
            {
                null => "none",
                { Rule: "trend", Side: > 0 } => "trend rising",
                { Rule: "trend" } => "trend falling",
                { Rule: var rule, Side: > 0 } => $"{rule} above",
                { Rule: var rule } => $"{rule} below",
            };
        }
        return answer;
    }

    static RuleSignal? Sided(JsonElement pattern)
    {
        var sides = pattern.GetProperty("side").EnumerateArray().Select(s => s.GetInt32()).ToList();
        List<bool> beyond = pattern.TryGetProperty("beyond2sigma", out var two)
            ? [.. two.EnumerateArray().Select(b => b.GetDouble() != 0)] : [.. sides.Select(_ => false)];
        // a centre line at 0 and sigma 1
        var points = sides.Zip(beyond, (side, far) => new ChartPoint(side * (far ? 2.5 : 1), 1, 0, new(-3, 3), false) { Warning = new(-2, 2) }).ToList();
        return RuleSet.MdcXmr.Find([.. points.Select((p, i) => (p, i))]).FirstOrDefault(s => s.Rule == (beyond.Contains(true) ? "two-of-three" : "one-side"));
    }

    static RuleSignal? Find(double[] values, string rule) =>
        ControlChart.Of(ChartKind.Individuals, Values(values.Select(v => (double?)v)), RuleSet.MdcXmr).Phases[0].Signals.FirstOrDefault(s => s.Rule == rule);

    /// <summary>The words of the rules that an individuals chart breaks.</summary>
    static Answer Signals(Arguments a)
    {
        var rules = a.Text("rules") switch
        {
            "mdc-xmr" => RuleSet.MdcXmr,
            "anhoej" => RuleSet.Anhoej,
            _ when a.Text("method") is { } method && Words.Same(method, "mdcXmr") => RuleSet.MdcXmr,
            _ => RuleSet.Shewhart((int)(a.Optional(-1, "shift") ?? 8)),
        };
        var words = ControlChart.Of(ChartKind.Individuals, Values(a.List(0, "values")), rules).Phases[0].Signals.Select(s => s.Rule).Distinct();
        return new Answer([Methods.List(words)]) { ["signals"] = Methods.List(words), ["signal"] = words.Any() };
    }
}
