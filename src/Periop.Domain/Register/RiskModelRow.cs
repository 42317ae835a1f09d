using Periop.Domain.Outcomes;

namespace Periop.Domain.Register;

/// <summary>A version of a risk model in the register.</summary>
/// <param name="Model">All of it.</param>
/// <param name="PublishedAt">UTC.</param>
public sealed record RiskModelRow(string Id, int Version, RiskModel Model, DateTimeOffset PublishedAt, string PublishedBy) : RegisterRow("risk-model")
{
    public static RiskModelRow Of(RiskModelPublished published, DateTimeOffset at, string by) =>
        new(published.Model.Id, published.Model.Version, published.Model, at.ToUniversalTime(), by);
}
