using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>The patient does not want to be followed up.</summary>
/// <example>{ }</example>
public sealed record DeclineFollowUp(Term? Code = null) : OutcomeReport
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new FollowUpDeclined(Code);
}

/// <summary>The patient declined follow-up.</summary>
[StoredAs("follow_up_declined")]
public sealed record FollowUpDeclined(Term? Code) : CaseEvent;
