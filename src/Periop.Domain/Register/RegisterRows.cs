using Periop.Domain.Cases;
using Periop.Domain.Implants.Recalls;

namespace Periop.Domain.Register;

/// <summary>All register rows of a case, or of a recall. Pure: a rebuild comes to the same.</summary>
public static class RegisterRows
{
    public static IReadOnlyList<RegisterRow> Of(SurgicalCase? surgicalCase) => surgicalCase is null ? [] : [.. ImplantRow.Of(surgicalCase.Surviving())];

    /// <summary>The rows of a case after an event: those before it, unless an event of this kind can change any.</summary>
    /// <param name="before">The rows before the event.</param>
    /// <param name="after">The case with the event.</param>
    public static IReadOnlyList<RegisterRow> After(IReadOnlyList<RegisterRow> before, CaseEvent happened, SurgicalCase after) =>
        ImplantRow.MayChangeWith(happened) ? Of(after) : before;

    public static IReadOnlyList<RegisterRow> Of(Recall? recall) => recall is null ? [] : [RecallRow.Of(recall)];
}
