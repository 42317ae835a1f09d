using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>What is planned for a case.</summary>
/// <param name="PatientId">Stands for the patient.</param>
public sealed record Plan(
    Label CaseNumber, Guid? PatientId, Label? Room, DateTimeOffset? ScheduledStart, int? ScheduledMinutes, Priority? Priority, Procedure? Procedure,
    Label? Surgeon, Label? Service, IReadOnlyList<Term>? DiagnosisCodes, Note? Indication, int? AsaClass, Reference? StayRef, Guid? StageOf)
{
    /// <summary>The plan by the last word on it.</summary>
    public static Plan Of(SurvivingEntries entries) => InForceAt(entries, DateTimeOffset.MaxValue);

    /// <summary>
    /// The plan in force at an instant. The scheduling always counts, also when it was recorded after the operation or retracted:
    /// a case entered in error still has its number.
    /// </summary>
    public static Plan InForceAt(SurvivingEntries entries, DateTimeOffset instant)
    {
        var scheduled = (CaseScheduled)entries.Case.Entries[entries.Case.Id].Event;
        var plan = new Plan(
            scheduled.CaseNumber, scheduled.PatientId, scheduled.Room, scheduled.ScheduledStart, scheduled.ScheduledMinutes, scheduled.Priority,
            scheduled.Procedure, scheduled.Surgeon, scheduled.Service, scheduled.DiagnosisCodes, scheduled.Indication, scheduled.AsaClass,
            scheduled.StayRef, scheduled.StageOf);
        foreach (var entry in entries.Where(e => e.EffectiveAt <= instant))
            plan = entry.Event switch
            {
                PlanChanged change => plan.With(change),
                PatientCorrected correction => plan with { PatientId = correction.PatientId },
                PatientAnesthetized { AsaClass: { } asaClass } => plan with { AsaClass = asaClass },
                _ => plan,
            };
        return plan;
    }

    Plan With(PlanChanged change) => this with
    {
        CaseNumber = change.CaseNumber ?? CaseNumber,
        Surgeon = change.Empties(PlanSlot.Surgeon) ? null : change.Surgeon ?? Surgeon,
        Procedure = change.Procedure ?? Procedure,
        Room = change.Empties(PlanSlot.Room) ? null : change.Room ?? Room,
        ScheduledStart = change.Empties(PlanSlot.ScheduledStart) ? null : change.ScheduledStart ?? ScheduledStart,
        ScheduledMinutes = change.ScheduledMinutes ?? ScheduledMinutes,
        Priority = change.Priority ?? Priority,
        Service = change.Service ?? Service,
        AsaClass = change.AsaClass ?? AsaClass,
        Indication = change.Indication ?? Indication,
        DiagnosisCodes = change.DiagnosisCodes ?? DiagnosisCodes,
    };
}
