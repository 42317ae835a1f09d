using Periop.Domain.Text;

namespace Periop.Domain.Outcomes;

/// <summary>
/// The definitions that come with the release: a <see cref="VersionedFile"/> per version, for a quality team to review
/// (<c>infection-deep.v1.json</c>). Where registries differ, each has a version of its own.
/// </summary>
/// <param name="All">In the order of id and version.</param>
public sealed record ShippedDefinitions(IReadOnlyList<OutcomeDefinition> All)
{
    /// <summary>Those of this release.</summary>
    public static ShippedDefinitions Current { get; } =
        new([.. VersionedFile.ReadAll<OutcomeDefinition>("definitions").OrderBy(d => d.Id, StringComparer.Ordinal).ThenBy(d => d.Version)]);
}
