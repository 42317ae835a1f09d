using System.Collections.Immutable;
using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>Who took the free text of an entry away, and why.</summary>
/// <param name="EntryId">The entry that says so.</param>
/// <param name="At">When that was recorded.</param>
public sealed record Masking(Guid EntryId, string By, DateTimeOffset At, Note? Reason)
{
    /// <summary>
    /// Takes the texts out of folded entries. The store has them no more; a case that was folded before that loses them here, with the
    /// entry that it is told of anyway. Text does not come back when the masking is retracted.
    /// </summary>
    internal static ImmutableDictionary<Guid, Entry> Apply(ImmutableDictionary<Guid, Entry> entries)
    {
        var maskings = entries.Values.Where(e => e.Event is EntryMasked).OrderBy(e => e.Version).Select(e => e.Id).ToArray();
        foreach (var entry in maskings.SelectMany(id => MaskedBy(entries, id)).ToArray())
            entries = entries.SetItem(entry.Id, entry with { Event = FreeText.Masked(entry.Event) });
        // From the last to the first, so that the first is named; after all texts, since the reason of a masking may be masked itself
        foreach (var by in maskings.Reverse().Select(id => entries[id]).ToArray())
            foreach (var entry in MaskedBy(entries, by.Id).ToArray())
                entries = entries.SetItem(entry.Id, entry with { Masked = new Masking(by.Id, by.RecordedBy, by.RecordedAt, by.Event.Reason) });
        return entries;
    }

    /// <summary>The entries whose text a masking takes away: its target, and what the same command recorded with the same reason.</summary>
    /// <param name="masking">The entry that masks.</param>
    public static IEnumerable<Entry> MaskedBy(IReadOnlyDictionary<Guid, Entry> entries, Guid masking)
    {
        var target = ((EntryMasked)entries[masking].Event).TargetEntryId;
        if (entries.TryGetValue(target, out var masked))
            yield return masked;
        if (entries.TryGetValue(Recording.DerivedId(target), out var retraction))
            yield return retraction;
        if (masked?.Event is EntryRetracted { TargetEntryId: var replaced })
            foreach (var replacement in entries.Values.Where(e => e.Event.Replaces == replaced && Recording.DerivedId(e.Id) == target))
                yield return replacement;
    }
}
