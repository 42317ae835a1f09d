using Periop.Domain.Cases;
using Periop.Domain.Times.RecordKeeping;

namespace Periop.Domain.Register;

/// <summary>When a case came to a milestone of its time in the room, and how soon that was recorded, by the entry that answers. Instants are UTC.</summary>
/// <param name="Key">The milestone.</param>
/// <param name="ToTheDay">Whether only the day is known: then it is the day's end.</param>
public sealed record MilestoneRow(
    string Key, Guid EntryId, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, LatenessClass Lateness, bool ToTheDay) : RegisterRow(Key)
{
    static readonly HashSet<Milestone> Kept = [.. MilestonesRecorded.All];

    /// <summary>The milestones of a case; none of one that was entered in error.</summary>
    public static IReadOnlyList<RegisterRow> Of(SurgicalCase surgicalCase) => surgicalCase.Entries[surgicalCase.Id].Survives
        ? [.. MilestonesRecorded.All.Select(milestone => Of(milestone, surgicalCase.Surviving())).OfType<MilestoneRow>()]
        : [];

    /// <summary>Whether an event is of a kind that can change them. The plan says which of several room entries are transfers.</summary>
    public static bool MayChangeWith(CaseEvent happened) =>
        (Milestone.Of(happened) is { } milestone && Kept.Contains(milestone)) || happened is PlanChanged or TimeCorrected or EntryRetracted;

    /// <summary>The same, given the rows before the last entry: one that marks a milestone changes no other.</summary>
    internal static IReadOnlyList<RegisterRow> After(IReadOnlyList<RegisterRow> rows, CaseEvent happened, SurgicalCase after)
    {
        if (Milestone.Of(happened) is not { } milestone || !after.Entries[after.Id].Survives)
            return Of(after);
        var (known, now) = (rows.FirstOrDefault(row => row.Key == milestone.Name), Of(milestone, after.Surviving()));
        return now is null || now.Equals(known) ? rows : [.. rows.Where(row => row != known), now];
    }

    static MilestoneRow? Of(Milestone milestone, SurvivingEntries entries) => MilestonesRecorded.TimeOf(milestone, entries) is { } time
        ? new MilestoneRow(
            milestone.Name, time.EntryId, time.At, entries.Case.Entries[time.EntryId].RecordedAt.ToUniversalTime(), time.Lateness, time.ToTheDay)
        : null;
}
