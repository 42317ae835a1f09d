using System.Text.Json.Serialization;
using Periop.Domain.Text;

namespace Periop.Domain.Times.Metrics;

/// <summary>What can be asked about the use of operating rooms.</summary>
public enum Metric { OnTimeStart, Turnover, Utilisation, CutToClose, ScheduleAccuracy }

/// <summary>How the measurements of a group become its figure.</summary>
public enum Statistic { Share, Mean, Median }

/// <summary>
/// One way of measuring, as others publish it: data that never changes. What others measure otherwise is a definition of its own, so that no
/// two hospitals compare what only has the same name.
/// </summary>
/// <param name="Id">What it is called; all versions share it.</param>
/// <param name="Version">From 1.</param>
/// <param name="Title">What a report calls it.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="IsUsual">Whether it is the one that answers when none is named.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "metric")]
[JsonDerivedType(typeof(OnTimeStart), "on-time-start")]
[JsonDerivedType(typeof(Turnover), "turnover")]
[JsonDerivedType(typeof(Utilisation), "utilisation")]
[JsonDerivedType(typeof(CutToClose), "cut-to-close")]
[JsonDerivedType(typeof(ScheduleAccuracy), "schedule-accuracy")]
public abstract record MetricDefinition(string Id, int Version, string Title, string Source, bool IsUsual)
{
    /// <summary>Those that come with the release: a <see cref="VersionedFile"/> per version, in the order of metric, id and version.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } =
        [.. VersionedFile.ReadAll<MetricDefinition>("metrics").OrderBy(d => d.Metric).ThenBy(d => d.Id, StringComparer.Ordinal).ThenBy(d => d.Version)];

    [JsonIgnore]
    public abstract Metric Metric { get; }

    [JsonIgnore]
    public abstract Statistic Statistic { get; }

    /// <summary>
    /// Measures cases. Pure: no clock, nothing but them. A time that is missing or out of order is not measured, and never nought.
    /// </summary>
    /// <param name="cases">All of the days in question: which case is the first of its room depends on the others.</param>
    /// <param name="days">The hospital's days.</param>
    public abstract Measured Measure(IReadOnlyList<CaseTimes> cases, LocalDays days);
}
