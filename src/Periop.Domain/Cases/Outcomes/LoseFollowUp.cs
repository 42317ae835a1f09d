using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>The patient cannot be reached any more.</summary>
/// <example>{ }</example>
public sealed record LoseFollowUp(Term? Code = null) : OutcomeReport
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new FollowUpLost(Code);
}

/// <summary>The patient was lost to follow-up.</summary>
[StoredAs("follow_up_lost")]
public sealed record FollowUpLost(Term? Code) : CaseEvent;
