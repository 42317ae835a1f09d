namespace Periop.Statistics;

/// <summary>A logistic model of the probability of an event: logit p = intercept + Σ coefficient·factor.</summary>
/// <param name="Intercept">The logit of a case whose factors are all 0.</param>
/// <param name="Coefficients">By the factor's name.</param>
public sealed record RiskModel(double Intercept, IReadOnlyDictionary<string, double> Coefficients)
{
    /// <summary>The probability expected of a case.</summary>
    /// <param name="factors">The case's factors by name; those that the model does not know are left aside.</param>
    /// <returns>Null where a factor of the model is missing: such a case is excluded and counted, never given the mean.</returns>
    public double? Probability(IReadOnlyDictionary<string, double> factors)
    {
        var logit = Intercept;
        foreach (var (name, coefficient) in Coefficients)
        {
            if (!factors.TryGetValue(name, out var factor))
                return null;
            logit += coefficient * factor;
        }
        return 1 / (1 + Math.Exp(-logit));
    }
}
