using System.Text.Json.Serialization;
using Periop.Domain.Record;
using Periop.Domain.Spine;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>How soon the operation has to be.</summary>
public enum Priority { Elective, Urgent, Emergency }

/// <summary>The operation that is planned.</summary>
/// <param name="Family"><c>spinal-osteotomy</c> or another word of the hospital's.</param>
/// <param name="Levels">The vertebral segments.</param>
/// <param name="Grade">SRS-Schwab, 1 to 6.</param>
/// <param name="Code">The code it was booked under.</param>
public sealed record Procedure(Term Family, Approach? Approach = null, IReadOnlyList<Level>? Levels = null, int? Grade = null, Term? Code = null)
{
    internal Refusal? Senseless() => Grade is < SchwabGrade.Lowest or > SchwabGrade.Highest ? Refusal.Senseless("A Schwab grade is 1 to 6.") : null;
}

/// <summary>Puts a case on the plan. Its entry id becomes the case's id.</summary>
/// <param name="CaseNumber">
/// The hospital's number, unique among its cases that were not entered in error. Without one the case is called <c>#</c> and six letters,
/// and flagged, until its number is given as a change of plan.
/// </param>
/// <param name="StageOf">The case of which this is a further stage.</param>
/// <param name="StayRef">The hospital stay.</param>
/// <param name="RiskFactors">Named numbers that a risk model may ask for, such as age or body-mass-index.</param>
/// <example>
/// { "caseNumber": "2026-0117", "patientRef": "p-20931", "room": "OR-3", "scheduledStart": "2026-03-02T07:30:00+01:00", "scheduledMinutes": 300,
///   "procedure": { "family": "spinal-osteotomy", "approach": "posterior", "levels": ["L2", "L3"], "grade": 3 }, "surgeon": "surgeon-3", "asaClass": 3 }
/// </example>
public sealed record ScheduleCase(
    Label? CaseNumber = null, Procedure? Procedure = null, Reference? PatientRef = null, Label? Room = null, DateTimeOffset? ScheduledStart = null,
    int? ScheduledMinutes = null, Priority? Priority = null, Label? Surgeon = null, Label? Service = null, IReadOnlyList<Term>? DiagnosisCodes = null,
    Note? Indication = null, int? AsaClass = null, Reference? StayRef = null, Guid? StageOf = null, IReadOnlyDictionary<string, decimal>? RiskFactors = null)
    : PlanningStep, INamesPatient
{
    [JsonIgnore]
    public Guid? PatientId { get; init; }

    public CaseCommand ForPatient(Guid patientId) => this with { PatientId = patientId };

    public override IEnumerable<(string Member, string Problem)> Missing() =>
        Replaces is not null ? [("replaces", "does not go with scheduling")] : RiskFactor.Problems(RiskFactors);

    /// <summary>A new case has nothing before it: the case given is ignored.</summary>
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => Decide(surgicalCase.Id);

    public Decision Decide(Guid caseId) =>
        PlannedTime.Senseless(ScheduledStart, ScheduledMinutes) is { } outOfTime ? outOfTime
        : AnesthesiaRisk.Senseless(AsaClass) is { } noClass ? noClass
        : Procedure?.Senseless() is { } refusal ? refusal
        : new CaseScheduled(CaseNumber ?? MadeNumber.Of(caseId), PatientId, Room, ScheduledStart, ScheduledMinutes, Priority, Procedure, Surgeon, Service,
            DiagnosisCodes, Indication, AsaClass, StayRef, StageOf, RiskFactors);
}

/// <summary>A case was put on the plan.</summary>
/// <param name="PatientId">Stands for the patient; who it is, is kept apart from events.</param>
[StoredAs("case_scheduled")]
public sealed record CaseScheduled(
    Label CaseNumber, Guid? PatientId, Label? Room, DateTimeOffset? ScheduledStart, int? ScheduledMinutes, Priority? Priority, Procedure? Procedure,
    Label? Surgeon, Label? Service, IReadOnlyList<Term>? DiagnosisCodes, Note? Indication, int? AsaClass, Reference? StayRef, Guid? StageOf,
    IReadOnlyDictionary<string, decimal>? RiskFactors) : PlanningEvent, INamesRoom, IMayFollowDeath
{
    /// <inheritdoc/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? RoomUnknown { get; init; }

    CaseEvent INamesRoom.InUnknownRoom() => this with { RoomUnknown = true };
}

/// <summary>A command that names a patient. The event gets the id that stands for the patient instead.</summary>
public interface INamesPatient
{
    Reference? PatientRef { get; }

    /// <summary>The same command, with what stands for the patient in events; found by the reference before the decision.</summary>
    CaseCommand ForPatient(Guid patientId);
}

/// <summary>A command that names another case. It is found before the decision, which stays pure.</summary>
public interface INamesCase
{
    Guid? NamedCase { get; }

    /// <summary>The same command with the case that it names; null when there is none.</summary>
    CaseCommand ForCase(SurgicalCase? named);
}
