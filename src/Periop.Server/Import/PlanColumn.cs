using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Server.Import;

/// <summary>A column of what is planned.</summary>
/// <param name="Name">As <see cref="ColumnNames"/> has it.</param>
/// <param name="Told">What the row says; null when it says nothing that can be read.</param>
/// <param name="Planned">What is planned.</param>
/// <param name="Change">The change of plan to what the row says.</param>
sealed record PlanColumn(string Name, Func<CellReader, object?> Told, Func<Plan, object?> Planned, Func<Plan, object, ChangePlan> Change)
{
    public static readonly IReadOnlyList<PlanColumn> All =
    [
        new("room", cells => cells.Read<Label>("room"), plan => plan.Room, (_, room) => new ChangePlan(Room: (Label)room)),
        new("service", cells => cells.Read<Label>("service"), plan => plan.Service, (_, service) => new ChangePlan(Service: (Label)service)),
        new("procedure", cells => cells.Read<Term>("procedure"), plan => plan.Procedure?.Family,
            (plan, family) => new ChangePlan(Procedure: (plan.Procedure ?? new Procedure((Term)family)) with { Family = (Term)family })),
        new("surgeon", cells => cells.Read<Label>("surgeon"), plan => plan.Surgeon, (_, surgeon) => new ChangePlan(Surgeon: (Label)surgeon)),
        new("asaClass", cells => cells.Number("asaClass"), plan => plan.AsaClass, (_, asaClass) => new ChangePlan(AsaClass: (int)asaClass)),
        new("priority", cells => cells.OneOf<Priority>("priority"), plan => plan.Priority, (_, priority) => new ChangePlan(Priority: (Priority)priority)),
        new("scheduledStart", cells => cells.Time("scheduledStart"), plan => plan.ScheduledStart,
            (_, start) => new ChangePlan(ScheduledStart: (DateTimeOffset)start)),
        new("scheduledMinutes", cells => cells.Number("scheduledMinutes"), plan => plan.ScheduledMinutes,
            (_, minutes) => new ChangePlan(ScheduledMinutes: (int)minutes)),
    ];

    /// <summary>Whether there ever was a value, be it taken back or emptied since.</summary>
    public bool WasFilled(SurgicalCase surgicalCase) =>
        surgicalCase.Entries.Values.Where(e => e.Event is CaseScheduled or PlanChanged or PatientAnesthetized)
            .Any(e => Planned(Plan.Of(surgicalCase.AtVersion(e.Version)!.Surviving())) is not null);

    public static string Show(object value) => value switch
    {
        DateTimeOffset time => TimeTold.Show(time, null),
        Priority priority => Vocabulary.WordFor(priority),
        _ => value.ToString()!,
    };
}
