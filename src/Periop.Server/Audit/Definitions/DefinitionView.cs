using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Server.Store;

namespace Periop.Server.Audit.Definitions;

/// <summary>A version of a definition as it is read.</summary>
/// <param name="AssessedFrom">How many days after the anchor an assessment reaches the close; null: from the close on.</param>
/// <param name="Grace">How many days after the close a case may wait to be assessed before it is overdue.</param>
/// <param name="Measure">What is counted from the record itself; null where only people can say.</param>
/// <param name="PublishedBy">Who published it; <c>periop</c>: it came with a release.</param>
/// <param name="Shipped">It came with a release; else the hospital published it.</param>
sealed record DefinitionView(
    string Id, int Version, AssessedKind Kind, string Title, OutcomeWindow Window, OutcomeAnchor Anchor, IReadOnlyList<Criterion> Criteria,
    OutcomeEvidence Evidence, int? AssessedFrom, ReviewDemand Review, int Grace, Denominator Denominator, string Source, TransfusionMeasure? Measure,
    DateTimeOffset PublishedAt, string PublishedBy, bool Shipped) : IPublishedVersion
{
    public static DefinitionView Of(PublishedDefinition known) => Of(known.Definition, known.PublishedAt, known.PublishedBy, known.Shipped);

    public static DefinitionView Of(Publication published) =>
        published.What is DefinitionPublished what ? Of(what.Definition, published.At, published.By, what.Shipped)
            : throw new InvalidOperationException($"{published.What.GetType().Name} is no definition.");

    static DefinitionView Of(OutcomeDefinition d, DateTimeOffset at, string by, bool shipped) => new(
        d.Id, d.Version, d.Kind, d.Title, d.Window, d.Anchor, d.Criteria, d.Evidence, d.AssessedFrom, d.Review, d.Grace, d.Denominator, d.Source, d.Measure,
        at.ToUniversalTime(), by, shipped);
}

/// <summary>A version of a risk model as it is read.</summary>
/// <param name="Intercept">The logarithm of the odds when every factor is 0.</param>
/// <param name="Coefficients">By risk factor: by how much that logarithm grows with one more of it.</param>
sealed record RiskModelView(
    string Id, int Version, string Title, decimal Intercept, IReadOnlyDictionary<string, decimal> Coefficients, string Source, DateTimeOffset PublishedAt,
    string PublishedBy) : IPublishedVersion
{
    public static RiskModelView Of(PublishedRiskModel known) => Of(known.Model, known.PublishedAt, known.PublishedBy);

    public static RiskModelView Of(Publication published) =>
        published.What is RiskModelPublished what ? Of(what.Model, published.At, published.By)
            : throw new InvalidOperationException($"{published.What.GetType().Name} is no risk model.");

    static RiskModelView Of(RiskModel m, DateTimeOffset at, string by) =>
        new(m.Id, m.Version, m.Title, m.Intercept, m.Coefficients, m.Source, at.ToUniversalTime(), by);
}
