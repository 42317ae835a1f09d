using Periop.Domain.Cases;

namespace Periop.Domain.Register;

/// <summary>The rows of a case while entry comes after entry. A part is worked out when the first entry comes that may change it.</summary>
/// <param name="stream">The case's stream.</param>
/// <param name="before">The case before the first of these entries; null when it begins with them.</param>
public sealed class CaseRows(Guid stream, SurgicalCase? before, IReadOnlyList<RegisterPart> parts)
{
    readonly IReadOnlyList<RegisterRow>?[] rows = new IReadOnlyList<RegisterRow>?[parts.Count];
    SurgicalCase? soFar = before;

    /// <summary>Goes on to the next entry.</summary>
    /// <param name="after">The case with it.</param>
    /// <returns>A step for each part that the entry may change.</returns>
    public IReadOnlyList<RegisterStep> Next(EventPosition at, CaseEvent happened, SurgicalCase after)
    {
        if (soFar is not null)
            after.SurvivingAfter(soFar, happened);
        var steps = new List<RegisterStep>();
        foreach (var (index, part) in parts.Index())
            if (part.MayChangeWith(happened))
            {
                var earlier = rows[index] ?? (soFar is null ? [] : part.Of(soFar));
                var now = soFar is null || part.After is null ? part.Of(after) : part.After(earlier, soFar, happened, after);
                steps.Add(new RegisterStep(stream, at, earlier, rows[index] = now));
            }

        soFar = after;
        return steps;
    }
}
