using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>The patient leaves recovery.</summary>
/// <example>{ }</example>
public sealed record LeaveRecovery : OutcomeReport
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new RecoveryLeft();
}

/// <summary>The patient left recovery.</summary>
[StoredAs("recovery_left")]
public sealed record RecoveryLeft : CaseEvent;
