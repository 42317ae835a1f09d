using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Outcomes;

/// <summary>
/// A version of something that a hospital counts by was published. It has a stream of its own, of this one event: what was published once
/// does not change. When and by whom, the store keeps beside it.
/// </summary>
/// <param name="Content">What tells it from another of the same number.</param>
public abstract record PublicationEvent(string Content) : StoredEvent;

/// <summary>A version of a definition was published.</summary>
/// <param name="Shipped">It came with a release; else the hospital published it.</param>
[StoredAs("definition_published")]
public sealed record DefinitionPublished(OutcomeDefinition Definition, string Content, bool Shipped) : PublicationEvent(Content)
{
    public static DefinitionPublished Of(OutcomeDefinition definition, bool shipped) => new(definition, VersionedFile.ContentOf(definition), shipped);
}

/// <summary>A version of a risk model was published by the hospital.</summary>
[StoredAs("risk_model_published")]
public sealed record RiskModelPublished(RiskModel Model, string Content) : PublicationEvent(Content)
{
    public static RiskModelPublished Of(RiskModel model)
    {
        var sorted = model with { Coefficients = new SortedDictionary<string, decimal>(model.Coefficients.ToDictionary(), StringComparer.Ordinal) };
        return new RiskModelPublished(sorted, VersionedFile.ContentOf(sorted));
    }
}
