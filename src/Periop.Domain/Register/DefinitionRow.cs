using Periop.Domain.Cases;
using Periop.Domain.Outcomes;

namespace Periop.Domain.Register;

/// <summary>A version of a definition in the register. It holds from its publication on, for good.</summary>
/// <param name="Definition">All of it.</param>
/// <param name="PublishedAt">UTC.</param>
/// <param name="Shipped">It came with a release; else the hospital published it.</param>
public sealed record DefinitionRow(
    string Id, int Version, AssessedKind Kind, OutcomeDefinition Definition, DateTimeOffset PublishedAt, string PublishedBy, bool Shipped)
    : RegisterRow("definition")
{
    public static DefinitionRow Of(DefinitionPublished published, DateTimeOffset at, string by) => new(
        published.Definition.Id, published.Definition.Version, published.Definition.Kind, published.Definition, at.ToUniversalTime(), by, published.Shipped);
}
