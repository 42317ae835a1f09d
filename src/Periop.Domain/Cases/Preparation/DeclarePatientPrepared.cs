using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>The nurse declares the patient prepared.</summary>
/// <example>{ }</example>
public sealed record DeclarePatientPrepared : OperationStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new PatientPrepared();
}

/// <summary>The patient was declared prepared.</summary>
[StoredAs("patient_prepared")]
public sealed record PatientPrepared : CaseEvent;
