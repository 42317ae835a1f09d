using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>How the patient lies.</summary>
public enum BodyPosition { Prone, Supine, Lateral, Other }

/// <summary>The patient lies as the operation needs it.</summary>
/// <example>{ "position": "prone" }</example>
public sealed record PositionPatient(BodyPosition Position) : OperationStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new PatientPositioned(Position);
}

/// <summary>The patient was positioned.</summary>
[StoredAs("patient_positioned")]
public sealed record PatientPositioned(BodyPosition Position) : IntraoperativeEvent;
