using Periop.Domain.Cases;

namespace Periop.Domain.Procedures;

/// <summary>What the osteotomy segments of a case suggest by the rules in use.</summary>
static class OsteotomyCodes
{
    public static SuggestedCodes Suggest(SurvivingEntries entries)
    {
        var segments = Segments.Of(entries, CodeRuleSet.Current);
        return new SuggestedCodes([.. segments.Families.SelectMany(CodeUnits.Of)], [.. CodeWarnings.Rules.SelectMany(rule => rule.Find(segments))]);
    }
}
