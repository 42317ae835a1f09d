using Periop.Domain.Cases;

namespace Periop.Domain.Register;

/// <summary>Rows of a case that are worked out together, because the same entries change them.</summary>
/// <param name="Of">All of them. Pure: a rebuild comes to the same.</param>
/// <param name="MayChangeWith">Whether an event is of a kind that can change any.</param>
public sealed record RegisterPart(Func<SurgicalCase, IReadOnlyList<RegisterRow>> Of, Func<CaseEvent, bool> MayChangeWith)
{
    /// <summary>The same, given the rows and the case before its last entry and that entry; null where that is no quicker.</summary>
    public Func<IReadOnlyList<RegisterRow>, SurgicalCase, CaseEvent, SurgicalCase, IReadOnlyList<RegisterRow>>? After { get; init; }
}
