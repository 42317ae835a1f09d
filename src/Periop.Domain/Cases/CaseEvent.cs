using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>
/// Something that was recorded about one case. When and by whom it was recorded, and its place in the case, the store
/// keeps beside it.
/// </summary>
public abstract record CaseEvent : StoredEvent
{
    /// <summary>The entry's id, given by the client or made for it: what makes a repeat recognisable for ever.</summary>
    public Guid EntryId { get; init; }

    /// <summary>When it happened, as stated, with the offset it was stated in.</summary>
    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>How it came.</summary>
    public EntrySource Source { get; init; }

    /// <summary>The reason given to go past a stop.</summary>
    public Note? Override { get; init; }

    /// <summary>The reason given for a change, or for writing into a signed record.</summary>
    public Note? Reason { get; init; }

    /// <summary>What the recorder added in own words.</summary>
    public Note? Note { get; init; }

    /// <summary>The entry that this one replaces.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>How many seconds it waited in a queue before it could be sent; null for what was sent at once.</summary>
    public int? Waited { get; init; }

    /// <summary>Who recorded it, when somebody else sent it.</summary>
    public Label? RecordedFor { get; init; }

    /// <summary>The flag of the stop that offered it.</summary>
    public Term? AfterStop { get; init; }

    /// <summary>When it happened by a device's clock that was ahead; what counts is when it was received.</summary>
    public DateTimeOffset? DeviceAt { get; init; }

    /// <summary>The entry that this one was, before it was moved from another case.</summary>
    public Elsewhere? MovedFrom { get; init; }

    /// <summary>
    /// How exactly the time is known; null to the moment. Known to the day, it is the end of that day. Of a time correction, how exactly
    /// the time is known that it gives.
    /// </summary>
    public TimePrecision? Precision { get; init; }

    /// <summary>SHA-256 of the command's name and canonical body as sent, without its entry id; hexadecimal.</summary>
    public string Content { get; init; } = "";
}

/// <summary>An event of the time in the operating room: what a signature freezes.</summary>
public abstract record IntraoperativeEvent : CaseEvent;

/// <summary>An event of the plan.</summary>
public abstract record PlanningEvent : CaseEvent;

/// <summary>Marks a step of the operation itself, which presupposes the patient in the room and, but for the incision, an incision.</summary>
public interface ISurgicalStep;

/// <summary>Marks what changes an earlier entry: its time, or whether it counts.</summary>
interface IChangesEntry
{
    Guid TargetEntryId { get; }
}

/// <summary>Marks what may be said of a patient who has died: about the record, about leaving the room, about what is learnt afterwards.</summary>
interface IMayFollowDeath;
