namespace Periop.Domain.Cases;

/// <summary>The flags of a case: the rule book applied to its surviving entries.</summary>
public static class CaseFlags
{
    /// <summary>All flags of a case, in the order of the rules, then of what happened.</summary>
    public static IReadOnlyList<Flag> Of(SurgicalCase surgicalCase, RuleBook rules) => surgicalCase.Surviving().FlagsBy(rules);

    /// <summary>The same, from what was found before the last entry: rules that it cannot concern are not asked again.</summary>
    /// <param name="before">The case without its last entry.</param>
    public static IReadOnlyList<Flag> After(SurgicalCase before, CaseEvent happened, SurgicalCase after, RuleBook rules)
    {
        after.SurvivingAfter(before, happened).GoOnFrom(before.Surviving(), happened, rules);
        return Of(after, rules);
    }

    internal static IReadOnlyList<Flag> Find(SurvivingEntries entries, RuleBook rules)
    {
        var acknowledgements = entries.All<FlagAcknowledged>().ToLookup(a => ((FlagAcknowledged)a.Event).Code.Value);
        return
        [
            .. from found in rules.Flags.Zip(entries.RaisedBy(rules))
               let rule = found.First
               let words = acknowledgements[rule.Code].ToArray()
               from raised in found.Second
               let flag = new Flag(rule.Code, rule.Severity, rule.Label, raised.Message, [.. raised.Entries.Select(e => e.Id)])
               {
                   Override = rule.Severity is not Severity.Info ? raised.Entries.FirstOrDefault(e => e.Event.Override is not null)?.Event.Override : null,
               }
               select words.Length == 0 ? flag : flag with { Acknowledged = AcknowledgementOf(flag, raised.Entries, words) },
        ];
    }

    /// <summary>The flags that a case has now and had not before.</summary>
    public static IReadOnlyList<Flag> Raised(SurgicalCase? before, SurgicalCase after, RuleBook rules)
    {
        var known = before is null ? [] : Of(before, rules).ToHashSet(Flag.Sameness);
        return [.. Of(after, rules).Where(flag => !known.Contains(flag))];
    }

    /// <summary>Who has looked at a flag, and what was said.</summary>
    /// <param name="raisedBy">The entries that it names.</param>
    /// <param name="acknowledgements">Those that may be meant.</param>
    internal static Acknowledgement? AcknowledgementOf(Flag flag, IReadOnlyList<Entry> raisedBy, IEnumerable<Entry> acknowledgements) =>
        acknowledgements.Where(a => Concerns(a, flag, raisedBy)).Select(a => new Acknowledgement(a.Id, a.RecordedBy, a.Event.Reason)).FirstOrDefault();

    /// <summary>Nobody has looked at what was recorded after the acknowledgement.</summary>
    static bool Concerns(Entry entry, Flag flag, IReadOnlyList<Entry> raisedBy) =>
        entry.Event is FlagAcknowledged acknowledged
        && acknowledged.Code.Value == flag.Code
        && (acknowledged.TargetEntryId is not { } target || flag.EntryIds.Contains(target))
        && raisedBy.All(e => e.Version < entry.Version);
}
