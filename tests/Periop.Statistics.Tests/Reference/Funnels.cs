using Periop.Statistics.Funnels;

namespace Periop.Statistics.Tests.Reference;

/// <summary>Limits, signals, overdispersion.</summary>
static class Funnels
{
    public static IEnumerable<Method> Known =>
    [
        Methods.Row(["funnelLimits", "funnelLimitsProportion", "funnelProportion", "funnelBinomial", "funnel"], ["theta", "target", "n", "of"], a =>
        {
            var (theta, n) = (a.Number(0, "theta", "target"), a.Count(1, "n", "of"));
            var limits = FunnelLimits.OfProportion(n, theta);
            return Limits(limits, Raw(.025), Raw(.001));

            double[] Raw(double tail) => [FunnelLimits.Raw(tail, n, theta), FunnelLimits.Raw(1 - tail, n, theta)];
        }),
        Methods.Row(["funnelLimitsRatio", "funnelRatio", "funnelPoisson", "ratioFunnel"], ["E", "expected", "target"], a =>
            Limits(FunnelLimits.OfRatio(a.Number(0, "E", "expectedEvents", "expected"), a.Optional(1, "target") ?? 1), null, null)),
        Methods.Row(["funnelSignalProportion", "funnelSignal", "funnelSignalBinomial"], ["x", "events", "n", "of", "theta", "target"], a =>
            Tail(FunnelTail.OfProportion(a.Count(0, "x", "events"), a.Count(1, "n", "of"), a.Number(2, "theta", "target")))),
        Methods.Row(["funnelSignalRatio", "funnelSignalPoisson"], ["O", "observed", "E", "expected", "target"], a =>
            Tail(FunnelTail.OfRatio(a.Count(0, "O", "observed"), a.Number(1, "E", "expectedEvents", "expected"), a.Optional(2, "target") ?? 1))),
        Methods.Row(["funnelLowSignalFrom", "signalsLowFrom", "lowSignalFrom"], ["theta", "target"], a =>
        {
            var theta = a.Number(0, "theta", "target");
            var (from95, from998) = (FunnelTail.CasesToSignalLow(theta, .025), FunnelTail.CasesToSignalLow(theta, .001));
            return new Answer(from95, from998) { ["from95"] = from95, ["from998"] = from998, ["95"] = from95, ["99.8"] = from998 };
        }),
        Methods.Whole(["groupRatio", "pooledRatio", "ratioOfSums"], ["O", "observed", "E"], a =>
        {
            var ratio = Funnel.PooledRatio([.. Groups(a).Select(g => new ExpectedGroup("", g.Events, g.Size))]);
            return new Answer(ratio) { ["ratio"] = ratio };
        }),
        Methods.Whole(["overdispersion", "overdispersionWithZero", "overdispersionRatio"], ["O", "observed", "E", "form", "trim", "target"], Ratios),
        Form(["overdispersionCqc", "cqc"], DispersionForm.Cqc),
        Form(["overdispersionShmi", "shmi"], DispersionForm.Shmi),
        Form(["overdispersionProportion", "overdispersionArcsine"], DispersionForm.Arcsine),
        Methods.Row(["shmiLimits", "overdispersedLimitsShmi"], ["E", "tau2"], a => Widened(DispersionForm.Shmi, a)),
        Methods.Row(["cqcLimits", "overdispersedLimitsCqc"], ["E", "tau2"], a => Widened(DispersionForm.Cqc, a)),
    ];

    static Answer Limits(FunnelLimits limits, double[]? raw95, double[]? raw998) =>
        new(limits.Limits95.Low, limits.Limits95.High, limits.Limits998.Low, limits.Limits998.High)
        {
            ["low95"] = limits.Limits95.Low,
            ["high95"] = limits.Limits95.High,
            ["low998"] = limits.Limits998.Low,
            ["high998"] = limits.Limits998.High,
            ["limits95"] = Answer.Of(limits.Limits95),
            ["95"] = Answer.Of(limits.Limits95),
            ["limits998"] = Answer.Of(limits.Limits998),
            ["99.8"] = Answer.Of(limits.Limits998),
            ["raw95"] = raw95 is null ? null : Methods.List(raw95),
            ["raw998"] = raw998 is null ? null : Methods.List(raw998),
            ["rawLow95"] = raw95?[0],
            ["rawHigh95"] = raw95?[1],
            ["rawLow998"] = raw998?[0],
            ["rawHigh998"] = raw998?[1],
        };

    static Answer Tail(FunnelTail of) => new(of.Tail, of.Signal != FunnelSignal.None, of.Signal is FunnelSignal.Low998 or FunnelSignal.High998)
    {
        ["tail"] = of.Tail,
        ["signal95"] = of.Signal != FunnelSignal.None,
        ["signal998"] = of.Signal is FunnelSignal.Low998 or FunnelSignal.High998,
        ["signal"] = of.Signal.ToString(),
    };

    static Answer Ratios(Arguments a)
    {
        var groups = Groups(a);
        var target = a.Optional(-1, "target") ?? 1;
        var all = from form in new[] { DispersionForm.Cqc, DispersionForm.Shmi }
                  from trim in new Trimming?[] { null, Trimming.None, Trimming.Winsorised, Trimming.Truncated }
                  let named = trim == Trimming.None ? "Untrimmed" : trim.ToString()
                  select (Name: Words.Plain($"{form}{named}"), Of: Spread(Overdispersion.Of(form, groups, target, trim)));
        var asked = a.Text("form") is { } word ? Enum.Parse<DispersionForm>(word, ignoreCase: true) : DispersionForm.Cqc;
        var answer = Spread(Overdispersion.Of(asked, groups, target, Trim(a)));
        foreach (var (name, of) in all)
            answer[name] = of;
        return answer;
    }

    static readonly string[] Spreads = ["O", "observed", "x", "events", "E", "n", "of", "trim", "target"];

    static Method Form(string[] names, DispersionForm form) => Methods.Whole(names, Spreads, a =>
    {
        var groups = Groups(a);
        var pooled = form == DispersionForm.Arcsine ? groups.Sum(g => (double)g.Events) / groups.Sum(g => g.Size) : 1;
        return Spread(Overdispersion.Of(form, groups, a.Optional(-1, "target", "theta") ?? pooled, Trim(a)));
    });

    static Trimming? Trim(Arguments a) => a.Text("trim", "trimming") switch
    {
        null => null,
        var word when word.StartsWith("win", StringComparison.OrdinalIgnoreCase) => Trimming.Winsorised,
        var word when word.StartsWith("trunc", StringComparison.OrdinalIgnoreCase) => Trimming.Truncated,
        _ => Trimming.None,
    };

    static Answer Widened(DispersionForm form, Arguments a) =>
        Limits(new Overdispersion(form, Trimming.None, 1, 1, a.Optional(1, "tau2") ?? 0, []).Limits(a.Number(0, "E", "n", "size")), null, null);

    static Answer Spread(Overdispersion? of)
    {
        var answer = new Answer(of?.Phi, of?.BetweenVariance) { ["phi"] = of?.Phi, ["tau2"] = of?.BetweenVariance };
        if (of is null)
            return answer;
        answer["z"] = Methods.List(of.Z);
        answer["excluded"] = Methods.List(of.Z.Select((z, i) => (z, i)).Where(g => g.z is null).Select(g => g.i + 1));
        foreach (var (z, index) in of.Z.Select((z, i) => (z, i)))
            answer[$"z{index + 1}"] = z;
        return answer;
    }

    static List<(int Events, double Size)> Groups(Arguments a) =>
        [.. a.Numbers(-1, "O", "observed", "x", "events").Zip(a.Numbers(-1, "E", "n", "of", "expectedEvents"), (o, e) => ((int)o, e))];
}
