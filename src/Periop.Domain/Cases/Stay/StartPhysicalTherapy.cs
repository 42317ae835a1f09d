using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>Physical therapy begins.</summary>
/// <example>{ }</example>
public sealed record StartPhysicalTherapy : OutcomeReport
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new PhysicalTherapyStarted();
}

/// <summary>Physical therapy began.</summary>
[StoredAs("physical_therapy_started")]
public sealed record PhysicalTherapyStarted : CaseEvent;
