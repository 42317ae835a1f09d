using Periop.Domain.Cases;
using Periop.Domain.Record;

namespace Periop.Domain.Register;

/// <summary>How something recorded was changed.</summary>
public enum CorrectionKind { TimeCorrection, Retraction, Replacement }

/// <summary>A change of something recorded. What it said before and after, and why it was changed, the case tells.</summary>
/// <param name="Key">The entry that changes another.</param>
/// <param name="TargetEntryId">The entry that it changes.</param>
/// <param name="Type">What was changed: the event's name, such as <c>incision_made</c>.</param>
/// <param name="OccurredBefore">When it had happened by what was known then; UTC.</param>
/// <param name="OccurredAfter">When it happened instead; null for what was retracted.</param>
/// <param name="ReplacedByEntryId">What was recorded instead.</param>
/// <param name="RecordedAt">When it was changed; UTC.</param>
/// <param name="Surgeon">Of the case, as it was planned then.</param>
/// <param name="Room">As it was planned then.</param>
public sealed record CorrectionRow(
    string Key, CorrectionKind Kind, Guid TargetEntryId, string Type, DateTimeOffset OccurredBefore, DateTimeOffset? OccurredAfter,
    Guid? ReplacedByEntryId, DateTimeOffset RecordedAt, string RecordedBy, string CaseNumber, string? Surgeon, string? Room) : RegisterRow(Key)
{
    /// <summary>Whether an event changes another, or says what is recorded instead.</summary>
    internal static bool MayChangeWith(CaseEvent happened) => happened is TimeCorrected or EntryRetracted || happened.Replaces is not null;

    /// <summary>
    /// All of a case, also of one that was entered in error: to say so is itself a retraction. Each is judged by what stood when it was
    /// recorded, found in one walk over the entries in order of recording.
    /// </summary>
    public static IEnumerable<CorrectionRow> Of(SurgicalCase surgicalCase)
    {
        if (!surgicalCase.Entries.Values.Any(e => e.Event is IChangesEntry))
            yield break;
        Entry[] entries = [.. surgicalCase.InOrderOfRecording()];
        var soFar = new Chains();
        foreach (var (index, entry) in entries.Index())
        {
            if (entry.Event is IChangesEntry change && soFar.Find(change.TargetEntryId) is { } target)
            {
                var replacing = entry.Event is EntryRetracted && index + 1 < entries.Length && entries[index + 1].Event.Replaces == target.Id
                    ? entries[index + 1] : null;
                yield return Of(entry, target, replacing, soFar.Plan);
            }

            soFar.Add(entry);
        }
    }

    static CorrectionRow Of(Entry change, Entry target, Entry? replacing, Plan plan) => new(
        $"{change.Id}",
        change.Event is TimeCorrected ? CorrectionKind.TimeCorrection : replacing is null ? CorrectionKind.Retraction : CorrectionKind.Replacement,
        target.Id, StoredEvents.KindOf(target.Event.GetType()), target.EffectiveAt.ToUniversalTime(),
        ((change.Event as TimeCorrected)?.CorrectedTo ?? replacing?.Event.OccurredAt)?.ToUniversalTime(), replacing?.Id, change.RecordedAt.ToUniversalTime(),
        change.RecordedBy, plan.CaseNumber.Value, plan.Surgeon?.Value, plan.Room?.Value);

    /// <summary>What was recorded so far: each entry with what was said of it since.</summary>
    sealed class Chains
    {
        readonly Dictionary<Guid, List<Entry>> chains = [];
        readonly List<List<Entry>> ofPlan = [];
        Plan? plan;

        /// <summary>The plan by the last word on it.</summary>
        public Plan Plan => plan ??= Plan.Of(CaseOf(ofPlan.SelectMany(c => c).OrderBy(e => e.Version)).Surviving());

        /// <summary>An entry as it stands by now.</summary>
        public Entry? Find(Guid id) => chains.TryGetValue(id, out var chain) ? CaseOf(chain).Entries[id] : null;

        public void Add(Entry entry)
        {
            if (entry.Event is not IChangesEntry change || !chains.TryGetValue(change.TargetEntryId, out var chain))
            {
                chain = [];
                if (entry.Event is PlanningEvent)
                    ofPlan.Add(chain);
            }

            chain.Add(entry);
            chains.Add(entry.Id, chain);
            if (chain[0].Event is PlanningEvent)
                plan = null;
        }

        static SurgicalCase CaseOf(IEnumerable<Entry> entries) =>
            SurgicalCase.Evolve(null, [.. entries.Select(e => (e.Event, e.RecordedAt, e.RecordedBy))])!;
    }
}
