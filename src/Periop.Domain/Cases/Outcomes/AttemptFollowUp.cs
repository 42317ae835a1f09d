using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>How somebody tried to learn how a patient is.</summary>
public enum FollowUpMethod { Call, Letter, Visit, RecordReview, Other }

/// <summary>What came of trying. <c>wrong-contact</c>: the number or address is somebody else's.</summary>
public enum FollowUpResult { Reached, NotReached, WrongContact, Other }

/// <summary>Somebody tries to follow a patient up. What is due stays due until it is assessed, lost or declined.</summary>
/// <example>{ "method": "call", "result": "not-reached" }</example>
public sealed record AttemptFollowUp(FollowUpMethod Method, FollowUpResult Result) : OutcomeReport
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new FollowUpAttempted(Method, Result);
}

/// <summary>Somebody tried to follow the patient up. After a recorded death it is flagged: the family should not be asked again.</summary>
[StoredAs("follow_up_attempted")]
public sealed record FollowUpAttempted(FollowUpMethod Method, FollowUpResult Result) : CaseEvent;
