namespace Periop.Domain.Cases;

/// <summary>The flags of a case: the rule book applied to its surviving entries.</summary>
public static class CaseFlags
{
    /// <summary>All flags of a case, in the order of the rules, then of what happened.</summary>
    public static IReadOnlyList<Flag> Of(SurgicalCase surgicalCase, RuleBook rules) => surgicalCase.Surviving().FlagsBy(rules);

    internal static IReadOnlyList<Flag> Find(SurvivingEntries entries, RuleBook rules)
    {
        var acknowledgements = entries.All<FlagAcknowledged>().ToArray();
        return
        [
            .. from rule in rules.Flags
               from raised in rule.Find(entries)
               let flag = new Flag(rule.Code, rule.Severity, rule.Label, raised.Message, [.. raised.Entries.Select(e => e.Id)])
               select flag with
               {
                   Override = rule.Severity is not Severity.Info ? raised.Entries.Select(e => e.Event.Override).FirstOrDefault(o => o is not null) : null,
                   Acknowledged = AcknowledgementOf(flag, raised.Entries, acknowledgements),
               },
        ];
    }

    /// <summary>The flags that a case has now and had not before.</summary>
    public static IReadOnlyList<Flag> Raised(SurgicalCase? before, SurgicalCase after, RuleBook rules)
    {
        var known = before is null ? [] : Of(before, rules);
        return [.. Of(after, rules).Where(flag => !known.Any(flag.SameAs))];
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
