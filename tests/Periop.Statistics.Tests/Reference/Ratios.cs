using Periop.Domain.Outcomes;

namespace Periop.Statistics.Tests.Reference;

/// <summary>Observed over expected, and the risk model.</summary>
static class Ratios
{
    static readonly string[] Inputs = ["O", "observed", "E", "expected", "confidence"];

    public static IEnumerable<Method> Known =>
    [
        Methods.Row(["ratio", "oe", "observedExpected", "standardisedRatio", "standardizedRatio", "sir", "smr"], Inputs, a =>
        {
            var of = Read(a);
            return new Answer(of.Ratio)
            {
                ["ratio"] = of.Ratio,
                ["oe"] = of.Ratio,
                ["exact"] = Answer.Of(of.Exact),
                ["midP"] = Answer.Of(of.MidP),
                ["byar"] = Answer.Of(of.Byar),
                ["p"] = of.MidPValue,
                ["midPValue"] = of.MidPValue,
                ["reason"] = of.Reason,
            };
        }),
        Limits(["ratioExact", "exactPoisson", "poissonExact", "oeExact", "oeExactPoisson"], r => r.Exact),
        Limits(["ratioMidP", "midP", "oeMidP", "poissonMidP"], r => r.MidP),
        Limits(["ratioByar", "byar", "oeByar"], r => r.Byar),
        Methods.Row(["midPValue", "ratioPValue"], Inputs, a => new Answer(Read(a).MidPValue) { ["p"] = Read(a).MidPValue }),
        Methods.Row(["riskModel", "logistic", "expectedProbability"], ["S", "parsonnet", "intercept", "coefficient", "coefficients", "factors"], a =>
        {
            var p = Expected(a);
            return new Answer(p) { ["p"] = p };
        }),
    ];

    /// <summary>By a model given, with its factors; by default the test model of the domain and the score S.</summary>
    public static double? Expected(Arguments a) => a.Named("coefficients") is { } coefficients
        ? Model(a.Number(-1, "intercept"), coefficients).RiskOf(Decimals(a.Named("factors", "riskFactors") ?? new Dictionary<string, double>()))
        : Expected(a, a.Number(0, "S", "parsonnet", "score"));

    public static double Expected(Arguments a, double score)
    {
        var model = Model(a.Optional(-1, "intercept") ?? -3.68, new Dictionary<string, double> { ["score"] = a.Optional(-1, "coefficient") ?? .077 });
        return model.RiskOf(new Dictionary<string, decimal> { ["score"] = (decimal)score })!.Value;
    }

    static RiskModel Model(double intercept, IReadOnlyDictionary<string, double> coefficients) =>
        new("model", 1, "", (decimal)intercept, Decimals(coefficients), "");

    static Dictionary<string, decimal> Decimals(IReadOnlyDictionary<string, double> numbers) => numbers.ToDictionary(n => n.Key, n => (decimal)n.Value);

    static Method Limits(string[] names, Func<StandardisedRatio, Interval?> limits) =>
        Methods.Row(names, Inputs, a => Answer.Of(limits(Read(a))));

    /// <summary>"expected" is what the case expects of the method, so that E is never called so outside a row.</summary>
    static StandardisedRatio Read(Arguments a) => StandardisedRatio.Of(
        a.Count(0, "O", "observed", "x"), a.Number(1, "E", "expectedEvents", "expectedCount", "expected"), a.Optional(2, "confidence") ?? .95);
}
