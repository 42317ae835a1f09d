namespace Periop.Statistics;

/// <summary>From when on a small unit has enough cases to say something about it.</summary>
public static class Pooling
{
    /// <summary>The latest month from whose first day on at least one event is expected: n·target >= 1.</summary>
    /// <param name="months">The first day of each month and its cases, in order of time.</param>
    /// <param name="target">The rate to expect, from 0 to 1.</param>
    /// <returns>Null where all months together do not reach one expected event.</returns>
    public static DateOnly? From(IReadOnlyList<(DateOnly Month, int Cases)> months, double target)
    {
        var cases = 0L;
        for (var i = months.Count - 1; i >= 0; i--)
        {
            cases += months[i].Cases;
            // the pooled rate of one event in 49 times 49 is a little below 1 in binary
            if (cases * target >= 1 - 1e-12)
                return months[i].Month;
        }
        return null;
    }
}
