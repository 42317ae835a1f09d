using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>Whether everything that went in was counted out before the wound was closed.</summary>
static class CountFlags
{
    public static readonly FlagRule[] Rules =
    [
        new("count-missing", Severity.Safety, "Count missing", "A wound closed without a closing or final count of sponges, sharps or instruments.", Missing)
        {
            MayChangeWith = happened => happened is CountPerformed or WoundClosed,
            Remedies = (entries, _) => Enum.GetValues<CountedItem>().All(item => IsCounted(entries, item)) ? [] : [Remedy.Some<PerformCount>()],
        },
        new("count-not-done", Severity.Safety, "Count not done", "A wound closed after a count that was stated as not done.",
            closures => Stood(closures, CountResult.NotDone, "was not done"))
        {
            MayChangeWith = happened => happened is CountPerformed or WoundClosed,
            Remedies = (entries, _) => CountAgain(entries, CountResult.NotDone),
        },
        new("count-unresolved", Severity.Safety, "Count not matched", "A wound closed with a count that did not agree.",
            closures => Stood(closures, CountResult.Discrepancy, "did not agree"))
        {
            MayChangeWith = happened => happened is CountPerformed or WoundClosed,
            Remedies = (entries, _) => CountAgain(entries, CountResult.Discrepancy),
        },
    ];

    /// <summary>What the last count of came out that way.</summary>
    internal static IEnumerable<CountedItem> Standing(SurvivingEntries entries, CountResult result) =>
        from item in Enum.GetValues<CountedItem>()
        where ((CountPerformed?)entries.All<CountPerformed>(c => c.What == item).LastOrDefault()?.Event)?.Result == result
        select item;

    static IEnumerable<Remedy> CountAgain(SurvivingEntries entries, CountResult after) =>
        Standing(entries, after).Any() ? [Remedy.Some<PerformCount>()] : [];

    static bool IsCounted(SurvivingEntries entries, CountedItem item) =>
        entries.All<CountPerformed>(c => c.What == item && c.Phase is not CountPhase.Initial).Any();

    static IEnumerable<Raised> Missing(SurvivingEntries entries)
    {
        var first = entries.All<CountPerformed>(c => c.Phase is CountPhase.Closing or CountPhase.Final)
            .GroupBy(c => ((CountPerformed)c.Event).What).ToDictionary(counts => counts.Key, counts => counts.First().EffectiveAt);
        return from closure in entries.All<WoundClosed>()
               where !closure.IsImported()
               let missing = Enum.GetValues<CountedItem>().Where(i => !first.TryGetValue(i, out var counted) || counted > closure.EffectiveAt).ToArray()
               where missing.Length > 0
               select new Raised($"The wound was closed without a count of {string.Join(", ", missing.Select(Vocabulary.WordFor))}.", closure);
    }

    static IEnumerable<Raised> Stood(SurvivingEntries entries, CountResult result, string how)
    {
        var counts = entries.All<CountPerformed>().GroupBy(c => ((CountPerformed)c.Event).What).ToDictionary(item => item.Key, item => item.ToArray());
        return from closure in entries.All<WoundClosed>()
               from item in Enum.GetValues<CountedItem>()
               let last = counts.GetValueOrDefault(item)?.LastUntil(closure.EffectiveAt, c => c.EffectiveAt)
               where last is not null && ((CountPerformed)last.Event).Result == result
               select new Raised($"The wound was closed after a count of {Vocabulary.WordFor(item)} that {how}.", closure, last);
    }
}
