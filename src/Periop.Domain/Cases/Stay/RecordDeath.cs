using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>The patient has died.</summary>
/// <example>{ }</example>
public sealed record RecordDeath : OutcomeReport
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new PatientDied();
}

/// <summary>The patient died.</summary>
[StoredAs("patient_died")]
public sealed record PatientDied : CaseEvent, IMayFollowDeath;
