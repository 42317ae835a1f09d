using System.Collections;

namespace Periop.Domain.Cases;

/// <summary>The entries of a case that count, in the order in which things happened; at the same time, as recorded.</summary>
public sealed class SurvivingEntries : IReadOnlyList<Entry>
{
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

    internal SurvivingEntries(SurgicalCase surgicalCase)
    {
        Case = surgicalCase;
        entries = [.. surgicalCase.Entries.Values.Where(e => e.Survives)];
        Array.Sort(entries, AsTheyHappened);
    }

    /// <summary>One more than before, and what was worked out before and does not change with it.</summary>
    SurvivingEntries(SurgicalCase surgicalCase, SurvivingEntries before, Entry added)
    {
        (Case, entries) = (surgicalCase, With(before.entries, added));
        if (before.byType is { } types)
            byType = new(types) { [added.Event.GetType()] = With(before.OfType(added.Event.GetType()), added) };
        if (Milestone.Of(added.Event) is null)
            milestones = before.milestones;
        if (!Plan.MayChangeWith(added.Event))
            plans = before.plans;
        if (!RoomArrival.MayChangeWith(added.Event))
            roomArrivals = before.roomArrivals;
        if (!Progress.MayChangeWith(added.Event))
            progress = before.progress;
        if (!WhenRecorded.MayBeginWith(added.Event) && before.whenRecorded is { IsNothing: true } nothing)
            whenRecorded = nothing;
        if (before.areAllImported is { } allSoFar)
            areAllImported = allSoFar && added.IsImported();
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
        IReadOnlyList<Raised>[] each = [.. rules.Flags.Select(FoundBy)];
        raised = (rules, each);
        return each;
    }

    /// <summary>
    /// Takes over what the rules found before the last entry, but for those that it may concern; and where they find the same, the flags, too.
    /// </summary>
    internal void GoOnFrom(SurvivingEntries before, CaseEvent happened, RuleBook rules)
    {
        if (raised is not null || happened is IChangesEntry or EntryMasked || before.AreAllImported != AreAllImported)
            return;
        var (known, each) = (before.RaisedBy(rules), new IReadOnlyList<Raised>[rules.Flags.Count]);
        for (var rule = 0; rule < each.Length; rule++)
            each[rule] = rules.Flags[rule].MayChangeWith(happened) ? FoundBy(rules.Flags[rule]) : known[rule];
        raised = (rules, each);
        if (happened is not FlagAcknowledged && each.Zip(known).All(rule => rule.First == rule.Second || rule.First.Count + rule.Second.Count == 0))
            judged = (rules, before.FlagsBy(rules));
    }

    IReadOnlyList<Raised> FoundBy(FlagRule rule) => [.. rule.Find(this)];

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

    /// <summary>Those of the case with one more entry; worked out anew, where that changes what others say.</summary>
    internal SurvivingEntries With(CaseEvent happened, SurgicalCase after) =>
        happened is IChangesEntry or EntryMasked ? new SurvivingEntries(after) : new SurvivingEntries(after, this, after.Entries[happened.EntryId]);

    static Entry[] With(Entry[] inOrder, Entry added)
    {
        var place = ~Array.BinarySearch(inOrder, added, Comparer<Entry>.Create(AsTheyHappened));
        return [.. inOrder.AsSpan(0, place), added, .. inOrder.AsSpan(place)];
    }

    static int AsTheyHappened(Entry one, Entry other) => Moment.Of(one).CompareTo(Moment.Of(other));

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
