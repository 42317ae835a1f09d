using Periop.Domain.Cases;
using Periop.Domain.Record;
using Periop.Domain.Text;

namespace Periop.Server.Import;

/// <summary>
/// Which of the entries of an import in one case are taken back. Pure. What somebody has built on stays: all of them once a person has
/// recorded into the case since; one that another file has corrected; and the scheduling while the case has anything else.
/// </summary>
/// <param name="closed">Why nothing is recorded into the case any more; null when something may be.</param>
/// <param name="ids">What the import recorded in the case.</param>
/// <param name="retractionId">The id of the retraction of an entry.</param>
sealed class TakingBack(SurgicalCase surgicalCase, Refusal? closed, IReadOnlySet<Guid> ids, Func<Guid, Guid> retractionId)
{
    readonly long first = surgicalCase.Entries.Values.Where(e => ids.Contains(e.Id)).Min(e => e.Version);
    readonly List<Entry> recorded = [];
    readonly List<KeptEntry> kept = [];

    public SurgicalCase Case { get; private set; } = surgicalCase;

    public IReadOnlyList<Entry> Recorded => recorded;

    public IReadOnlyList<KeptEntry> Kept => kept;

    /// <summary>How many had been taken back before.</summary>
    public int Before { get; private set; }

    public void Retract(Note reason, string by, DateTimeOffset now, RuleBook rules)
    {
        foreach (var entry in Case.InOrderOfRecording().Where(e => ids.Contains(e.Id)).Reverse().ToArray())
            if (!Case.Entries[entry.Id].Survives)
                Before++;
            else if (WhyKept(entry) is { } why)
                Keep(entry, why.Code, why.Detail);
            else
                Retract(entry, new RetractEntry(entry.Id) { Source = EntrySource.Import, Reason = reason }, by, now, rules);
    }

    void Retract(Entry entry, RetractEntry command, string by, DateTimeOffset now, RuleBook rules)
    {
        switch (Recording.Record(Case, command, new Circumstances(retractionId(entry.Id), "", by, now, null, new HashSet<string>(), rules)))
        {
            case CommandResult.Recorded done:
                Case = done.Case;
                recorded.AddRange(done.Entries);
                break;
            case CommandResult.Refused no:
                Keep(entry, no.Refusal.Code, no.Refusal.Detail);
                break;
            default:        // its retraction is there, and was retracted
                Keep(entry, "given-back", "It was taken back before, and somebody gave it back.");
                break;
        }
    }

    void Keep(Entry entry, string code, string detail) =>
        kept.Add(new KeptEntry(Case.Id, entry.Id, StoredEvents.KindOf(entry.Event.GetType()), code, detail));

    (string Code, string Detail)? WhyKept(Entry entry)
    {
        if (closed is not null)
            return (closed.Code, closed.Detail);
        var others = Case.Surviving().Where(e => !ids.Contains(e.Id) && !IsTakingBack(e)).ToArray();
        return others.Any(IsRecordedSince) ? ("recorded-since", "Somebody has recorded into the case since.")
            : others.Any(e => e.Event is TimeCorrected correction && correction.TargetEntryId == entry.Id)
                ? ("corrected-since", "Another file has corrected it.")
            : entry.Id == Case.Id && Case.Surviving().Any(e => e.Id != entry.Id && !IsTakingBack(e)) ? ("not-empty", "The case has other entries.")
            : null;
    }

    /// <summary>By a person, after the import first recorded here.</summary>
    bool IsRecordedSince(Entry entry) => entry.Event.Source is not EntrySource.Import && entry.Version > first;

    /// <summary>Taking one of them back builds on nothing.</summary>
    bool IsTakingBack(Entry entry) => entry.Event is EntryRetracted retraction && ids.Contains(retraction.TargetEntryId);
}

/// <summary>An entry of an import that was not taken back.</summary>
public sealed record KeptEntry(Guid CaseId, Guid EntryId, string Type, string Code, string Detail);
