using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>How much a flag wants to be seen: for the record, for the team, at once on the board.</summary>
public enum Severity { Info, Attention, Safety }

/// <summary>Something about a case that someone should look at. It never goes away; what raised it may be corrected.</summary>
/// <param name="Code">Stable, kebab-case.</param>
/// <param name="Label">Two or three words, to be read across a room.</param>
/// <param name="Message">A sentence for the people in the room.</param>
/// <param name="EntryIds">The entries that raised it.</param>
public sealed record Flag(string Code, Severity Severity, string Label, string Message, IReadOnlyList<Guid> EntryIds)
{
    /// <summary>The reason given to go past the stop that this flag was.</summary>
    public Note? Override { get; init; }

    /// <summary>Who looked at it and why it may stand.</summary>
    public Acknowledgement? Acknowledged { get; init; }

    /// <summary>Whether two flags are about the same thing.</summary>
    public bool SameAs(Flag other) => Code == other.Code && EntryIds.SequenceEqual(other.EntryIds);

    /// <summary>Takes two flags about the same thing for one.</summary>
    internal static IEqualityComparer<Flag> Sameness { get; } = EqualityComparer<Flag>.Create(
        (one, other) => one == other || (one is not null && other is not null && one.SameAs(other)),
        flag => HashCode.Combine(flag.Code, flag.EntryIds.Count > 0 ? flag.EntryIds[^1] : Guid.Empty));
}

/// <summary>Someone's word on a flag.</summary>
public sealed record Acknowledgement(Guid EntryId, string By, Note? Reason);

/// <summary>One rule of the rule book.</summary>
/// <param name="Label">What it is, in two or three words: at most 18 letters, so that a wall can show it.</param>
/// <param name="Meaning">When it is raised, in a sentence.</param>
/// <param name="Find">The pure rule: no clock, no other case.</param>
/// <param name="Stops">Whether it stops an entry unless the hospital says otherwise.</param>
public sealed record FlagRule(
    string Code, Severity Severity, string Label, string Meaning, Func<SurvivingEntries, IEnumerable<Raised>> Find, bool Stops = false)
{
    /// <summary>
    /// Whether an entry can change what it finds, so that it has to be asked again. What corrects, retracts or masks others always can, and so
    /// can the first that did not come with a file: neither is asked about.
    /// </summary>
    public Func<CaseEvent, bool> MayChangeWith { get; init; } = _ => true;

    /// <summary>Whether an entry can change when a case came to a milestone.</summary>
    internal static bool ChangesTimes(CaseEvent happened) => Milestone.Of(happened) is not null || happened is PlanningEvent;

    /// <summary>What could be recorded so that it were not raised, in order, given an entry that raised it. Nothing, where that would be a guess.</summary>
    public Func<SurvivingEntries, Entry, IEnumerable<Remedy>> Remedies { get; init; } = (_, _) => [];
}

/// <summary>What a rule found.</summary>
public sealed record Raised(string Message, params IReadOnlyList<Entry> Entries);
