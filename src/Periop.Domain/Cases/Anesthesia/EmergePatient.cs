namespace Periop.Domain.Cases;

/// <summary>The patient wakes from anesthesia, perhaps later than the operation's day.</summary>
/// <example>{ }</example>
public sealed record EmergePatient(DateTimeOffset? ExtubatedAt = null) : EndingStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) =>
        ExtubatedAt > now + Recording.ClockTolerance ? Refusal.TimeInTheFuture
        : new PatientEmerged(ExtubatedAt);
}

/// <summary>The patient emerged from anesthesia.</summary>
[StoredAs("patient_emerged")]
public sealed record PatientEmerged(DateTimeOffset? ExtubatedAt) : IntraoperativeEvent;
