using Periop.Domain.Cases;

namespace Periop.Domain.Times;

/// <summary>The time between two milestones.</summary>
/// <param name="Minutes">Null when it cannot be said.</param>
/// <param name="Reason">Why it cannot be said, or why it is doubtful.</param>
/// <param name="Late">Whether either time was recorded late.</param>
public sealed record Duration(string Name, decimal? Minutes, string? Reason, Guid? FromEntryId, Guid? ToEntryId, bool Late)
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
        [.. from d in Measured select Between(d.Name, d.From, d.To, entries)];

    static Duration Between(string name, Milestone from, Milestone to, SurvivingEntries entries)
    {
        var (start, end) = (entries.Answering(from), to.IsOnce ? entries.Answering(to) : entries.Milestones[to].LastOrDefault());
        var twice = new[] { from, to }.FirstOrDefault(n => IsTwice(n, entries));
        var why = start is null ? $"{from} is not recorded"
            : end is null ? $"{to} is not recorded"
            : start.IsKnownToTheDay || end.IsKnownToTheDay ? KnownToTheDay.Reason
            : end.EffectiveAt < start.EffectiveAt ? $"{to} is before {from}"
            : null;
        var late = new[] { start, end }.Any(e => e is not null && Lateness.IsLate(e, entries));
        decimal? minutes = why is null ? Math.Round((decimal)(end!.EffectiveAt - start!.EffectiveAt).TotalMinutes, 2) : null;
        return new Duration(name, minutes, why ?? (twice is null ? null : $"{twice} is recorded twice"), start?.Id, end?.Id, late);
    }

    /// <summary>Whether several entries contend to be the one there should be; a transfer to another room is no contender.</summary>
    static bool IsTwice(Milestone milestone, SurvivingEntries entries) =>
        milestone == Milestone.RoomEntry ? entries.RoomArrivals is [{ Entries.Count: > 1 }, ..]
        : milestone.IsOnce && entries.Milestones[milestone].Skip(1).Any();
}
