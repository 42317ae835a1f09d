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
    ILookup<Milestone, Entry>? milestones;
    WhenRecorded? whenRecorded;

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

    /// <summary>Those that were recorded when there should be none any more.</summary>
    internal WhenRecorded WhenRecorded => whenRecorded ??= WhenRecorded.Of(Case);

    /// <summary>Those that mark a milestone, by it.</summary>
    internal ILookup<Milestone, Entry> Milestones => milestones ??= entries
        .Select(e => (Entry: e, Milestone: Milestone.Of(e.Event))).Where(m => m.Milestone is not null).ToLookup(m => m.Milestone!, m => m.Entry);

    static int AsTheyHappened(Entry one, Entry other) => Moment.Of(one).CompareTo(Moment.Of(other));

    internal static SurvivingEntries Of(SurgicalCase surgicalCase) => Known.GetValue(surgicalCase, c => new SurvivingEntries(c));

    public int Count => entries.Length;

    public Entry this[int index] => entries[index];

    /// <summary>Those of one kind.</summary>
    public IEnumerable<Entry> All<TEvent>() => entries.Where(e => e.Event is TEvent);

    /// <summary>Those of one kind that a condition selects, with their event.</summary>
    public IEnumerable<Entry> All<TEvent>(Func<TEvent, bool> which) where TEvent : CaseEvent =>
        entries.Where(e => e.Event is TEvent happened && which(happened));

    public Entry? First<TEvent>() => All<TEvent>().FirstOrDefault();

    public Entry? Last<TEvent>() => All<TEvent>().LastOrDefault();

    public IEnumerator<Entry> GetEnumerator() => entries.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
