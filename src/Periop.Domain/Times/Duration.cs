using Periop.Domain.Cases;

namespace Periop.Domain.Times;

/// <summary>The time between two milestones.</summary>
/// <param name="Minutes">Null when it cannot be said.</param>
/// <param name="Reason">Why it cannot be said, or why it is doubtful.</param>
/// <param name="Late">Whether either time is of a milestone in the room that was recorded late.</param>
/// <param name="Lateness">The class of the worse of the two times; null when it cannot be said.</param>
public sealed record Duration(
    string Name, decimal? Minutes, string? Reason, Guid? FromEntryId, Guid? ToEntryId, bool Late, LatenessClass? Lateness)
{
    /// <summary>Cut-to-close ends with the last stitch, not with the dressing. Of repeatable milestones the first opens and the last closes.</summary>
    static readonly (string Name, Milestone From, Milestone To)[] Measured =
    [
        ("room-entry-to-incision", Milestone.RoomEntry, Milestone.Incision),
        ("cut-to-close", Milestone.Incision, Milestone.Closure),
        ("closure-to-room-exit", Milestone.Closure, Milestone.RoomExit),
        ("in-room", Milestone.RoomEntry, Milestone.RoomExit),
        ("anesthesia", Milestone.AnesthesiaStart, Milestone.AnesthesiaEnd),
        ("recovery", Milestone.RecoveryEntry, Milestone.RecoveryExit),
        ("stay", Milestone.RoomExit, Milestone.Discharge),
    ];

    public static IReadOnlyList<Duration> Of(SurvivingEntries entries) =>
    [
        .. from d in Measured
           let duration = Between(d.Name, d.From, MilestoneTime.First(d.From, entries), d.To, MilestoneTime.Last(d.To, entries))
           select duration with { Late = IsLate(duration.FromEntryId, entries) || IsLate(duration.ToEntryId, entries) },
    ];

    /// <summary>The time from one milestone to another, of the same case or of two.</summary>
    /// <param name="start">Null when it is not recorded.</param>
    /// <param name="end">The same.</param>
    public static Duration Between(string name, Milestone from, MilestoneTime? start, Milestone to, MilestoneTime? end)
    {
        var why = start is null ? $"{from} is not recorded"
            : end is null ? $"{to} is not recorded"
            : start.ToTheDay || end.ToTheDay ? KnownToTheDay.Reason
            : end.At < start.At ? $"{to} is before {from}"
            : null;
        var twice = start is { IsTwice: true } ? from : end is { IsTwice: true } ? to : null;
        return new Duration(
            name,
            why is null ? Math.Round((decimal)(end!.At - start!.At).TotalMinutes, 2) : null,
            why ?? (twice is null ? null : $"{twice} is recorded twice"),
            start?.EntryId, end?.EntryId, Late: false,
            why is not null ? null : start!.Lateness > end!.Lateness ? start.Lateness : end.Lateness);
    }

    static bool IsLate(Guid? entry, SurvivingEntries entries) => entry is { } id && Cases.Lateness.IsLate(entries.Case.Entries[id], entries);
}
