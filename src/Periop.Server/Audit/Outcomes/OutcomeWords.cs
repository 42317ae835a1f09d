using Periop.Domain.Outcomes;
using Periop.Server.Audit.Definitions;
using Periop.Server.Shell;

namespace Periop.Server.Audit.Outcomes;

/// <summary>What became of a case, in words, and by which shape it is told.</summary>
static class OutcomeWords
{
    /// <summary>What a rate counts cases as, in the order in which a table tells of them.</summary>
    public static readonly CountedAs[] States =
    [
        CountedAs.Present, CountedAs.Absent, CountedAs.DueNotAssessed, CountedAs.Lost, CountedAs.Died, CountedAs.Withdrawn, CountedAs.NotYetDue,
    ];

    public static string State(CountedAs counted) => counted switch
    {
        CountedAs.DueNotAssessed => "due, not assessed",
        CountedAs.NotYetDue => "not yet due",
        CountedAs.PresentEarly => "not yet due, seen early",
        _ => counted.ToString().ToLowerInvariant(),
    };

    /// <summary>The class of its shape.</summary>
    public static string Shape(CountedAs counted) => counted switch
    {
        CountedAs.DueNotAssessed => "due",
        CountedAs.NotYetDue or CountedAs.PresentEarly => "notyet",
        _ => counted.ToString().ToLowerInvariant(),
    };

    /// <summary>What a state that was known at a time counted as: of an open window a case is not yet due.</summary>
    public static CountedAs Counted(OutcomeState state, bool isClosed) =>
        isClosed ? (CountedAs)state : state is OutcomeState.Present ? CountedAs.PresentEarly : CountedAs.NotYetDue;

    public static string Why(OutcomeReason reason, DateOnly? lastDay, DefinitionView? definition) => reason switch
    {
        OutcomeReason.Found => "found in the window",
        OutcomeReason.Measured => "what was given in the window reaches the measure",
        OutcomeReason.DiedInWindow => "died in the window",
        OutcomeReason.WindowOpen => lastDay is { } day ? $"the window closes with {TimeWords.Day(day)}" : "the window is open",
        OutcomeReason.AnchorMissing when definition is { Anchor: var anchor } => $"{DefinitionWords.Anchor(anchor)} is not recorded",
        OutcomeReason.AnchorMissing => "what the window is counted from is not recorded",
        OutcomeReason.AssessedAbsent => "assessed at the close, none found",
        OutcomeReason.RecordComplete => "the record is complete and has none",
        OutcomeReason.SeenAlive => "seen alive at the close or after it",
        OutcomeReason.DiedAfterClose => "died after the close",
        OutcomeReason.FollowUpDeclined => "follow-up declined",
        OutcomeReason.FollowUpLost => "given up after an attempt",
        OutcomeReason.Unreviewed => "a report waits for its review",
        OutcomeReason.OnsetUnknown => "found after the close, and nobody said when it began",
        OutcomeReason.MemberUnknown => "one of the family is present, and nobody said which",
        OutcomeReason.AssessedTooEarly => "seen, but before an assessment counts",
        OutcomeReason.NotAssessed => "somebody looked, and could not say",
        OutcomeReason.LostWithoutAttempt => "given up without an attempt",
        _ => lastDay is { } closed ? $"closed with {TimeWords.Day(closed)}, nothing recorded" : "nothing recorded",
    };
}
