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
           select Between(d.Name, MilestoneTime.First(d.From, entries), MilestoneTime.Last(d.To, entries), e => Cases.Lateness.IsLate(e, entries)),
    ];

    /// <summary>The time from one milestone to another, of the same case or of two.</summary>
    public static Duration Between(string name, MilestoneTime from, MilestoneTime to, Func<Entry, bool> isLate)
    {
        var (start, end) = (from.Entry, to.Entry);
        var why = start is null ? $"{from.Milestone} is not recorded"
            : end is null ? $"{to.Milestone} is not recorded"
            : start.IsKnownToTheDay || end.IsKnownToTheDay ? KnownToTheDay.Reason
            : end.EffectiveAt < start.EffectiveAt ? $"{to.Milestone} is before {from.Milestone}"
            : null;
        var twice = new[] { from, to }.FirstOrDefault(t => t.IsTwice)?.Milestone;
        Entry[] both = [.. new[] { start, end }.OfType<Entry>()];
        return new Duration(
            name,
            why is null ? Math.Round((decimal)(end!.EffectiveAt - start!.EffectiveAt).TotalMinutes, 2) : null,
            why ?? (twice is null ? null : $"{twice} is recorded twice"),
            start?.Id, end?.Id,
            Array.Exists(both, e => isLate(e)),
            why is null ? both.Max(Cases.Lateness.ClassOf) : null);
    }
}
