using Periop.Domain.Cases;

namespace Periop.Domain.Times;

/// <summary>When a case came to a milestone.</summary>
/// <param name="Entry">The entry that answers; null when it is not recorded.</param>
/// <param name="IsTwice">Whether several entries contend to be the one there should be.</param>
public sealed record MilestoneTime(Milestone Milestone, Entry? Entry, bool IsTwice = false)
{
    /// <summary>Of a repeatable milestone the first time.</summary>
    public static MilestoneTime First(Milestone milestone, SurvivingEntries entries) =>
        new(milestone, entries.Answering(milestone), IsRecordedTwice(milestone, entries));

    /// <summary>Of a repeatable milestone the last time.</summary>
    public static MilestoneTime Last(Milestone milestone, SurvivingEntries entries) =>
        milestone.IsOnce ? First(milestone, entries) : new(milestone, entries.Milestones[milestone].LastOrDefault(), IsRecordedTwice(milestone, entries));

    /// <summary>A transfer to another room is no contender.</summary>
    static bool IsRecordedTwice(Milestone milestone, SurvivingEntries entries) =>
        milestone == Milestone.RoomEntry ? entries.RoomArrivals is [{ Entries.Count: > 1 }, ..]
        : milestone.IsOnce && entries.Milestones[milestone].Skip(1).Any();
}
