using System.Collections.Immutable;

namespace Periop.Domain.Cases;

/// <summary>Which entries count and which time counts, after a correction or retraction.</summary>
static class Corrections
{
    /// <summary>
    /// The entries with what became of one by the last word on it. Only where that takes back an earlier word is everything judged anew.
    /// </summary>
    /// <param name="last">The entry just added, a correction or retraction.</param>
    public static ImmutableDictionary<Guid, Entry> Apply(ImmutableDictionary<Guid, Entry> entries, Entry last) =>
        !entries.TryGetValue(((IChangesEntry)last.Event).TargetEntryId, out var target) ? entries
        : last.Event is TimeCorrected correction
            ? entries.SetItem(target.Id, target with { CorrectedTo = correction.CorrectedTo, CorrectedPrecision = correction.Precision, CorrectedBy = last.Id })
        : target.Event is IChangesEntry ? Apply(entries)
        : entries.SetItem(target.Id, target with { RetractedBy = last.Id });

    /// <summary>The entries with what became of each.</summary>
    public static ImmutableDictionary<Guid, Entry> Apply(ImmutableDictionary<Guid, Entry> entries)
    {
        var (retractedBy, corrected) = Judge(entries.Values.OrderByDescending(e => e.Version));
        return entries.SetItems(
            from entry in entries.Values
            let retracted = retractedBy.TryGetValue(entry.Id, out var retraction) ? retraction : (Guid?)null
            let time = corrected.TryGetValue(entry.Id, out var last) ? last : ((DateTimeOffset To, Guid By)?)null
            where retracted != entry.RetractedBy || time?.By != entry.CorrectedBy
            select KeyValuePair.Create(entry.Id, entry with
            {
                RetractedBy = retracted,
                CorrectedTo = time?.To,
                CorrectedPrecision = time is null ? null : entries[time.Value.By].Event.Precision,
                CorrectedBy = time?.By,
            }));
    }

    /// <summary>
    /// What retracted an entry, and what gave it another time. A later word outranks an earlier one: a retracted retraction gives its
    /// entry back and a retracted time correction gives the earlier time back.
    /// </summary>
    /// <param name="lastToFirst">Entries from the last recorded to the first.</param>
    public static (Dictionary<Guid, Guid> RetractedBy, Dictionary<Guid, (DateTimeOffset To, Guid By)> Corrected) Judge(IEnumerable<Entry> lastToFirst)
    {
        var retractedBy = new Dictionary<Guid, Guid>();
        var corrected = new Dictionary<Guid, (DateTimeOffset To, Guid By)>();
        foreach (var entry in lastToFirst.Where(e => !retractedBy.ContainsKey(e.Id)))
            if (entry.Event is EntryRetracted retraction)
                retractedBy.TryAdd(retraction.TargetEntryId, entry.Id);
            else if (entry.Event is TimeCorrected correction)
                corrected.TryAdd(correction.TargetEntryId, (correction.CorrectedTo, entry.Id));
        return (retractedBy, corrected);
    }
}
