using Periop.Domain.Cases;
using Periop.Domain.Implants.Recalls;

namespace Periop.Domain.Register;

/// <summary>All register rows of a case, or of a recall. Pure: a rebuild comes to the same.</summary>
public static class RegisterRows
{
    public static IReadOnlyList<RegisterRow> Of(SurgicalCase? surgicalCase) => surgicalCase is null ? [] : [.. ImplantRow.Of(surgicalCase.Surviving())];

    public static IReadOnlyList<RegisterRow> Of(Recall? recall) => recall is null ? [] : [RecallRow.Of(recall)];
}
