namespace Periop.Domain.Cases;

/// <summary>
/// Whether a milestone was recorded so late that its time is doubtful: errors in 1.30 percent of times entered at once,
/// in 38.43 percent of those entered more than 20 minutes later (J Med Syst 2026, 10.1007/s10916-026-02346-9).
/// </summary>
public static class Lateness
{
    /// <summary>From here on an entry counts as late.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    /// <summary>A milestone of the time in the room, entered at a screen or by a device, more than the limit after it happened.</summary>
    public static bool IsLate(Entry entry, SurvivingEntries entries) =>
        entry.Event.Source is EntrySource.Live or EntrySource.Device
        && entry.RecordedAt - entry.EffectiveAt > Limit
        && Milestone.Of(entry.Event) is not null
        && entries.RoomEntry is { } entered && entry.EffectiveAt >= entered.EffectiveAt
        && !(entries.Answering(Milestone.RoomExit) is { } left && entry.EffectiveAt > left.EffectiveAt);
}
