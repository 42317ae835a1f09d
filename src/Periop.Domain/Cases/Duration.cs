namespace Periop.Domain.Cases;

/// <summary>The time between two milestones.</summary>
/// <param name="Minutes">Null when it cannot be said.</param>
/// <param name="Reason">Why it cannot be said, or why it is doubtful.</param>
/// <param name="Late">Whether either time was recorded late.</param>
public sealed record Duration(string Name, decimal? Minutes, string? Reason, Guid? FromEntryId, Guid? ToEntryId, bool Late)
{
    /// <summary>Cut-to-close ends with the last stitch, not with the dressing. Of repeatable milestones the first opens and the last closes.</summary>
    static readonly (string Name, string From, string To)[] Measured =
    [
        ("room-entry-to-incision", "room-entry", "incision"),
        ("cut-to-close", "incision", "closure"),
        ("closure-to-room-exit", "closure", "room-exit"),
        ("in-room", "room-entry", "room-exit"),
        ("anesthesia", "anesthesia-start", "anesthesia-end"),
        ("recovery", "recovery-entry", "recovery-exit"),
        ("stay", "room-exit", "discharge"),
    ];

    public static IReadOnlyList<Duration> Of(SurvivingEntries entries) =>
        [.. from d in Measured select Between(d.Name, d.From, d.To, entries.Milestones, entries)];

    static Duration Between(string name, string from, string to, ILookup<string, Entry> marks, SurvivingEntries entries)
    {
        var (start, end) = (FirstOf(from, marks), Milestone.All.Single(m => m.Name == to).Once ? FirstOf(to, marks) : marks[to].LastOrDefault());
        var twice = new[] { from, to }.FirstOrDefault(n => Claims(n, marks).Skip(1).Any());
        var why = start is null ? $"{from} is not recorded"
            : end is null ? $"{to} is not recorded"
            : end.EffectiveAt < start.EffectiveAt ? $"{to} is before {from}"
            : null;
        var late = new[] { start, end }.Any(e => e is not null && Lateness.IsLate(e, entries));
        decimal? minutes = why is null ? Math.Round((decimal)(end!.EffectiveAt - start!.EffectiveAt).TotalMinutes, 2) : null;
        return new Duration(name, minutes, why ?? (twice is null ? null : $"{twice} is recorded twice"), start?.Id, end?.Id, late);
    }

    /// <summary>Of a milestone that a case has once, the first recorded answers until one is retracted.</summary>
    static Entry? FirstOf(string name, ILookup<string, Entry> marks) => Claims(name, marks).MinBy(e => e.Version) ?? marks[name].FirstOrDefault();

    /// <summary>The entries that contend to be the one there should be: none for a repeatable milestone; a transfer to another room is no contender.</summary>
    static IEnumerable<Entry> Claims(string name, ILookup<string, Entry> marks) =>
        name == "room-entry" ? marks[name].Where(e => ((PatientEnteredRoom)e.Event).Room == ((PatientEnteredRoom)marks[name].First().Event).Room)
        : Milestone.All.Single(m => m.Name == name).Once ? marks[name]
        : [];
}
