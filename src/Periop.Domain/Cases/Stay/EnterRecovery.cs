using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>The patient comes to recovery or intensive care.</summary>
/// <example>{ "unit": "pacu" }</example>
public sealed record EnterRecovery(Term? Unit = null) : OutcomeReport
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new RecoveryEntered(Unit);
}

/// <summary>The patient entered recovery.</summary>
[StoredAs("recovery_entered")]
public sealed record RecoveryEntered(Term? Unit) : CaseEvent;
