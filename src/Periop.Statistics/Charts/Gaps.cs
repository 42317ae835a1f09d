namespace Periop.Statistics.Charts;

/// <summary>What lies between events: the values of charts of rare ones.</summary>
public static class Gaps
{
    /// <summary>
    /// The cases without event before each event, since the one before or the start. Two events in a row are 0 apart, and what follows
    /// the last event is no value yet.
    /// </summary>
    /// <param name="events">Whether each case had the event, in order of time.</param>
    public static IReadOnlyList<int> Cases(IEnumerable<bool> events)
    {
        var (gaps, since) = (new List<int>(), 0);
        foreach (var hadEvent in events)
        {
            if (hadEvent)
                gaps.Add(since);
            since = hadEvent ? 0 : since + 1;
        }
        return gaps;
    }

    /// <summary>The days from each event to the next. Two on one day are 0 apart.</summary>
    /// <param name="events">The hospital's local days of events, in order of time.</param>
    public static IReadOnlyList<int> Days(IReadOnlyList<DateOnly> events) =>
        [.. events.Zip(events.Skip(1), (one, next) => next.DayNumber - one.DayNumber)];
}
