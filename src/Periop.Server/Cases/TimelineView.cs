using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Periop.Domain.Cases;
using Periop.Domain.Record;
using Periop.Domain.Text;
using Periop.Server.Json;

namespace Periop.Server.Cases;

/// <summary>Every entry of a case, the corrected and retracted ones too, in the order in which things happened.</summary>
sealed record TimelineView(Guid CaseId, long Version, DateTimeOffset AsOf, IReadOnlyList<TimelineEntry> Entries)
{
    public static TimelineView Of(SurgicalCase surgicalCase)
    {
        var entries = surgicalCase.Surviving();
        return new TimelineView(surgicalCase.Id, surgicalCase.Version, surgicalCase.RecordedAt,
            [.. surgicalCase.Entries.Values.OrderBy(e => e.EffectiveAt).ThenBy(e => e.Version).Select(e => TimelineEntry.Of(e, entries))]);
    }
}

/// <summary>One line of the timeline.</summary>
/// <param name="Type">The event's name, such as <c>incision_made</c>, in whatever version it is stored.</param>
/// <param name="OccurredAt">As first stated; <paramref name="CorrectedTo"/> is what counts.</param>
/// <param name="Data">What the entry says beyond the members that every entry has.</param>
/// <param name="Waited">How many seconds it waited in a queue.</param>
/// <param name="RecordedFor">Who recorded it, when <paramref name="RecordedBy"/> sent it.</param>
/// <param name="AfterStop">The flag of the stop that offered it.</param>
/// <param name="DeviceAt">What a device said whose clock was ahead.</param>
/// <param name="MovedFrom">The entry that it was in another case.</param>
/// <param name="Precision">There when only the day of the time that counts is known: it is stated by the end of that day.</param>
/// <param name="Masked">Who took its free text away and why; also as of instants before that.</param>
public sealed record TimelineEntry(
    Guid EntryId, string Type, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string RecordedBy, EntrySource Source, bool Late, JsonObject Data,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? CorrectedTo,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? CorrectedBy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? RetractedBy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Note? Override,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Note? Reason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Note? Note,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? Replaces,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TimePrecision? Precision,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Waited,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Label? RecordedFor,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Term? AfterStop,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? DeviceAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Elsewhere? MovedFrom,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Masking? Masked)
{
    public static TimelineEntry Of(Entry entry, SurvivingEntries entries)
    {
        var happened = entry.Event;
        return new TimelineEntry(
            entry.Id, StoredEvents.KindOf(happened.GetType()), happened.OccurredAt, entry.RecordedAt, entry.RecordedBy, happened.Source,
            Lateness.IsLate(entry, entries), EventData.Of(happened), entry.CorrectedTo, entry.CorrectedBy, entry.RetractedBy,
            happened.Override, happened.Reason, happened.Note, happened.Replaces, entry.Precision, happened.Waited, happened.RecordedFor,
            happened.AfterStop, happened.DeviceAt, happened.MovedFrom, entry.Masked);
    }
}
