using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>Says what a risk model may ask for.</summary>
/// <param name="Factors">Named numbers, such as age; names of lower-case letters, digits and hyphens.</param>
/// <example>{ "factors": { "age": 61, "body-mass-index": 27.4 } }</example>
public sealed record RecordRiskFactors(IReadOnlyDictionary<string, decimal> Factors) : OutcomeReport
{
    public override IEnumerable<(string Member, string Problem)> Missing() => [.. base.Missing(), .. RiskFactor.Problems(Factors, "factors")];

    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new RiskFactorsRecorded(Factors);
}

/// <summary>Risk factors were recorded.</summary>
[StoredAs("risk_factors_recorded")]
public sealed record RiskFactorsRecorded(IReadOnlyDictionary<string, decimal> Factors) : CaseEvent, IMayFollowDeath;

static class RiskFactor
{
    public static IEnumerable<(string Member, string Problem)> Problems(IReadOnlyDictionary<string, decimal>? factors, string member = "riskFactors") =>
        from name in factors?.Keys ?? []
        where name.Length is 0 or > 64 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
        select (member, "a name is 1 to 64 of the characters A-Z a-z 0-9 . _ -");
}
