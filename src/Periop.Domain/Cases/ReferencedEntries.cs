using Periop.Domain.Record;

namespace Periop.Domain.Cases;

/// <summary>Whether an entry can be pointed at.</summary>
static class ReferencedEntries
{
    /// <summary>Why a surviving entry of this kind cannot be found; null when it can.</summary>
    public static Refusal? WhyNotTarget<TEvent>(this SurgicalCase surgicalCase, Guid target, string what = "entry") where TEvent : CaseEvent =>
        !surgicalCase.Entries.TryGetValue(target, out var entry) || entry.Event is not TEvent ? Refusal.TargetUnknown(target, what)
        : !entry.Survives ? Refusal.TargetRetracted(target)
        : null;

    /// <summary>Why an entry cannot be retracted; null when it can.</summary>
    public static Refusal? WhyNotRetract(this SurgicalCase surgicalCase, Guid target) =>
        !surgicalCase.Entries.TryGetValue(target, out var entry) ? Refusal.TargetUnknown(target)
        : !entry.Survives ? Refusal.AlreadyRetracted(target)
        : null;
}
