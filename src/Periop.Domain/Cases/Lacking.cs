using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>What could be recorded before an entry that was stopped, so that it were not.</summary>
static class Lacking
{
    static readonly Note Whatever = new("as if");

    /// <summary>
    /// In the order in which it would have to be recorded. What one of them lacks in its turn comes before it: an incision that is
    /// missing may be without a time-out. Found by trying.
    /// </summary>
    /// <param name="standing">The case without the entry, and without what it replaces.</param>
    /// <param name="with">The case with it.</param>
    public static IReadOnlyList<CaseCommand> Of(SurgicalCase standing, SurgicalCase with, IEnumerable<Flag> stops, Circumstances at)
    {
        var entry = with.Entries[at.EntryId];
        var id = Recording.DerivedId(at.EntryId);       // taken by the retraction of what the entry replaces
        var lacking = new List<CaseCommand>();
        foreach (var remedy in stops.SelectMany(stop => RemediesFor(stop, entry, with, at.Rules)))
            foreach (var step in Try(remedy) is CommandResult.Stopped deeper ? deeper.Missing.Append(remedy) : [remedy])
                if (!lacking.Contains(step) && Try(step with { Override = Whatever }) is CommandResult.Recorded recorded)
                {
                    lacking.Add(step);
                    standing = recorded.Case;
                }

        return lacking;

        CommandResult Try(CaseCommand step) =>
            Recording.Record(standing, step with { OccurredAt = entry.EffectiveAt }, at with { EntryId = id = Recording.DerivedId(id), IfMatch = null });
    }

    static IEnumerable<CaseCommand> RemediesFor(Flag stop, Entry entry, SurgicalCase with, RuleBook rules) =>
        rules.Flags.Single(rule => rule.Code == stop.Code).Remedies(with.Surviving(), entry).Select(remedy => remedy.Whole).OfType<CaseCommand>();
}
