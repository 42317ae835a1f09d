namespace Periop.Statistics.Tests.Reference;

/// <summary>Intervals of proportions, shrunken rates and pooling.</summary>
static class Proportions
{
    static readonly string[] Inputs = ["x", "events", "n", "of", "confidence"];

    public static IEnumerable<Method> Known =>
    [
        Interval(["wilson"], Proportion.Wilson),
        Interval(["wilsonCorrected", "wilsonContinuity", "wilsonCc", "newcombe"], Proportion.WilsonCorrected),
        Interval(["clopperPearson", "exactBinomial", "binomialExact"], Proportion.ClopperPearson),
        Methods.Row(["oneSidedBound", "upperBoundZero", "zeroEvents", "atMostWithoutEvent"], Inputs, a =>
        {
            var bound = Proportion.AtMostWithoutEvent(a.Count(0, "n", "of"), a.Optional(1, "confidence") ?? .95);
            return new Answer(bound) { ["bound"] = bound, ["upper"] = bound };
        }),
        Methods.Row(["proportion", "rate"], Inputs, a =>
        {
            var (x, n, confidence) = Counts(a);
            return new Answer(n == 0 ? null : x / (double)n)
            {
                ["rate"] = n == 0 ? null : x / (double)n,
                ["wilson"] = Answer.Of(Proportion.Wilson(x, n, confidence)),
                ["wilsonCorrected"] = Answer.Of(Proportion.WilsonCorrected(x, n, confidence)),
                ["clopperPearson"] = Answer.Of(Proportion.ClopperPearson(x, n, confidence)),
                ["exact"] = Answer.Of(Proportion.ClopperPearson(x, n, confidence)),
            };
        }),
        Methods.Whole(["empiricalBayes", "shrinkage", "reliability"], ["groups", "x", "events", "n", "of"], Shrink),
        Methods.Whole(["poolFrom"], ["months", "first", "n", "cases", "target"], Pool),
    ];

    static Method Interval(string[] names, Func<int, int, double, Interval?> interval) => Methods.Row(names, Inputs, a =>
    {
        var (x, n, confidence) = Counts(a);
        return Answer.Of(interval(x, n, confidence));
    });

    static (int X, int N, double Confidence) Counts(Arguments a) =>
        (a.Count(0, "x", "events", "k", "count"), a.Count(1, "n", "of", "total", "nobs"), a.Optional(2, "confidence", "level") ?? .95);

    /// <summary>Groups as pairs [x, n], or as two lists.</summary>
    static Answer Shrink(Arguments a)
    {
        var groups = Pairs(a);
        var of = EmpiricalBayes.Of(groups);
        var (estimates, reliabilities) = (Methods.List(of?.Groups.Select(g => g?.Estimate) ?? []), Methods.List(of?.Groups.Select(g => g?.Reliability) ?? []));
        return new Answer(of is null ? [null] : [estimates])
        {
            ["m"] = of?.Mean,
            ["mean"] = of?.Mean,
            ["tau2"] = of?.BetweenVariance,
            ["estimate"] = of is null ? null : estimates,
            ["estimates"] = of is null ? null : estimates,
            ["reliability"] = of is null ? null : reliabilities,
            ["b"] = of is null ? null : reliabilities,
        };
    }

    static List<(int Events, int Of)> Pairs(Arguments a)
    {
        if ((a.Find(-1, "groups") ?? a.Find(-1, "inputs")) is { ValueKind: System.Text.Json.JsonValueKind.Array } pairs
            && pairs.EnumerateArray().All(p => p.ValueKind == System.Text.Json.JsonValueKind.Array))
            return [.. pairs.EnumerateArray().Select(p => (p[0].GetInt32(), p[1].GetInt32()))];
        return [.. a.Numbers(-1, "x", "events").Zip(a.Numbers(-1, "n", "of"), (x, n) => ((int)x, (int)n))];
    }

    /// <summary>The cases of consecutive months, the first of them given as 2026-01-01 or left out (then January 2026).</summary>
    static Answer Pool(Arguments a)
    {
        var first = DateOnly.Parse(a.Text("first") ?? "2026-01-01", System.Globalization.CultureInfo.InvariantCulture);
        var months = a.Numbers(-1, "cases", "n", "months").Select((n, i) => (first.AddMonths(i), (int)n)).ToList();
        var from = Pooling.From(months, a.Number(-1, "target"));
        return new Answer(from?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
        {
            ["index1Based"] = from is { } month ? months.FindIndex(m => m.Item1 == month) + 1 : null,
        };
    }
}
