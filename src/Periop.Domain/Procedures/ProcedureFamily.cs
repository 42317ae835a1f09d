using Periop.Domain.Cases;
using Periop.Domain.Procedures.Coding;

namespace Periop.Domain.Procedures;

/// <summary>Operations of one kind: what Periop knows of them beyond what it knows of every operation.</summary>
/// <param name="Name">As a plan names it.</param>
/// <param name="Includes">Whether a case is one of the family, as planned or as it was operated.</param>
/// <param name="Flags">Rules for its cases; they are asked of these alone.</param>
/// <param name="Expectations">What a complete record of its cases has besides; asked of these alone.</param>
/// <param name="Codes">What its cases suggest to a coder; null when no codes are known.</param>
public sealed record ProcedureFamily(
    string Name, Func<SurvivingEntries, bool> Includes, IReadOnlyList<FlagRule> Flags, IReadOnlyList<Expectation> Expectations, FamilyCodes? Codes = null)
{
    /// <summary>The family's own rules, for its own cases.</summary>
    internal IEnumerable<FlagRule> OwnFlags => Flags.Select(rule => rule with { Find = entries => Includes(entries) ? rule.Find(entries) : [] });

    /// <summary>What is expected of the family's own cases.</summary>
    internal IEnumerable<Expectation> OwnExpectations =>
        Expectations.Select(expectation => expectation with { Applies = entries => Includes(entries) && expectation.Applies(entries) });
}

/// <summary>How a family's cases are coded.</summary>
/// <param name="RuleSet">The rules and their version.</param>
/// <param name="Suggest">The pure rules: no clock, no other case.</param>
public sealed record FamilyCodes(string RuleSet, Func<SurvivingEntries, (IReadOnlyList<CodeUnits> Units, IReadOnlyList<CodeWarning> Warnings)> Suggest);
