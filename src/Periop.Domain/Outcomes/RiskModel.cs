namespace Periop.Domain.Outcomes;

/// <summary>
/// How likely an outcome was, worked out from what was known of the patient before: a logistic model, which the hospital supplies. One
/// version of it, data that never changes.
/// </summary>
/// <param name="Id">What it is called; all versions share it.</param>
/// <param name="Version">From 1.</param>
/// <param name="Title">What a report calls it.</param>
/// <param name="Intercept">The logarithm of the odds when every factor is 0.</param>
/// <param name="Coefficients">By risk factor: by how much that logarithm grows with one more of it.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record RiskModel(string Id, int Version, string Title, decimal Intercept, IReadOnlyDictionary<string, decimal> Coefficients, string Source)
{
    /// <summary>The expected probability, 0 to 1; null when one of the factors is not known: a case without it is left out, never given a mean.</summary>
    public double? RiskOf(IReadOnlyDictionary<string, decimal> factors)
    {
        var logOdds = (double)Intercept;
        foreach (var (name, coefficient) in Coefficients.OrderBy(c => c.Key, StringComparer.Ordinal))       // so that the sum is the same to the last digit
        {
            if (!factors.TryGetValue(name, out var factor))
                return null;
            logOdds += (double)coefficient * (double)factor;
        }

        return 1 / (1 + Math.Exp(-logOdds));
    }
}
