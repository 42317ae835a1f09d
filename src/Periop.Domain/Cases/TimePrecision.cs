namespace Periop.Domain.Cases;

/// <summary>How exactly a time is known that is not known to the moment.</summary>
public enum TimePrecision { Day }

/// <summary>
/// Times of which only the day is known. Such an entry has the last microsecond of its local day: it stands behind all else of that
/// day, and nobody can say whether it came before or after.
/// </summary>
static class KnownToTheDay
{
    /// <summary>Why there is no duration from or to it.</summary>
    public const string Reason = "known-to-the-day";

    /// <summary>Of a local day on which the clocks are put back: so long its end may lie ahead while the day has come.</summary>
    public static readonly TimeSpan LongestDay = TimeSpan.FromHours(25);

    /// <summary>Whether nobody can say which of two entries came first, since only the day of one is known and the other is of that day.</summary>
    public static bool IsSameDay(Entry one, Entry other) =>
        (one.IsKnownToTheDay || other.IsKnownToTheDay)
        && DayOf(one, other.IsKnownToTheDay ? other : one) == DayOf(other, one.IsKnownToTheDay ? one : other);

    /// <summary>The local day where it was stated; of a moment, where the day was.</summary>
    static DateTime DayOf(Entry entry, Entry stated) =>
        (entry.IsKnownToTheDay ? entry.EffectiveAt : entry.EffectiveAt.ToOffset(stated.EffectiveAt.Offset)).Date;
}
