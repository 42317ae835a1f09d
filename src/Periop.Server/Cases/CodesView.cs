using Periop.Domain.Cases;
using Periop.Domain.Procedures;
using Periop.Domain.Text;

namespace Periop.Server.Cases;

/// <summary>The codes that a case suggests, with their evidence and what does not fit, and those that a coder decided.</summary>
/// <param name="RuleSet">The rules that made the suggestion, with their version.</param>
/// <param name="Decision">The last word of a coder; null while the case is not coded.</param>
/// <param name="Differences">Where it differs from the suggestion; null while the case is not coded.</param>
sealed record CodesView(
    Guid CaseId, long Version, DateTimeOffset AsOf, string RuleSet, IReadOnlyList<CodeUnits> Units, IReadOnlyList<CodeWarning> Warnings,
    DecisionView? Decision, IReadOnlyList<CodeDifference>? Differences)
{
    public static CodesView Of(SurgicalCase surgicalCase, ProcedureFamilies families)
    {
        var coded = CodedCase.Of(surgicalCase.Surviving(), families);
        return new CodesView(
            surgicalCase.Id, surgicalCase.Version, surgicalCase.RecordedAt, coded.Suggested.RuleSet, coded.Suggested.Units, coded.Suggested.Warnings,
            DecisionView.Of(coded), coded.Differences);
    }
}

/// <summary>What a coder decided.</summary>
/// <param name="SuggestionChanged">Whether the record suggested something else then: it was added to or corrected since, or the rules are others.</param>
sealed record DecisionView(
    Guid EntryId, DateTimeOffset RecordedAt, string RecordedBy, IReadOnlyList<CodedUnits> Codes, Note? Reason, bool SuggestionChanged)
{
    public static DecisionView? Of(CodedCase coded) => coded.Decision is not { } entry ? null : new DecisionView(
        entry.Id, entry.RecordedAt, entry.RecordedBy, ((CodesDecided)entry.Event).Codes, entry.Event.Reason, coded.SuggestionChanged);
}
