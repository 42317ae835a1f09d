namespace Periop.Domain.Outcomes;

/// <summary>What a case has come to by a definition. Missing is never "none".</summary>
public enum OutcomeState { Present, Absent, NotYetDue, DueNotAssessed, Lost, Died, Withdrawn }

/// <summary>Why a case is in its state.</summary>
public enum OutcomeReason
{
    /// <summary>A finding that counts lies in the window.</summary>
    Found,

    /// <summary>What was given in the window reaches the definition's measure.</summary>
    Measured,

    /// <summary>The patient died in the window.</summary>
    DiedInWindow,

    WindowOpen,

    /// <summary>What the window is counted from is not recorded yet.</summary>
    AnchorMissing,

    /// <summary>An assessment that reaches the close found none.</summary>
    AssessedAbsent,

    /// <summary>The record is complete by the fact that the definition names.</summary>
    RecordComplete,

    /// <summary>The patient was seen alive on or after the close.</summary>
    SeenAlive,

    DiedAfterClose,

    FollowUpDeclined,

    FollowUpLost,

    /// <summary>A report waits for its review.</summary>
    Unreviewed,

    /// <summary>It was first found after the close, and nobody said when it began.</summary>
    OnsetUnknown,

    /// <summary>The family is present, and nobody said which of its members.</summary>
    MemberUnknown,

    /// <summary>It was assessed only before an assessment counts.</summary>
    AssessedTooEarly,

    /// <summary>Somebody looked, and could not say.</summary>
    NotAssessed,

    /// <summary>The patient was given up without an attempt.</summary>
    LostWithoutAttempt,

    NothingRecorded,
}

/// <summary>The state of a case by a definition at an instant.</summary>
/// <param name="EntryIds">The entries that prove it; none where nothing was recorded.</param>
/// <param name="LastDay">The local day with which the window closes; null while it is not known.</param>
/// <param name="IsClosed">Whether the window is closed: only closed ones enter a rate.</param>
/// <param name="MovesAt">When days passing move it or close its window, if nothing is recorded meanwhile; null when they do not.</param>
public sealed record OutcomeAt(
    OutcomeState State, OutcomeReason Reason, IReadOnlyList<Guid> EntryIds, DateOnly? LastDay, bool IsClosed, DateTimeOffset? MovesAt);
