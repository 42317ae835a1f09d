namespace Periop.Domain.Cases;

/// <summary>The flags of a case: the rule book applied to its surviving entries.</summary>
public static class CaseFlags
{
    /// <summary>Raised when a rule changes what it finds.</summary>
    public const int RulesVersion = 2;

    public static readonly IReadOnlyList<FlagRule> Rules =
    [
        .. SequenceFlags.Rules, .. SafetyCheckFlags.Rules, .. SpineFlags.Rules, .. AntibioticFlags.Rules, .. CountFlags.Rules, .. ImplantFlags.Rules,
        .. TimeFlags.Rules, .. RecordFlags.Rules,
    ];

    /// <summary>The codes that stop an entry at a screen unless the hospital says otherwise.</summary>
    public static readonly IReadOnlySet<string> DefaultStops = Rules.Where(r => r.Stops).Select(r => r.Code).ToHashSet();

    /// <summary>All flags of a case, in the order of the rules, then of what happened.</summary>
    public static IReadOnlyList<Flag> Of(SurgicalCase surgicalCase) => surgicalCase.Surviving().Flags;

    internal static IReadOnlyList<Flag> Find(SurvivingEntries entries)
    {
        var words = entries.All<FlagAcknowledged>().ToArray();
        return
        [
            .. from rule in Rules
               from raised in rule.Find(entries)
               let flag = new Flag(rule.Code, rule.Severity, raised.Message, [.. raised.Entries.Select(e => e.Id)])
               select flag with
               {
                   Override = rule.Severity is not Severity.Info ? raised.Entries.Select(e => e.Event.Override).FirstOrDefault(o => o is not null) : null,
                   Acknowledged = WordOn(flag, raised.Entries, words),
               },
        ];
    }

    /// <summary>The flags that a case has now and had not before.</summary>
    public static IReadOnlyList<Flag> Raised(SurgicalCase? before, SurgicalCase after)
    {
        var known = before is null ? [] : Of(before);
        return [.. Of(after).Where(flag => !known.Any(flag.SameAs))];
    }

    /// <summary>What was said of a flag.</summary>
    /// <param name="raisedBy">The entries that it names.</param>
    /// <param name="words">The acknowledgements that may be meant.</param>
    internal static Acknowledgement? WordOn(Flag flag, IReadOnlyList<Entry> raisedBy, IEnumerable<Entry> words) =>
        words.Where(w => Concerns(w, flag, raisedBy)).Select(w => new Acknowledgement(w.Id, w.RecordedBy, w.Event.Reason)).FirstOrDefault();

    /// <summary>Nobody has looked at what was recorded after the acknowledgement.</summary>
    static bool Concerns(Entry word, Flag flag, IReadOnlyList<Entry> raisedBy) =>
        word.Event is FlagAcknowledged acknowledged
        && acknowledged.Code.Value == flag.Code
        && (acknowledged.TargetEntryId is not { } target || flag.EntryIds.Contains(target))
        && raisedBy.All(e => e.Version < word.Version);
}
