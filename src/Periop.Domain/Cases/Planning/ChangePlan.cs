using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>Changes what is planned; what is not named stays as it was.</summary>
/// <example>{ "room": "OR-5", "scheduledStart": "2026-03-02T09:15:00+01:00" }</example>
public sealed record ChangePlan(
    Label? Surgeon = null, Procedure? Procedure = null, Label? Room = null, DateTimeOffset? ScheduledStart = null, int? ScheduledMinutes = null)
    : PlanningStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) =>
        PlannedTime.Senseless(ScheduledStart, ScheduledMinutes) is { } outOfTime ? outOfTime
        : Procedure?.Senseless() is { } refusal ? refusal
        : new PlanChanged(Surgeon, Procedure, Room, ScheduledStart, ScheduledMinutes);
}

/// <summary>The plan was changed.</summary>
[StoredAs("plan_changed")]
public sealed record PlanChanged(Label? Surgeon, Procedure? Procedure, Label? Room, DateTimeOffset? ScheduledStart, int? ScheduledMinutes)
    : CaseEvent, IMayFollowDeath;
