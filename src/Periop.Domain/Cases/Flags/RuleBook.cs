namespace Periop.Domain.Cases;

/// <summary>What a case is judged by: the rules for all cases and those of the procedure families, as they are handed in.</summary>
/// <param name="Version">Raised when a rule changes what it finds.</param>
/// <param name="Flags">In the order in which flags are listed.</param>
/// <param name="Expectations">What a complete record has, in the order in which it is listed as missing.</param>
/// <param name="SuggestedCodes">Which codes a case suggests to a coder.</param>
public sealed record RuleBook(
    int Version, IReadOnlyList<FlagRule> Flags, IReadOnlyList<Expectation> Expectations, Func<SurvivingEntries, IReadOnlyList<CodedUnits>> SuggestedCodes)
{
    /// <summary>The codes that stop an entry at a screen unless the hospital says otherwise.</summary>
    public IReadOnlySet<string> DefaultStops { get; } = Flags.Where(r => r.Stops).Select(r => r.Code).ToHashSet();
}
