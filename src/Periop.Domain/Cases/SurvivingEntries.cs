using System.Collections;
using System.Runtime.CompilerServices;

namespace Periop.Domain.Cases;

/// <summary>The entries of a case that count, in the order in which things happened; at the same time, as recorded.</summary>
public sealed class SurvivingEntries : IReadOnlyList<Entry>
{
    /// <summary>A case never changes, so what was worked out about it stays right as long as somebody holds it.</summary>
    static readonly ConditionalWeakTable<SurgicalCase, SurvivingEntries> Known = [];

    readonly Entry[] entries;
    (RuleBook Rules, IReadOnlyList<Flag> Flags)? judged;
    (RuleBook Rules, IReadOnlyList<Raised>[] Each)? raised;
    Dictionary<Type, Entry[]>? byType;
    ILookup<Milestone, Entry>? milestones;
    WhenRecorded? whenRecorded;
    PlanInTime? plans;
    Progress? progress;
    IReadOnlyList<RoomArrival>? roomArrivals;
    bool? areAllImported;

    SurvivingEntries(SurgicalCase surgicalCase)
    {
        Case = surgicalCase;
        entries = [.. surgicalCase.Entries.Values.Where(e => e.Survives)];
        Array.Sort(entries, AsTheyHappened);
    }

    /// <summary>The case they belong to, for what was retracted and for what is planned.</summary>
    public SurgicalCase Case { get; }

    /// <summary>The flags that they raise.</summary>
    internal IReadOnlyList<Flag> FlagsBy(RuleBook rules)
    {
        if (judged is { } known && ReferenceEquals(known.Rules, rules))
            return known.Flags;
        var flags = CaseFlags.Find(this, rules);
        judged = (rules, flags);
        return flags;
    }

    /// <summary>What each of the rules finds, in their order.</summary>
    internal IReadOnlyList<Raised>[] RaisedBy(RuleBook rules)
    {
        if (raised is { } known && ReferenceEquals(known.Rules, rules))
            return known.Each;
        IReadOnlyList<Raised>[] each = [.. rules.Flags.Select(rule => (IReadOnlyList<Raised>)[.. rule.Find(this)])];
        raised = (rules, each);
        return each;
    }

    /// <summary>Takes over what the rules found before the last entry, but for those that it may concern.</summary>
    internal void GoOnFrom(SurvivingEntries before, CaseEvent happened, RuleBook rules)
    {
        if (raised is null && happened is not (IChangesEntry or EntryMasked))
            raised = (rules, [.. rules.Flags.Zip(before.RaisedBy(rules), (rule, known) => rule.MayChangeWith(happened) ? [.. rule.Find(this)] : known)]);
    }

    /// <summary>Those that were recorded when there should be none any more.</summary>
    internal WhenRecorded WhenRecorded => whenRecorded ??= WhenRecorded.Of(Case);

    /// <summary>Those that mark a milestone, by it.</summary>
    internal ILookup<Milestone, Entry> Milestones => milestones ??= entries
        .Select(e => (Entry: e, Milestone: Milestone.Of(e.Event))).Where(m => m.Milestone is not null).ToLookup(m => m.Milestone!, m => m.Entry);

    /// <summary>What was planned, and when.</summary>
    internal PlanInTime Plans => plans ??= new PlanInTime(this);

    /// <summary>The rooms that the patient came into.</summary>
    public IReadOnlyList<RoomArrival> RoomArrivals => roomArrivals ??= RoomArrival.AllOf(this);

    /// <summary>The entry that tells of the patient coming into the room, whatever transfers followed.</summary>
    public Entry? RoomEntry => RoomArrivals.Count > 0 ? RoomArrivals[0].Answering : null;

    /// <summary>The entry that answers for a milestone: of one that a case has once, the first recorded until one is retracted; else the earliest.</summary>
    internal Entry? Answering(Milestone milestone) =>
        milestone == Milestone.RoomEntry ? RoomEntry
        : milestone.IsOnce ? Milestones[milestone].MinBy(e => e.Version)
        : Milestones[milestone].FirstOrDefault();

    /// <summary>What they come to.</summary>
    internal Progress Progress => progress ??= Progress.WorkOut(this);

    /// <summary>
    /// Whether only a file tells of the case. Safety flags are raised by an imported step too, so that nothing goes past them that
    /// way, but not about a past that nobody recorded here.
    /// </summary>
    internal bool AreAllImported => areAllImported ??= Array.TrueForAll(entries, Imported.IsImported);

    static int AsTheyHappened(Entry one, Entry other) => Moment.Of(one).CompareTo(Moment.Of(other));

    internal static SurvivingEntries Of(SurgicalCase surgicalCase) => Known.GetValue(surgicalCase, c => new SurvivingEntries(c));

    public int Count => entries.Length;

    public Entry this[int index] => entries[index];

    /// <summary>Those of one kind.</summary>
    public IEnumerable<Entry> All<TEvent>() => typeof(TEvent).IsSealed ? OfType(typeof(TEvent)) : entries.Where(e => e.Event is TEvent);

    /// <summary>Those of one kind that a condition selects, with their event.</summary>
    public IEnumerable<Entry> All<TEvent>(Func<TEvent, bool> which) where TEvent : CaseEvent => All<TEvent>().Where(e => which((TEvent)e.Event));

    public Entry? First<TEvent>() => All<TEvent>().FirstOrDefault();

    public Entry? Last<TEvent>() => All<TEvent>().LastOrDefault();

    Entry[] OfType(Type type) =>
        (byType ??= entries.GroupBy(e => e.Event.GetType()).ToDictionary(g => g.Key, g => g.ToArray())).GetValueOrDefault(type) ?? [];

    public IEnumerator<Entry> GetEnumerator() => entries.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
