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
    public static Refusal? WhyNotRetract(this SurgicalCase surgicalCase, Guid target, Circumstances at) =>
        !surgicalCase.Entries.TryGetValue(target, out var entry) ? Refusal.TargetUnknown(target)
        : !entry.Survives ? Refusal.AlreadyRetracted(target)
        : at.PlanningAlone && surgicalCase.About(entry) is not PlanningEvent ? Refusal.NotPlanned(target)
        : null;

    /// <summary>What an entry is about in the end: a correction, also the correction of a correction, is about what it corrects.</summary>
    static CaseEvent About(this SurgicalCase surgicalCase, Entry entry)
    {
        while (entry.Event is IChangesEntry change && surgicalCase.Entries.TryGetValue(change.TargetEntryId, out var changed))
            entry = changed;
        return entry.Event;
    }
}
