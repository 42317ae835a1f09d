using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>Before anesthesia, before the incision, before leaving the room.</summary>
public enum SafetyCheckPhase { SignIn, TimeOut, SignOut }

/// <summary>A phase of the surgical safety checklist is completed (WHO Surgical Safety Checklist).</summary>
/// <param name="Concerns">What was raised.</param>
/// <example>{ "phase": "time-out" }</example>
public sealed record CompleteSafetyCheck(SafetyCheckPhase Phase, Note? Concerns = null) : EndingStep
{
    public override Decision Decide(SurgicalCase surgicalCase, DateTimeOffset now) => new SafetyCheckCompleted(Phase, Concerns);
}

/// <summary>A phase of the safety checklist was completed.</summary>
[StoredAs("safety_check_completed")]
public sealed record SafetyCheckCompleted(SafetyCheckPhase Phase, Note? Concerns) : IntraoperativeEvent;
