using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>The patient comes back as an inpatient.</summary>
/// <example>{ }</example>
public sealed record ReadmitPatient(Term? Code = null) : OutcomeReport
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new PatientReadmitted(Code);
}

/// <summary>The patient was readmitted.</summary>
[StoredAs("patient_readmitted")]
public sealed record PatientReadmitted(Term? Code) : CaseEvent;
