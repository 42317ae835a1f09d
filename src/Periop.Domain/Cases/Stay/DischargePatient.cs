using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>The patient goes home or elsewhere.</summary>
/// <example>{ "destination": "home" }</example>
public sealed record DischargePatient(Word Destination) : OutcomeReport
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new PatientDischarged(Destination);
}

/// <summary>The patient was discharged.</summary>
[StoredAs("patient_discharged")]
public sealed record PatientDischarged(Word Destination) : CaseEvent;
