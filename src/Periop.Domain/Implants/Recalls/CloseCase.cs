using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Implants.Recalls;

/// <summary>Says what came of a case of a recall campaign. It is open again when another of its devices turns out to be affected.</summary>
/// <param name="Outcome">In a word of the hospital's, such as <c>informed</c>, <c>examined</c> or <c>revised</c>.</param>
/// <param name="EntryId">The client's id for this closure: sent again, it is recorded once. Made by the server when absent.</param>
/// <example>{ "outcome": "informed", "reason": "spoken to by telephone, appointment made" }</example>
public sealed record CloseCase(Term Outcome, Note Reason, Guid? EntryId = null) : ICommand
{
    public IEnumerable<(string Member, string Problem)> Missing() => [];

    /// <summary>The event to record.</summary>
    public RecallCaseClosed Decide(Guid entryId, Guid caseId, string content) => new(entryId, caseId, Outcome, Reason, content);
}
