namespace Periop.Statistics.Cusums;

/// <summary>
/// Where a series signals, by how often one without any change may reach it: h is the smallest attainable v with
/// P(max of the first N values &lt;= v) >= 1 - α. No random numbers: all outcomes of up to 15 cases are gone through, more are a Markov
/// chain on 2,000 equal steps.
/// </summary>
/// <param name="Value">h; below 0 for improvement.</param>
/// <param name="Over">N.</param>
/// <param name="FalseAlarm">α as asked; null where the limit was given.</param>
/// <param name="Reached">P(max >= h): a little above α, as a series signals at the limit already.</param>
public sealed record CusumLimit(double Value, int Over, double? FalseAlarm, double Reached)
{
    /// <summary>The limit of a false alarm in the first N cases with probability α.</summary>
    /// <param name="expected">The expected probabilities of the first cases, 0 to 1, at least one; repeated when fewer than N.</param>
    /// <param name="oddsRatio">R, above 0 and not 1.</param>
    /// <param name="falseAlarm">α, between 0 and 1.</param>
    /// <param name="over">N, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static CusumLimit For(IReadOnlyList<double> expected, double oddsRatio, double falseAlarm = 0.05, int over = 100)
    {
        if (falseAlarm is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(falseAlarm), falseAlarm, "A probability of a false alarm lies between 0 and 1.");
        var steps = Steps(expected, oddsRatio, over);
        var (height, reached) = over <= EveryOutcome.Most ? EveryOutcome.Limit(steps, falseAlarm) : CusumChain.Limit(steps, falseAlarm);
        return new(oddsRatio > 1 ? height : -height, over, falseAlarm, reached);
    }

    /// <summary>A given limit, with the probability that a series without any change reaches it in the first N cases.</summary>
    /// <param name="limit">Above 0 for R above 1, below 0 for R below 1.</param>
    /// <inheritdoc cref="For"/>
    public static CusumLimit Given(double limit, IReadOnlyList<double> expected, double oddsRatio, int over = 100)
    {
        var steps = Steps(expected, oddsRatio, over);
        if (!(oddsRatio > 1 ? limit > 0 : limit < 0))
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "A limit is above 0 for deterioration and below 0 for improvement.");
        return new(limit, over, null, over <= EveryOutcome.Most ? EveryOutcome.Reaches(steps, Math.Abs(limit)) : CusumChain.Reaches(steps, Math.Abs(limit)));
    }

    static CusumStep[] Steps(IReadOnlyList<double> expected, double oddsRatio, int over)
    {
        Cusum.ThrowIfNoOddsRatio(oddsRatio);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(over);
        if (expected.Count == 0)
            throw new ArgumentOutOfRangeException(nameof(expected), "At least one expected probability says what the first cases are like.");
        return [.. from i in Enumerable.Range(0, over)
                   let p = expected[i % expected.Count]
                   select new CusumStep(p, Cusum.Weight(p, true, oddsRatio), Cusum.Weight(p, false, oddsRatio))];
    }
}

/// <summary>What one case may do to a sum that is held at 0 or above.</summary>
/// <param name="P">The probability of the event.</param>
/// <param name="Event">What the event adds.</param>
/// <param name="NoEvent">What its absence adds.</param>
sealed record CusumStep(double P, double Event, double NoEvent)
{
    /// <summary>The least that a maximum above 0 can be: the first step from 0 upwards that has a probability.</summary>
    public static double Least(IReadOnlyList<CusumStep> steps)
    {
        var ups = steps.SelectMany(s => new[] { (s.P, Up: s.Event), (P: 1 - s.P, Up: s.NoEvent) }).Where(s => s.P > 0 && s.Up > 0).ToList();
        // nothing can happen at all: one event would be out of order
        return ups.Count > 0 ? ups.Min(s => s.Up) : steps.Max(s => Math.Max(Math.Abs(s.Event), Math.Abs(s.NoEvent)));
    }
}
