using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>What became of an alert.</summary>
public enum AlertOutcome { Resolved, Persistent }

/// <summary>Says what became of a neuromonitoring alert.</summary>
/// <param name="TargetEntryId">The alert.</param>
/// <param name="Action">What was done.</param>
/// <example>{ "targetEntryId": "0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30", "outcome": "resolved", "action": "rod loosened" }</example>
public sealed record ResolveAlert(Guid TargetEntryId, AlertOutcome Outcome, Note? Action = null) : EndingStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) =>
        surgicalCase.WhyNotTarget<AlertRaised>(TargetEntryId, "alert") is { } refusal ? refusal : new AlertResolved(TargetEntryId, Outcome, Action);
}

/// <summary>It was said what became of an alert.</summary>
[StoredAs("alert_resolved")]
public sealed record AlertResolved(Guid TargetEntryId, AlertOutcome Outcome, Note? Action) : IntraoperativeEvent, IPointsAtEntry
{
    Guid? IPointsAtEntry.PointsAt => TargetEntryId;

    CaseEvent IPointsAtEntry.PointingAt(Guid target) => this with { TargetEntryId = target };
}
