using Periop.Statistics.Cusums;

namespace Periop.Statistics.Tests.Reference;

/// <summary>Weights, series and limits of CUSUM; VLAD.</summary>
static class Cusums
{
    static readonly string[] Series =
    [
        "p", "S", "parsonnet", "R", "oddsRatio", "outcomes", "y", "events", "h", "limit", "weights", "event", "noEvent",
        "intercept", "coefficient", "direction",
    ];

    static readonly string[] Limit = ["p", "n", "over", "R", "oddsRatio", "alpha", "falseAlarm", "direction", "h", "signalAt"];

    public static IEnumerable<Method> Known =>
    [
        Methods.Row(["cusumWeights", "cusumWeight", "llrWeights"], ["R", "oddsRatio", "p", "S", "parsonnet", "intercept", "coefficient"], a =>
        {
            var p = a.Optional(1, "p") ?? Ratios.Expected(a)!.Value;
            var r = a.Optional(0, "R", "oddsRatio") ?? 2;
            var (none, had) = (Cusum.Weight(p, false, r), Cusum.Weight(p, true, r));
            return new Answer(p, none, had) { ["p"] = p, ["noEvent"] = none, ["event"] = had, ["oeNoEvent"] = -p, ["oeEvent"] = 1 - p };
        }),
        Methods.Row(["oeStep", "vladStep"], ["S", "parsonnet", "p"], a =>
        {
            var p = a.Optional(-1, "p") ?? Ratios.Expected(a)!.Value;
            return new Answer(-p, 1 - p) { ["noEvent"] = -p, ["event"] = 1 - p };
        }),
        Methods.Whole(["cusum", "raCusum", "cusumFixed", "cusumSeries"], Series, Run),
        Methods.Whole(["vlad"], Series, a =>
        {
            var values = Methods.List(Cusum.Of(Cases(a), 2, null).Points.Select(p => p.Vlad));
            return new Answer([values]) { ["values"] = values, ["final"] = values[^1], ["oeValues"] = Methods.List(values.Select(v => -(double)v!)) };
        }),
        Methods.Whole(["cusumLimit", "cusumLimitExact", "cusumLimitSimulated"], Limit, a =>
        {
            var r = a.Optional(-1, "R", "oddsRatio") ?? 2;
            var over = (int)(a.Optional(-1, "over", "n") ?? 100);
            var of = a.Optional(-1, "h", "signalAt") is { } given ? CusumLimit.Given(given, a.Numbers(-1, "p"), Sided(r, a), over)
                : CusumLimit.For(a.Numbers(-1, "p"), Sided(r, a), a.Optional(-1, "alpha", "falseAlarm") ?? .05, over);
            return new Answer(of.Value) { ["limit"] = of.Value, ["h"] = of.Value, ["reached"] = of.Reached, ["over"] = of.Over };
        }),
    ];

    /// <summary>An improvement by the odds ratio 2 is one of a half.</summary>
    static double Sided(double oddsRatio, Arguments a) =>
        a.Text("direction") is { } word && word.StartsWith("impr", StringComparison.OrdinalIgnoreCase) && oddsRatio > 1 ? 1 / oddsRatio : oddsRatio;

    static Answer Run(Arguments a)
    {
        var (r, limit) = (Sided(a.Optional(-1, "R", "oddsRatio") ?? 2, a), a.Optional(-1, "h", "limit"));
        IReadOnlyList<CusumPoint> points;
        if (a.Find(-1, "weights") is not null || a.Find(-1, "noEvent") is not null)
        {
            var weights = a.Find(-1, "weights") is { ValueKind: System.Text.Json.JsonValueKind.Array } pair
                ? (Event: pair[0].GetDouble(), None: pair[1].GetDouble()) : (Event: a.Number(-1, "event"), None: a.Number(-1, "noEvent"));
            points = [.. Cusum.Run(Outcomes(a).Select(y => (new ExpectedCase(0, y), y ? weights.Event : weights.None)), limit, 1)];
        }
        else
            points = Cusum.Of(Cases(a), r, limit).Points;
        var (values, signals) = (Methods.List(points.Select(p => p.Value)), Methods.List(points.Where(p => p.Signal).Select(p => p.Index)));
        return new Answer([values])
        {
            ["values"] = values,
            ["series"] = values,
            ["c"] = values,
            ["signals"] = signals,
            ["signalIndexes"] = signals,
            ["max"] = points.Max(p => p.Value),
            ["min"] = points.Min(p => p.Value),
            ["final"] = points[^1].Value,
            ["vlad"] = Methods.List(points.Select(p => p.Vlad)),
            ["weight"] = Methods.List(points.Select(p => p.Weight)),
        };
    }

    static List<ExpectedCase> Cases(Arguments a)
    {
        var outcomes = Outcomes(a);
        var expected = a.Find(-1, "p") is not null ? a.Numbers(-1, "p") : [.. a.Numbers(-1, "S", "parsonnet", "scores").Select(s => Ratios.Expected(a, s))];
        return [.. outcomes.Select((y, i) => new ExpectedCase(expected[expected.Length == 1 ? 0 : i], y))];
    }

    static bool[] Outcomes(Arguments a) => [.. a.Numbers(-1, "outcomes", "y", "events").Select(y => y != 0)];
}
