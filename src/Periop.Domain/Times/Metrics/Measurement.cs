using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Domain.Times.Metrics;

/// <summary>One thing that was measured: a case, two that followed each other in a room, or a room's day.</summary>
/// <param name="CaseIds">Whose times it is made of, in the order in which they came; a pair is the later one's.</param>
/// <param name="Room">Null where the metric does not ask for it.</param>
/// <param name="Day">The local day that it belongs to.</param>
/// <param name="Minutes">What was measured: late, between, in use, from cut to close, longer than planned.</param>
/// <param name="Numerator">What it adds above the line.</param>
/// <param name="Denominator">What it adds below it.</param>
/// <param name="EntryIds">The entries whose times were used.</param>
/// <param name="Lateness">The class of the worst of those times.</param>
/// <param name="Doubt">What is doubtful about it; null when nothing is.</param>
public sealed record Measurement(
    IReadOnlyList<Guid> CaseIds, Label? Room, DateOnly Day, decimal Minutes, decimal Numerator, decimal Denominator, IReadOnlyList<Guid> EntryIds,
    LatenessClass Lateness, string? Doubt)
{
    /// <summary>Of a duration that could be said.</summary>
    internal static Measurement Of(IReadOnlyList<Guid> cases, Label? room, DateOnly day, Duration duration, decimal minutes, decimal numerator) => new(
        cases, room, day, minutes, numerator, 1, [duration.FromEntryId!.Value, duration.ToEntryId!.Value], duration.Lateness!.Value, duration.Reason);
}

/// <summary>A case that a metric has no measurement of.</summary>
/// <param name="Day">Null when it is of no day.</param>
/// <param name="Reason">Why, in words that are the same for the same reason.</param>
public sealed record NotMeasured(Guid CaseId, DateOnly? Day, string Reason);

/// <summary>What a metric found. Every case it was given is in a measurement as its own, or among those that were not measured.</summary>
public sealed record Measured(IReadOnlyList<Measurement> Measurements, IReadOnlyList<NotMeasured> NotMeasured);
