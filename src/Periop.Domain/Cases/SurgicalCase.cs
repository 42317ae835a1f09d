using System.Collections.Immutable;

namespace Periop.Domain.Cases;

/// <summary>
/// A case as its entries tell it. Everything about it (plan, phase, durations, flags) is a pure function of the
/// surviving entries, so that a correction needs no undoing anywhere.
/// </summary>
/// <param name="Id">The case, and the entry that scheduled it.</param>
/// <param name="Entries">Everything ever recorded, by entry id.</param>
/// <param name="Version">How many entries there are.</param>
/// <param name="RecordedAt">When the last one was recorded.</param>
public sealed record SurgicalCase(Guid Id, ImmutableDictionary<Guid, Entry> Entries, long Version, DateTimeOffset RecordedAt)
{
    SurvivingEntries? surviving;

    /// <summary>A copy is a case of its own: what was worked out about the original stays there.</summary>
    SurgicalCase(SurgicalCase original) =>
        (Id, Entries, Version, RecordedAt) = (original.Id, original.Entries, original.Version, original.RecordedAt);

    /// <summary>Adds one event to a case; to none, when it is the first.</summary>
    public static SurgicalCase Evolve(SurgicalCase? before, CaseEvent happened, DateTimeOffset recordedAt, string recordedBy)
    {
        var soFar = before ?? new SurgicalCase(happened.EntryId, ImmutableDictionary<Guid, Entry>.Empty, 0, recordedAt);
        var entry = new Entry(happened, soFar.Version + 1, recordedAt, recordedBy);
        var entries = soFar.Entries.SetItem(entry.Id, entry);
        return soFar with
        {
            Version = entry.Version,
            RecordedAt = recordedAt,
            Entries = happened switch
            {
                IChangesEntry => Corrections.Apply(entries, entry),
                EntryMasked => Masking.Apply(entries),
                _ => entries,
            },
        };
    }

    /// <summary>Adds many events to a case, and works out what became of its entries once, at the end.</summary>
    public static SurgicalCase? Evolve(SurgicalCase? before, IReadOnlyCollection<(CaseEvent Happened, DateTimeOffset RecordedAt, string RecordedBy)> recorded)
    {
        if (recorded.Count < 2)
            return recorded.Aggregate(before, (soFar, r) => Evolve(soFar, r.Happened, r.RecordedAt, r.RecordedBy));
        var first = (before?.Version ?? 0) + 1;
        Entry[] added = [.. recorded.Select((r, n) => new Entry(r.Happened, first + n, r.RecordedAt, r.RecordedBy))];
        var entries = (before?.Entries ?? ImmutableDictionary<Guid, Entry>.Empty).SetItems(added.Select(e => KeyValuePair.Create(e.Id, e)));
        if (Array.Exists(added, e => e.Event is IChangesEntry))
            entries = Corrections.Apply(entries);
        if (Array.Exists(added, e => e.Event is EntryMasked))
            entries = Masking.Apply(entries);
        return new SurgicalCase(before?.Id ?? added[0].Id, entries, added[^1].Version, added[^1].RecordedAt);
    }

    /// <summary>The same case from its entries up to a version.</summary>
    public SurgicalCase? AtVersion(long version) => Of([.. InOrderOfRecording().TakeWhile(e => e.Version <= version)]);

    /// <summary>The case as it had been recorded at an instant; null before its first entry.</summary>
    public SurgicalCase? AsOf(DateTimeOffset instant) => Of([.. InOrderOfRecording().TakeWhile(e => e.RecordedAt <= instant)]);

    /// <summary>All entries, first recorded first.</summary>
    public IEnumerable<Entry> InOrderOfRecording() => Entries.Values.OrderBy(e => e.Version);

    /// <summary>
    /// The entries that count, in the order in which things happened. Sorted once per case and version: a command asks for them a
    /// dozen times, and the next command again for the case before it.
    /// </summary>
    public SurvivingEntries Surviving() => surviving ??= new SurvivingEntries(this);

    /// <summary>Works them out from those of the case before its last entry, which is quicker than anew.</summary>
    internal SurvivingEntries SurvivingAfter(SurgicalCase before, CaseEvent happened) => surviving ??= before.Surviving().With(happened, this);

    /// <summary>The case that the first entries make: what evolving them one by one comes to, without the steps between.</summary>
    static SurgicalCase? Of(Entry[] inOrder)
    {
        if (inOrder.Length == 0)
            return null;
        var entries = inOrder.Select(e => e.AsRecorded()).ToImmutableDictionary(e => e.Id);
        var corrected = Array.Exists(inOrder, e => e.Event is IChangesEntry);
        return new SurgicalCase(inOrder[0].Id, corrected ? Corrections.Apply(entries) : entries, inOrder[^1].Version, inOrder[^1].RecordedAt);
    }
}
