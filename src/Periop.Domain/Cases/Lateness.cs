namespace Periop.Domain.Cases;

/// <summary>
/// How soon after it happened a time was recorded, which is how far it can be trusted: from the best to the worst. Of what a file or the
/// notes of a downtime tell, nobody can say it.
/// </summary>
public enum LatenessClass { Prompt, Delayed, Unknown, Late }

/// <summary>
/// Whether a milestone was recorded so late that its time is doubtful: errors in 1.30 percent of times entered at once,
/// in 38.43 percent of those entered more than 20 minutes later (J Med Syst 2026, 10.1007/s10916-026-02346-9).
/// </summary>
public static class Lateness
{
    /// <summary>From here on an entry counts as late.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    /// <summary>Up to here it is prompt. This limit is ours; the study has the other one.</summary>
    static readonly TimeSpan PromptLimit = TimeSpan.FromMinutes(5);

    /// <summary>A milestone of the time in the room, entered at a screen or by a device, more than the limit after it happened.</summary>
    public static bool IsLate(Entry entry, SurvivingEntries entries) =>
        ClassOf(entry) is LatenessClass.Late
        && Milestone.Of(entry.Event) is not null
        && entries.RoomEntry is { } entered && entry.EffectiveAt >= entered.EffectiveAt
        && !(entries.Answering(Milestone.RoomExit) is { } left && entry.EffectiveAt > left.EffectiveAt);

    /// <summary>The class of a time, whatever it is of.</summary>
    public static LatenessClass ClassOf(Entry entry) =>
        entry.Event.Source is not (EntrySource.Live or EntrySource.Device) ? LatenessClass.Unknown
        : (entry.RecordedAt - entry.EffectiveAt) switch
        {
            var passed when passed > Limit => LatenessClass.Late,
            var passed when passed > PromptLimit => LatenessClass.Delayed,
            _ => LatenessClass.Prompt,
        };
}
