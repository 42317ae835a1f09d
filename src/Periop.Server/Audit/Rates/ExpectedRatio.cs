using Periop.Domain.Outcomes;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Json;
using Periop.Statistics;

namespace Periop.Server.Audit.Rates;

/// <summary>What was observed over what was to be expected. Of the assessed cases those are in it whose risk is known.</summary>
/// <param name="WithoutRisk">The assessed cases that are left out, since a factor of the model is not known: they are never given a mean.</param>
/// <param name="Exact">95 percent; null when there is no ratio.</param>
/// <param name="Reason">Why there is no ratio.</param>
sealed record ExpectedRatio(
    int Observed, double Expected, int WithoutRisk, double? Value, IReadOnlyList<double>? Exact, IReadOnlyList<double>? MidP, IReadOnlyList<double>? Byar,
    string? Reason)
{
    public static ExpectedRatio Of(IEnumerable<CountedCase> cases)
    {
        var (observed, expected, withoutRisk) = (0, 0.0, 0);
        foreach (var counted in cases.Where(c => c.IsAssessed))
            if (counted.Risk is { } risk)
                (observed, expected) = (observed + (counted.As is CountedAs.Present ? 1 : 0), expected + risk);
            else
                withoutRisk++;
        var ratio = StandardisedRatio.Of(observed, expected);
        return new ExpectedRatio(
            observed, Figures.Twelve(expected), withoutRisk, Figures.Twelve(ratio.Ratio), Figures.Pair(ratio.Exact), Figures.Pair(ratio.MidP),
            Figures.Pair(ratio.Byar), ratio.Reason);
    }

    public static double? RiskOf(CaseFacts facts, RiskModel model) => model.RiskOf(facts.RiskFactors.ToDictionary(f => f.Name, f => f.Value));
}
