using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>What is planned for a case.</summary>
/// <param name="PatientId">Stands for the patient.</param>
public sealed record Plan(
    Label CaseNumber, Guid? PatientId, Label? Room, DateTimeOffset? ScheduledStart, int? ScheduledMinutes, Priority? Priority, Procedure? Procedure,
    Label? Surgeon, Label? Service, IReadOnlyList<Term>? DiagnosisCodes, Note? Indication, int? AsaClass, Reference? StayRef, Guid? StageOf)
{
    /// <summary>The plan by the last word on it.</summary>
    public static Plan Of(SurvivingEntries entries) => entries.Plans.Last;

    /// <summary>
    /// The plan in force at an instant. The scheduling always counts, also when it was recorded after the operation or retracted:
    /// a case entered in error still has its number.
    /// </summary>
    public static Plan InForceAt(SurvivingEntries entries, DateTimeOffset instant) => entries.Plans.At(instant);

    /// <summary>The plan as the case was scheduled.</summary>
    internal static Plan AsScheduled(SurgicalCase surgicalCase)
    {
        var scheduled = (CaseScheduled)surgicalCase.Entries[surgicalCase.Id].Event;
        return new Plan(
            scheduled.CaseNumber, scheduled.PatientId, scheduled.Room, scheduled.ScheduledStart, scheduled.ScheduledMinutes, scheduled.Priority,
            scheduled.Procedure, scheduled.Surgeon, scheduled.Service, scheduled.DiagnosisCodes, scheduled.Indication, scheduled.AsaClass,
            scheduled.StayRef, scheduled.StageOf);
    }

    /// <summary>Whether an event is of a kind that can change it.</summary>
    internal static bool MayChangeWith(CaseEvent happened) => happened is PlanChanged or PatientCorrected or PatientAnesthetized;

    /// <summary>The plan after an entry; the same, unless the entry changes it.</summary>
    internal Plan After(CaseEvent happened) => happened switch
    {
        PlanChanged change => With(change),
        PatientCorrected correction => this with { PatientId = correction.PatientId },
        PatientAnesthetized { AsaClass: { } asaClass } => this with { AsaClass = asaClass },
        _ => this,
    };

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

/// <summary>What was planned from when on.</summary>
sealed class PlanInTime
{
    readonly List<Since> plans;

    public PlanInTime(SurvivingEntries entries)
    {
        plans = [new Since(DateTimeOffset.MinValue, Plan.AsScheduled(entries.Case))];
        foreach (var entry in entries)
            if (Last.After(entry.Event) is var next && !ReferenceEquals(next, Last))
                plans.Add(new Since(entry.EffectiveAt, next));
    }

    public Plan Last => plans[^1].Plan;

    public Plan At(DateTimeOffset instant) => plans.LastUntil(instant, p => p.From)?.Plan ?? plans[0].Plan;

    sealed record Since(DateTimeOffset From, Plan Plan);
}
