using Periop.Domain.Cases;
using Periop.Domain.Times;

namespace Periop.Domain.Procedures;

/// <summary>The procedure families that a system knows, and what follows for its cases.</summary>
public sealed class ProcedureFamilies
{
    /// <summary>Raised when a rule changes what it finds, or a family is added.</summary>
    const int RulesVersion = 5;

    readonly IReadOnlyList<ProcedureFamily> families;

    public ProcedureFamilies(params IReadOnlyList<ProcedureFamily> families)
    {
        this.families = families;
        Rules = new RuleBook(
            RulesVersion,
            [
                .. SequenceFlags.Rules, .. SafetyCheckFlags.Rules, .. families.SelectMany(f => f.FlagsForAll()), .. NeuromonitoringFlags.Rules,
                .. AntibioticFlags.Rules, .. CountFlags.Rules, .. ImplantFlags.Rules, .. TimeFlags.Rules, .. DurationFlags.Rules, .. RecordFlags.Rules,
                .. QueueFlags.Rules, .. PlanFlags.Rules,
            ],
            [.. Expectation.UpToIncision, .. families.SelectMany(f => f.ExpectationsForAll()), .. Expectation.FromClosing],
            entries => CodesOf(entries).Coded);
    }

    /// <summary>The families that Periop comes with.</summary>
    public static ProcedureFamilies Shipped { get; } = new(SpinalOsteotomy.Family);

    /// <summary>What every case is judged by.</summary>
    public RuleBook Rules { get; }

    /// <summary>What a case suggests to a coder, by the rules of the families that include it.</summary>
    public ProcedureCodes CodesOf(SurvivingEntries entries)
    {
        var own = CodingOf(families.Where(f => f.Includes(entries)));
        var suggested = own.Select(coding => coding.Suggest(entries)).ToArray();
        return new ProcedureCodes(
            string.Join('+', (own.Length > 0 ? own : CodingOf(families)).Select(coding => coding.RuleSet)),
            [.. suggested.SelectMany(s => s.Units)],
            [.. suggested.SelectMany(s => s.Warnings)]);
    }

    static FamilyCoding[] CodingOf(IEnumerable<ProcedureFamily> families) => [.. families.Select(f => f.Coding).OfType<FamilyCoding>()];
}
