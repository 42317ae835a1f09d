namespace Periop.Domain.Cases;

/// <summary>One line of the record: what was recorded, when, by whom, and what became of it since.</summary>
/// <param name="Event">What was recorded.</param>
/// <param name="Version">Its place in the case, from 1.</param>
/// <param name="RecordedAt">When the store took it, UTC, microseconds; strictly rising within a case.</param>
/// <param name="RecordedBy">The subject of the recorder's token.</param>
public sealed record Entry(CaseEvent Event, long Version, DateTimeOffset RecordedAt, string RecordedBy)
{
    public Guid Id => Event.EntryId;

    /// <summary>The time that counts, when it was corrected.</summary>
    public DateTimeOffset? CorrectedTo { get; init; }

    /// <summary>How exactly the corrected time is known; null to the moment.</summary>
    public TimePrecision? CorrectedPrecision { get; init; }

    /// <summary>The correction that gave the time that counts.</summary>
    public Guid? CorrectedBy { get; init; }

    /// <summary>The retraction that took this entry out of account.</summary>
    public Guid? RetractedBy { get; init; }

    /// <summary>
    /// Who took its free text away, and why. It is known as of every earlier instant, too: the text is gone from those answers as well.
    /// </summary>
    public Masking? Masked { get; init; }

    /// <summary>The entry before anything became of it, but for its text: what was masked stays masked.</summary>
    internal Entry AsRecorded() =>
        CorrectedBy is null && RetractedBy is null ? this : this with { CorrectedTo = null, CorrectedPrecision = null, CorrectedBy = null, RetractedBy = null };

    /// <summary>Whether the entry counts.</summary>
    public bool Survives => RetractedBy is null;

    /// <summary>When it happened, by the last word on it.</summary>
    public DateTimeOffset EffectiveAt => CorrectedTo ?? Event.OccurredAt;

    /// <summary>How exactly that is known; null to the moment.</summary>
    public TimePrecision? Precision => CorrectedTo is null ? Event.Precision : CorrectedPrecision;

    public bool IsKnownToTheDay => Precision is TimePrecision.Day;
}
