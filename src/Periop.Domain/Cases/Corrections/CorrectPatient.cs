using System.Text.Json.Serialization;
using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>The case belongs to another patient than was said.</summary>
/// <example>{ "patientRef": "p-20913", "reason": "digits swapped at booking" }</example>
public sealed record CorrectPatient(Reference PatientRef) : RecordChange, INamesPatient
{
    [JsonIgnore]
    public Guid? PatientId { get; init; }

    public CaseCommand ForPatient(Guid patientId) => this with { PatientId = patientId };

    Reference? INamesPatient.PatientRef => PatientRef;

    public override IEnumerable<(string Member, string Problem)> Missing() => MissingReason();

    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new PatientCorrected(PatientId);
}

/// <summary>The patient was corrected.</summary>
/// <param name="PatientId">Stands for the right patient.</param>
[StoredAs("patient_corrected")]
public sealed record PatientCorrected(Guid? PatientId) : CaseEvent, IMayFollowDeath;
