namespace Periop.Domain.Cases;

/// <summary>How an entry came that was not sent at once by whoever recorded it.</summary>
static class QueueFlags
{
    public static readonly FlagRule[] Rules =
    [
        new("sent-by-another", Severity.Info, "Sent by another", "An entry sent by somebody else than who recorded it.", SentByAnother)
        {
            MayChangeWith = happened => happened.RecordedFor is not null,
        },
        new("recorded-after-stop", Severity.Info, "After a stop", "An entry that was recorded because a stop had asked for it.", AfterStop)
        {
            MayChangeWith = happened => happened.AfterStop is not null,
        },
        new("device-clock-ahead", Severity.Attention, "Device clock ahead",
            "A device said a time that had not come yet. When it was received counts.", DeviceAhead)
        {
            MayChangeWith = happened => happened.DeviceAt is not null,
        },
    ];

    static IEnumerable<Raised> SentByAnother(SurvivingEntries entries) =>
        from entry in entries
        where entry.Event.RecordedFor is { } recorder && recorder.Value != entry.RecordedBy
        select new Raised($"{entry.Event.RecordedFor} recorded this; {entry.RecordedBy} sent it.", entry);

    static IEnumerable<Raised> AfterStop(SurvivingEntries entries) =>
        from entry in entries
        where entry.Event.AfterStop is not null
        select new Raised($"This was recorded when {entry.Event.AfterStop} had stopped another entry.", entry);

    static IEnumerable<Raised> DeviceAhead(SurvivingEntries entries) =>
        from entry in entries
        where entry.Event.DeviceAt is not null
        select new Raised($"The device's clock was {(entry.Event.DeviceAt!.Value - entry.RecordedAt).TotalMinutes:0} minutes ahead.", entry);
}
