using Periop.Domain.Text;

namespace Periop.Domain.Outcomes;

/// <summary>When it is asked how a patient does: named windows around an operation, one version of them, data that never changes.</summary>
/// <param name="Id">What it is called; all versions share it.</param>
/// <param name="Version">From 1.</param>
/// <param name="Title">What a report calls it.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="IsUsual">Whether it is the one that answers when none is named.</param>
/// <param name="Points">The first is before the operation: with it, the others are compared.</param>
public sealed record BenefitDefinition(string Id, int Version, string Title, string Source, bool IsUsual, IReadOnlyList<TimePoint> Points)
{
    /// <summary>Those that come with the release: a <see cref="VersionedFile"/> per version, in the order of id and version.</summary>
    public static IReadOnlyList<BenefitDefinition> All { get; } =
        [.. VersionedFile.ReadAll<BenefitDefinition>("benefit-windows").OrderBy(d => d.Id, StringComparer.Ordinal).ThenBy(d => d.Version)];

    /// <summary>A version of one, or the newest; null when there is none.</summary>
    /// <param name="id">Null: the usual one.</param>
    /// <param name="version">Null: the newest.</param>
    public static BenefitDefinition? Find(string? id, int? version) =>
        All.LastOrDefault(d => (id is null ? d.IsUsual : d.Id == id) && (version is null || d.Version == version));
}

/// <summary>A time point: of several values in its window, the one nearest to the target answers; of two as near, the later.</summary>
/// <param name="Target">In local days after the day of the first incision, as are the others.</param>
/// <param name="From">The first day that counts.</param>
/// <param name="To">The last day that counts.</param>
public sealed record TimePoint(string Id, int Target, int From, int To)
{
    /// <summary>Whether it is before the operation: then the window ends with the first incision.</summary>
    public bool IsBefore => To <= 0;
}
