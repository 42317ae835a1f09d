using System.Collections.Immutable;

namespace Periop.Domain.Cases;

/// <summary>Which entries count and which time counts, after a correction or retraction.</summary>
static class Corrections
{
    /// <summary>The entries with what became of each.</summary>
    public static ImmutableDictionary<Guid, Entry> Apply(ImmutableDictionary<Guid, Entry> entries)
    {
        var (retractedBy, corrected) = Judge(entries.Values.OrderByDescending(e => e.Version));
        return entries.SetItems(entries.Values.Select(e => KeyValuePair.Create(e.Id, e with
        {
            RetractedBy = retractedBy.TryGetValue(e.Id, out var by) ? by : null,
            CorrectedTo = corrected.TryGetValue(e.Id, out var time) ? time.To : null,
            CorrectedBy = corrected.ContainsKey(e.Id) ? time.By : null,
        })));
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
