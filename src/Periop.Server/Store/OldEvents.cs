using Marten.Events;
using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Server.Store;

/// <summary>
/// Shapes that events once had. They are read as what they are today, and written as long as a node may run that does not know today's.
/// No member ever changes its name: masking writes an old event anew in today's shape, and what reads the old one has to read that, too.
/// </summary>
static class OldEvents
{
    public static void Configure(IEventStoreOptions events)
    {
        events.MapEventType<HardwareRemovedV1>(HardwareRemovedV1.Name);
        events.Upcast<HardwareRemovedV1, HardwareRemoved>(HardwareRemovedV1.Name, old => old.Today());
    }

    /// <summary>The event in the shape before today's.</summary>
    public static CaseEvent Before(CaseEvent happened) => happened is HardwareRemoved removed ? HardwareRemovedV1.Of(removed)
        : throw new InvalidOperationException($"{happened.GetType().Name} has no earlier shape.");

    /// <summary>The members that every event has. Left out here, one would be empty without a word.</summary>
    internal static TEvent WithCommonOf<TEvent>(this TEvent happened, CaseEvent from) where TEvent : CaseEvent => happened with
    {
        EntryId = from.EntryId,
        OccurredAt = from.OccurredAt,
        Source = from.Source,
        Override = from.Override,
        Reason = from.Reason,
        Note = from.Note,
        Replaces = from.Replaces,
        Waited = from.Waited,
        RecordedFor = from.RecordedFor,
        AfterStop = from.AfterStop,
        DeviceAt = from.DeviceAt,
        MovedFrom = from.MovedFrom,
        Precision = from.Precision,
        Content = from.Content,
    };
}

/// <summary>A removal before it could be of a part, or of a device that was placed in another case.</summary>
sealed record HardwareRemovedV1(Guid TargetEntryId, Term? Code) : IntraoperativeEvent
{
    public const string Name = "hardware_removed";

    /// <summary>What it said was: all of this case's device.</summary>
    public HardwareRemoved Today() => new HardwareRemoved(TargetEntryId, Code, null, null).WithCommonOf(this);

    public static HardwareRemovedV1 Of(HardwareRemoved removed) => removed is { TargetEntryId: { } target, TargetCaseId: null, Quantity: null }
        ? new HardwareRemovedV1(target, removed.Code).WithCommonOf(removed)
        : throw new InvalidOperationException("What this removal says cannot be stored before Events:Write names hardware_removed_v2.");
}
