using Periop.Domain.Cases;
using Periop.Domain.Implants.Recalls;

namespace Periop.Domain.Register;

/// <summary>All register rows of a case, or of a recall. Pure: a rebuild comes to the same.</summary>
public static class RegisterRows
{
    public static IReadOnlyList<RegisterRow> Of(SurgicalCase? surgicalCase) =>
        surgicalCase is null ? [] : [.. ImplantRow.Of(surgicalCase.Surviving()), .. RemovalRow.Of(surgicalCase.Surviving())];

    /// <summary>The rows of a case after an event: those before it, unless an event of this kind can change any.</summary>
    /// <param name="before">The rows before the event.</param>
    /// <param name="after">The case with the event.</param>
    public static IReadOnlyList<RegisterRow> After(IReadOnlyList<RegisterRow> before, CaseEvent happened, SurgicalCase after) =>
        MayChangeWith(happened) ? Of(after) : before;

    public static IReadOnlyList<RegisterRow> Of(Recall? recall) =>
        recall is null ? [] : [RecallRow.Of(recall), .. recall.Closures.Select(closure => ClosureRow.Of(closure, recall))];

    /// <summary>Whether an event is of a kind that can change the devices of its case, or the patient they are in.</summary>
    static bool MayChangeWith(CaseEvent happened) =>
        happened is HardwareEvent or HardwareRemoved or PatientCorrected or TimeCorrected or EntryRetracted;
}
