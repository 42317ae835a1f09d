using System.Collections.Immutable;

namespace Periop.Domain.Cases;

/// <summary>Which entries count and which time counts, after a correction or retraction.</summary>
static class Corrections
{
    /// <summary>
    /// A later word outranks an earlier one: retractions are judged from the last to the first, so a retracted
    /// retraction gives its entry back and a retracted time correction gives the earlier time back.
    /// </summary>
    public static ImmutableDictionary<Guid, Entry> Apply(ImmutableDictionary<Guid, Entry> entries)
    {
        var retractedBy = new Dictionary<Guid, Guid>();
        var corrected = new Dictionary<Guid, (DateTimeOffset To, Guid By)>();
        foreach (var entry in entries.Values.OrderByDescending(e => e.Version).Where(e => !retractedBy.ContainsKey(e.Id)))
            if (entry.Event is EntryRetracted retraction)
                retractedBy.TryAdd(retraction.TargetEntryId, entry.Id);
            else if (entry.Event is TimeCorrected correction)
                corrected.TryAdd(correction.TargetEntryId, (correction.CorrectedTo, entry.Id));
        return entries.SetItems(entries.Values.Select(e => KeyValuePair.Create(e.Id, e with
        {
            RetractedBy = retractedBy.TryGetValue(e.Id, out var by) ? by : null,
            CorrectedTo = corrected.TryGetValue(e.Id, out var time) ? time.To : null,
            CorrectedBy = corrected.ContainsKey(e.Id) ? time.By : null,
        })));
    }
}
