using Periop.Domain.Cases;

namespace Periop.Domain.Times;

/// <summary>When a case came to a milestone, by the entry that answers.</summary>
/// <param name="At">UTC.</param>
/// <param name="Lateness">How far the time can be trusted.</param>
/// <param name="ToTheDay">Whether only the day is known: then it is the day's end.</param>
/// <param name="IsTwice">Whether several entries contend to be the one there should be.</param>
public sealed record MilestoneTime(Guid EntryId, DateTimeOffset At, LatenessClass Lateness, bool ToTheDay, bool IsTwice)
{
    /// <summary>Of a repeatable milestone the first time; null when it is not recorded.</summary>
    public static MilestoneTime? First(Milestone milestone, SurvivingEntries entries) =>
        entries.Answering(milestone) is { } entry ? Of(entry, IsRecordedTwice(milestone, entries)) : null;

    /// <summary>Of a repeatable milestone the last time; null when it is not recorded.</summary>
    public static MilestoneTime? Last(Milestone milestone, SurvivingEntries entries) =>
        milestone.IsOnce || entries.Milestones[milestone].LastOrDefault() is not { } entry ? First(milestone, entries)
        : Of(entry, IsRecordedTwice(milestone, entries));

    internal static MilestoneTime Of(Entry entry, bool isTwice) =>
        new(entry.Id, entry.EffectiveAt.ToUniversalTime(), Cases.Lateness.ClassOf(entry), entry.IsKnownToTheDay, isTwice);

    /// <summary>A transfer to another room is no contender.</summary>
    static bool IsRecordedTwice(Milestone milestone, SurvivingEntries entries) =>
        milestone == Milestone.RoomEntry ? entries.RoomArrivals is [{ Entries.Count: > 1 }, ..]
        : milestone.IsOnce && entries.Milestones[milestone].Skip(1).Any();
}
