using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>Says which codes a case has. The last word counts; it is about the record, and signatures and callings off leave it alone.</summary>
/// <param name="Codes">Each code once; none, when there is nothing to code.</param>
/// <example>
/// { "codes": [ { "code": "22207", "units": 1 }, { "code": "22208", "units": 1 } ], "reason": "the operation note describes a second level" }
/// </example>
public sealed record DecideCodes(IReadOnlyList<CodedUnits> Codes) : CaseCommand
{
    /// <summary>The time does not tell what a case suggests; the rules do.</summary>
    public override Decision Decide(SurgicalCase surgicalCase, Circumstances at)
    {
        if (Codes.FirstOrDefault(c => c.Units < 1) is { } none)
            return Refusal.Senseless($"Of a code there is at least one unit; of one of these there are {none.Units}.");
        if (Codes.GroupBy(c => c.Code).FirstOrDefault(c => c.Count() > 1) is { } twice)
            return Refusal.Senseless($"One of the codes is there {twice.Count()} times.");
        if (Replaces is { } replaced && surgicalCase.Entries[replaced].Event is not CodesDecided)
            return Refusal.TargetUnknown(replaced, "coding");
        var differences = CodeDifference.Between(at.Rules.SuggestedCodes(surgicalCase.Surviving()), Codes);
        return differences.Count > 0 && Reason is null
            ? Refusal.Lacking("reason", $"is required: {string.Join(", ", differences.Select(Said))}")
            : new CodesDecided(Codes);
    }

    /// <summary>A refusal does not repeat what was sent: whatever was typed for a code may be a name.</summary>
    static string Said(CodeDifference difference) =>
        difference.Suggested > 0 ? difference.ToString() : $"of a code that is not suggested {difference.Decided} decided";
}

/// <summary>A coder decided which codes a case has.</summary>
[StoredAs("codes_decided")]
public sealed record CodesDecided(IReadOnlyList<CodedUnits> Codes) : CaseEvent, IMayFollowDeath;

/// <summary>One code.</summary>
/// <param name="Units">How many units of it, from 1.</param>
public sealed record CodedUnits(Term Code, int Units);

/// <summary>A code of which other units were decided than the record suggests.</summary>
/// <param name="Suggested">None, when it is not suggested.</param>
/// <param name="Decided">None, when the coder left it out.</param>
public sealed record CodeDifference(Term Code, int Suggested, int Decided)
{
    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<CodeDifference> Between(IReadOnlyList<CodedUnits> suggested, IReadOnlyList<CodedUnits> decided) =>
        [.. from code in suggested.Concat(decided).Select(c => c.Code).Distinct()
            let difference = new CodeDifference(code, UnitsOf(code, suggested), UnitsOf(code, decided))
            where difference.Suggested != difference.Decided
            orderby code.Value
            select difference];

    public override string ToString() => $"of {Code} {Suggested} suggested and {Decided} decided";

    static int UnitsOf(Term code, IEnumerable<CodedUnits> units) => units.Where(u => u.Code == code).Sum(u => u.Units);
}
