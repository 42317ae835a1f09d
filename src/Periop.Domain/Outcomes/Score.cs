using Periop.Domain.Cases;

namespace Periop.Domain.Outcomes;

/// <summary>How a patient does, as one entry says it: a score, or a measure of the alignment.</summary>
/// <param name="EntryId">The entry that says it.</param>
/// <param name="What"><see cref="Pain"/>, <see cref="Disability"/>, or the kind of the measure.</param>
/// <param name="Unit">Of a measure; null of a score.</param>
/// <param name="Phase">As a measure says it; null of a score, of which its time says it.</param>
public sealed record Score(Guid EntryId, string What, decimal Value, CorrectionUnit? Unit, CorrectionPhase? Phase, KnownTime When)
{
    /// <summary>0 none to 10.</summary>
    public const string Pain = "pain";

    /// <summary>Oswestry disability index, 0 none to 100.</summary>
    public const string Disability = "disability";

    /// <summary>Whether what is asked about is a score; else it is a kind of measure.</summary>
    public static bool IsScore(string what) => what is Pain or Disability;

    /// <summary>All of a case, in the order in which they were taken.</summary>
    public static IEnumerable<Score> AllOf(SurvivingEntries entries) => entries.SelectMany(ToldBy);

    static IEnumerable<Score> ToldBy(Entry entry)
    {
        var when = KnownTime.Of(entry);
        if (entry.Event is CorrectionMeasured measured)
            yield return new Score(entry.Id, measured.Kind.Value, measured.Value, measured.Unit, measured.Phase, when);
        if (entry.Event is FollowUpRecorded { PainScore: { } pain })
            yield return new Score(entry.Id, Pain, pain, null, null, when);
        if (entry.Event is FollowUpRecorded { DisabilityScore: { } disability })
            yield return new Score(entry.Id, Disability, disability, null, null, when);
    }
}
