using Periop.Domain.Text;

namespace Periop.Domain.Times.RecordKeeping;

/// <summary>What can be asked about how the record is kept.</summary>
public enum RecordKeepingMetric { PromptRecording, StopsOverridden }

/// <summary>One way of counting how the record is kept: data that never changes, a <see cref="VersionedFile"/> per version.</summary>
/// <param name="Id">What it is called; all versions share it.</param>
/// <param name="Version">From 1.</param>
/// <param name="Title">What a report calls it.</param>
/// <param name="About">What is counted, of what, and what is left out, in sentences.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="IsUsual">Whether it is the one that answers when none is named.</param>
/// <param name="Of">The milestones, or the codes of the stops, each of which has a share; in order.</param>
/// <param name="Numerator">What stands above the line.</param>
/// <param name="Denominator">What stands below it, the numerator included.</param>
public sealed record RecordKeepingDefinition(
    RecordKeepingMetric Metric, string Id, int Version, string Title, string About, string Source, bool IsUsual, IReadOnlyList<string> Of,
    IReadOnlyList<RecordedHow> Numerator, IReadOnlyList<RecordedHow> Denominator)
{
    /// <summary>Those that come with the release, in the order of metric, id and version.</summary>
    public static IReadOnlyList<RecordKeepingDefinition> All { get; } =
    [
        .. VersionedFile.ReadAll<RecordKeepingDefinition>("record-keeping")
            .OrderBy(d => d.Metric).ThenBy(d => d.Id, StringComparer.Ordinal).ThenBy(d => d.Version),
    ];
}
