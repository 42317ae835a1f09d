using Periop.Domain.Cases;
using Periop.Domain.Record;

namespace Periop.Server.Cases;

/// <summary>A line of a case's record: an entry, and beside it those that changed it.</summary>
/// <param name="Changes">Corrections of its time and its retraction, as they were recorded.</param>
public sealed record RecordLine(TimelineEntry Entry, IReadOnlyList<TimelineEntry> Changes)
{
    static readonly string[] Changing = [StoredEvents.KindOf(typeof(TimeCorrected)), StoredEvents.KindOf(typeof(EntryRetracted))];

    /// <summary>When it happened, by the last word on it.</summary>
    public DateTimeOffset At => Entry.CorrectedTo ?? Entry.OccurredAt;

    public bool IsRetracted => Entry.RetractedBy is not null;

    /// <summary>What somebody wrote in their own words, and why.</summary>
    public IEnumerable<(string Label, string Text)> Texts => new (string Label, string? Text)[]
    {
        ("Text", Entry.Data["text"]?.GetValue<string>()), ("Note", Entry.Note?.Value), ("Reason", Entry.Reason?.Value), ("Past a stop", Entry.Override?.Value),
    }.Where(told => told.Text is not null).Select(told => (told.Label, told.Text!));

    /// <summary>Every entry is in one of the lines: those that change another stand beside it, whatever became of themselves.</summary>
    internal static IReadOnlyList<RecordLine> Of(TimelineView timeline)
    {
        var targets = timeline.Entries.ToDictionary(entry => entry.EntryId, TargetOf);
        var changes = timeline.Entries.Where(entry => targets[entry.EntryId] is not null)
            .OrderBy(entry => entry.RecordedAt).ToLookup(entry => LineOf(entry.EntryId, targets));
        return [.. timeline.Entries.Where(entry => targets[entry.EntryId] is null).Select(entry => new RecordLine(entry, [.. changes[entry.EntryId]]))];
    }

    static Guid? TargetOf(TimelineEntry entry) => Changing.Contains(entry.Type) ? entry.Data["targetEntryId"]!.GetValue<Guid>() : null;

    /// <summary>The entry beside which it stands: a retraction of a correction stands beside what was corrected.</summary>
    static Guid LineOf(Guid id, Dictionary<Guid, Guid?> targets)
    {
        while (targets.GetValueOrDefault(id) is { } target)
            id = target;
        return id;
    }
}
