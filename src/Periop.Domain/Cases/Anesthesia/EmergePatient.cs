using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>The patient wakes from anesthesia, perhaps later than the operation's day.</summary>
/// <example>{ }</example>
public sealed record EmergePatient(DateTimeOffset? ExtubatedAt = null) : EndingStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) =>
        Admission.WhyNotTime(ExtubatedAt, now) is { } notThen ? notThen
        : new PatientEmerged(ExtubatedAt);
}

/// <summary>The patient emerged from anesthesia.</summary>
[StoredAs("patient_emerged")]
public sealed record PatientEmerged(DateTimeOffset? ExtubatedAt) : IntraoperativeEvent;
