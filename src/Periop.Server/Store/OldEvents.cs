using Marten.Events;
using Periop.Domain.Cases;
using Periop.Domain.Implants.Recalls;
using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Server.Store;

/// <summary>
/// Shapes that events once had. They are read as what they are today, and written as long as a node may run that does not know today's.
/// No member ever changes its name: masking writes an old event anew in today's shape, and what reads the old one has to read that, too.
/// No member ever changes its name: earlier releases masked an old event by writing it anew in their shape, and what reads the old one has to read
/// that, too.
/// </summary>
static class OldEvents
{
    /// <summary>Under which names events are stored in them.</summary>
    public static IReadOnlyList<(string Name, Type Type)> Shapes { get; } =
        [(HardwareRemovedV1.Name, typeof(HardwareRemovedV1)), (RecallAnnouncedV1.Name, typeof(RecallAnnouncedV1))];

    public static void Configure(IEventStoreOptions events)
    {
        events.MapEventType<HardwareRemovedV1>(HardwareRemovedV1.Name);
        events.Upcast<HardwareRemovedV1, HardwareRemoved>(HardwareRemovedV1.Name, old => old.Today());
        events.MapEventType<RecallAnnouncedV1>(RecallAnnouncedV1.Name);
        events.Upcast<RecallAnnouncedV1, RecallAnnounced>(RecallAnnouncedV1.Name, old => old.Today());
    }

    /// <summary>The event in the shape before today's; null when that cannot say it.</summary>
    public static StoredEvent? Before(StoredEvent happened) => happened switch
    {
        HardwareRemoved removed => HardwareRemovedV1.Of(removed),
        RecallAnnounced announced => RecallAnnouncedV1.Of(announced),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} has no earlier shape."),
    };

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

    public static HardwareRemovedV1? Of(HardwareRemoved removed) => removed is { TargetEntryId: { } target, TargetCaseId: null, Quantity: null, Device: null }
        ? new HardwareRemovedV1(target, removed.Code).WithCommonOf(removed)
        : null;
}

/// <summary>A recall before it could name several lots, or a catalogue number. What is called a reference here is the number of the notice.</summary>
sealed record RecallAnnouncedV1(Guid RecallId, string? Gtin, Term? Lot, Term? Serial, Term? Reference, Note? Reason, string Content) : RecallEvent
{
    public const string Name = "recall_announced";

    public RecallAnnounced Today() =>
        new(RecallId, Gtin, null, null, Lot is { } lot ? [lot] : [], Serial is { } serial ? [serial] : [], Reference, Reason, Content);

    public static RecallAnnouncedV1? Of(RecallAnnounced announced) =>
        announced is { Manufacturer: null, Reference: null, Lots.Count: <= 1, Serials.Count: <= 1 }
            ? new RecallAnnouncedV1(
                announced.RecallId, announced.Gtin, announced.Lots is [var lot] ? lot : null, announced.Serials is [var serial] ? serial : null,
                announced.Notice, announced.Reason, announced.Content)
            : null;
}
