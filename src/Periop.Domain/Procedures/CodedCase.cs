using Periop.Domain.Cases;

namespace Periop.Domain.Procedures;

/// <summary>What a coder decided about a case, beside what its record suggests.</summary>
/// <param name="Suggested">By the record as it is and the rules in use.</param>
/// <param name="Decision">The coding that counts; null while nobody has coded the case.</param>
/// <param name="Differences">Where the decision and the suggestion differ; null without a decision.</param>
/// <param name="SuggestionChanged">Whether the record suggested something else when it was coded: somebody should look again.</param>
public sealed record CodedCase(ProcedureCodes Suggested, Entry? Decision, IReadOnlyList<CodeDifference>? Differences, bool SuggestionChanged)
{
    public static CodedCase Of(SurvivingEntries entries, ProcedureFamilies families)
    {
        var suggested = families.CodesOf(entries);
        if (entries.Last<CodesDecided>() is not { } decision)
            return new CodedCase(suggested, null, null, SuggestionChanged: false);
        var before = families.CodesOf(entries.Case.AtVersion(decision.Version)!.Surviving());
        return new CodedCase(
            suggested, decision, CodeDifference.Between(suggested.Coded, ((CodesDecided)decision.Event).Codes),
            CodeDifference.Between(before.Coded, suggested.Coded).Count > 0);
    }
}
