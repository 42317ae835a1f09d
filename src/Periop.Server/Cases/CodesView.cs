using Periop.Domain.Cases;
using Periop.Domain.Procedures;

namespace Periop.Server.Cases;

/// <summary>The codes that a case suggests, with their evidence and what does not fit: a suggestion, a coder decides.</summary>
/// <param name="RuleSet">The rules that made the answer, with their version.</param>
sealed record CodesView(Guid CaseId, long Version, DateTimeOffset AsOf, string RuleSet, IReadOnlyList<CodeUnits> Units, IReadOnlyList<CodeWarning> Warnings)
{
    public static CodesView Of(SurgicalCase surgicalCase, ProcedureFamilies families)
    {
        var codes = families.CodesOf(surgicalCase.Surviving());
        return new CodesView(surgicalCase.Id, surgicalCase.Version, surgicalCase.RecordedAt, codes.RuleSet, codes.Units, codes.Warnings);
    }
}
