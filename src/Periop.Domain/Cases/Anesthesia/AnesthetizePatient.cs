using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>Anesthesia is deep enough for positioning and preparation to start.</summary>
/// <example>{ "asaClass": 3 }</example>
public sealed record AnesthetizePatient(int? AsaClass = null) : OperationStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) =>
        AnesthesiaRisk.Senseless(AsaClass) is { } refusal ? refusal : new PatientAnesthetized(AsaClass);
}

/// <summary>The patient was anesthetized.</summary>
[StoredAs("patient_anesthetized")]
public sealed record PatientAnesthetized(int? AsaClass) : IntraoperativeEvent;
