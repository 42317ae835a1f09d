using Periop.Domain.Cases;
using Periop.Domain.Outcomes;

namespace Periop.Domain.Register;

/// <summary>What one entry says of how a patient does.</summary>
/// <param name="Key">The entry and what it says.</param>
/// <param name="EntryId">The entry that says it.</param>
/// <param name="What"><c>pain</c>, <c>disability</c>, or the kind of a measure of the alignment.</param>
/// <param name="Unit">Of a measure; null of a score.</param>
/// <param name="Phase">As a measure says it; null of a score.</param>
/// <param name="OccurredAt">When it was taken, UTC.</param>
/// <param name="ToTheDay">Whether only the day of that is known.</param>
public sealed record ScoreRow(
    string Key, Guid EntryId, string What, decimal Value, CorrectionUnit? Unit, CorrectionPhase? Phase, DateTimeOffset OccurredAt, bool ToTheDay)
    : RegisterRow(Key)
{
    /// <summary>The scores of a case; none of one that was entered in error.</summary>
    public static IReadOnlyList<RegisterRow> Of(SurgicalCase surgicalCase) => surgicalCase.Entries[surgicalCase.Id].Survives
        ? [.. Score.AllOf(surgicalCase.Surviving()).Select(s => new ScoreRow(
            $"{s.EntryId}/{s.What}", s.EntryId, s.What, s.Value, s.Unit, s.Phase, s.When.At, s.When.ToTheDay))]
        : [];

    /// <summary>Whether an event is of a kind that can change them.</summary>
    public static bool MayChangeWith(CaseEvent happened) => happened is CorrectionMeasured or FollowUpRecorded or TimeCorrected or EntryRetracted;
}
