using Periop.Domain.Cases;
using Periop.Domain.Record;

namespace Periop.Server.Downtime;

/// <summary>What the notes of a downtime told of a case, and what had come another way that may be the same.</summary>
/// <param name="Entry">As it was entered from the notes.</param>
/// <param name="Twins">What else says it, nearest in time first: of a milestone whatever marks the same one, of anything else what is near.</param>
/// <param name="Apart">How far the nearest is from it: later than the notes when it is positive; null where there is none.</param>
sealed record ToldAfterwards(Guid CaseId, string CaseNumber, Entry Entry, IReadOnlyList<Entry> Twins, TimeSpan? Apart)
{
    /// <summary>
    /// So near to each other two entries of a kind may be the same: it is the limit from which on a time counts as late. Milestones are compared
    /// however far apart they are, because a case has most of them once.
    /// </summary>
    static readonly TimeSpan Near = Lateness.Limit;

    /// <summary>Of a case, in the order in which it happened; what was taken back is in neither.</summary>
    public static IEnumerable<ToldAfterwards> Of(SurgicalCase surgicalCase, DateTimeOffset from, DateTimeOffset to)
    {
        var surviving = surgicalCase.Surviving();
        var number = Plan.Of(surviving).CaseNumber.Value;
        var otherwise = surviving.Where(entry => entry.Event.Source is not EntrySource.Downtime).ToArray();
        var noted = surviving.Where(entry => entry.Event.Source is EntrySource.Downtime && entry.Event.OccurredAt >= from && entry.Event.OccurredAt < to);
        foreach (var told in noted)
        {
            Entry[] twins = [.. otherwise.Where(other => MayBeTheSame(told, other)).OrderBy(other => (other.EffectiveAt - told.EffectiveAt).Duration())];
            yield return new ToldAfterwards(
                surgicalCase.Id, number, told, twins, twins is [var nearest, ..] ? nearest.EffectiveAt - told.EffectiveAt : null);
        }
    }

    static bool MayBeTheSame(Entry told, Entry other) =>
        Milestone.Of(told.Event) is { } milestone ? Milestone.Of(other.Event) == milestone
        : StoredEvents.KindOf(told.Event.GetType()) == StoredEvents.KindOf(other.Event.GetType())
            && (other.EffectiveAt - told.EffectiveAt).Duration() <= Near;
}
