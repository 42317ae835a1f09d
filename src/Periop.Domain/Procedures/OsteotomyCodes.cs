using Periop.Domain.Cases;

namespace Periop.Domain.Procedures.Coding;

/// <summary>What the osteotomy segments of a case suggest by the rules in use.</summary>
static class OsteotomyCodes
{
    public static (IReadOnlyList<CodeUnits> Units, IReadOnlyList<CodeWarning> Warnings) Suggest(SurvivingEntries entries)
    {
        var segments = Segments.Of(entries, CodeRuleSet.Current);
        return ([.. segments.Families.SelectMany(CodeUnits.Of)], [.. CodeWarnings.Rules.SelectMany(rule => rule.Find(segments))]);
    }
}
