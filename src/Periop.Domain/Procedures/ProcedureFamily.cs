using Periop.Domain.Cases;

namespace Periop.Domain.Procedures;

/// <summary>Operations of one kind: what is known of them beyond what is known of every operation.</summary>
/// <param name="Name">As a plan names it.</param>
/// <param name="IsPerformed">Whether the record shows that such an operation was performed, whatever the plan says.</param>
/// <param name="Flags">Rules that are asked of its cases alone.</param>
/// <param name="Expectations">What a complete record of its cases has besides.</param>
/// <param name="Coding">How its cases are coded; null when no codes are known.</param>
public sealed record ProcedureFamily(
    string Name, Func<SurvivingEntries, bool> IsPerformed, IReadOnlyList<FlagRule> Flags, IReadOnlyList<Expectation> Expectations, FamilyCoding? Coding = null)
{
    /// <summary>Whether a case is one of the family, as it was operated or as it is planned.</summary>
    public bool Includes(SurvivingEntries entries) => IsPerformed(entries) || Plan.Of(entries).Procedure?.Family.Value == Name;

    /// <summary>Its flags, for a rule book that all cases are judged by.</summary>
    internal IEnumerable<FlagRule> FlagsForAll() => Flags.Select(rule => rule with { Find = entries => Includes(entries) ? rule.Find(entries) : [] });

    /// <summary>Its expectations, for a rule book that all cases are judged by.</summary>
    internal IEnumerable<Expectation> ExpectationsForAll() =>
        Expectations.Select(expected => expected with { Applies = entries => Includes(entries) && expected.Applies(entries) });
}

/// <summary>How the cases of a family are coded.</summary>
/// <param name="RuleSet">The rules and their version, as answers state them.</param>
/// <param name="Suggest">The pure rules, asked of the family's cases alone: no clock, no other case.</param>
public sealed record FamilyCoding(string RuleSet, Func<SurvivingEntries, SuggestedCodes> Suggest);
