using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>What is counted.</summary>
public enum CountedItem { Sponges, Sharps, Instruments }

/// <summary>When in the operation.</summary>
public enum CountPhase { Initial, Closing, Final }

/// <summary>How it came out. A count that was not done is said, not left out.</summary>
public enum CountResult { Correct, Discrepancy, Resolved, NotDone }

/// <summary>Sponges, sharps or instruments are counted.</summary>
/// <example>{ "what": "sponges", "phase": "closing", "result": "correct" }</example>
public sealed record PerformCount(CountedItem What, CountPhase Phase, CountResult Result) : EndingStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new CountPerformed(What, Phase, Result);
}

/// <summary>A count was made.</summary>
[StoredAs("count_performed")]
public sealed record CountPerformed(CountedItem What, CountPhase Phase, CountResult Result) : IntraoperativeEvent, IMayFollowDeath;
