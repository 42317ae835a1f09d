using Periop.Domain.Record;

namespace Periop.Domain.Outcomes;

/// <summary>Publishes a version of a risk model. Once published, it does not change; another one has the next number.</summary>
/// <param name="Intercept">The logarithm of the odds when every factor is 0.</param>
/// <param name="Coefficients">By risk factor, as cases name it: by how much that logarithm grows with one more of it.</param>
/// <param name="Title">What a report calls it.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Id">That of the path, or left out.</param>
/// <param name="Version">That of the path, or left out.</param>
/// <example>{ "title": "Parsonnet score, cardiac surgery", "intercept": -3.68, "coefficients": { "parsonnet": 0.077 }, "source": "R package vlad" }</example>
public sealed record PublishRiskModel(
    decimal Intercept, IReadOnlyDictionary<string, decimal> Coefficients, string? Title = null, string? Source = null, string? Id = null, int? Version = null)
    : ICommand
{
    /// <summary>Its id and number already make sure that it is published once.</summary>
    Guid? ICommand.EntryId => null;

    public IEnumerable<(string Member, string Problem)> Missing() => [];

    /// <summary>The model under the id and number of the path.</summary>
    public RiskModel As(string id, int version) => new(id, version, Title ?? id, Intercept, Coefficients, Source ?? "not stated");
}
