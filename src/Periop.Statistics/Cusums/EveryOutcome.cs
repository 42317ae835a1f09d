namespace Periop.Statistics.Cusums;

/// <summary>The exact distribution of a series' maximum, by every outcome of a few cases.</summary>
static class EveryOutcome
{
    /// <summary>The most cases that are gone through: 32,768 outcomes.</summary>
    public const int Most = 15;

    /// <summary>Maxima that differ by rounding alone are one.</summary>
    const double Rounding = 1e-9;

    /// <summary>The smallest maximum above 0 that is not exceeded with 1 - α, and the probability of reaching it.</summary>
    public static (double Height, double Reached) Limit(IReadOnlyList<CusumStep> steps, double falseAlarm)
    {
        var maxima = Maxima(steps);
        var height = CusumStep.Least(steps);
        var below = 0.0;
        foreach (var (maximum, probability) in maxima)
        {
            if (maximum > height + Rounding)
            {
                if (below >= 1 - falseAlarm - Rounding)
                    break;
                height = maximum;
            }
            below += probability;
        }
        return (height, Reaches(maxima, height));
    }

    /// <summary>The probability that the maximum is at the height or above.</summary>
    public static double Reaches(IReadOnlyList<CusumStep> steps, double height) => Reaches(Maxima(steps), height);

    static double Reaches(List<(double Maximum, double Probability)> maxima, double height) =>
        maxima.Where(m => m.Maximum >= height - Rounding).Sum(m => m.Probability);

    /// <summary>In ascending order.</summary>
    static List<(double Maximum, double Probability)> Maxima(IReadOnlyList<CusumStep> steps)
    {
        List<(double Sum, double Maximum, double Probability)> outcomes = [(0, 0, 1)];
        foreach (var step in steps)
            outcomes = [.. outcomes.SelectMany(o => new[] { After(o, step.Event, step.P), After(o, step.NoEvent, 1 - step.P) }).Where(o => o.Probability > 0)];
        return [.. outcomes.Select(o => (o.Maximum, o.Probability)).OrderBy(o => o.Maximum)];
    }

    static (double Sum, double Maximum, double Probability) After((double Sum, double Maximum, double Probability) outcome, double weight, double probability)
    {
        var sum = Math.Max(0, outcome.Sum + weight);
        return (sum, Math.Max(outcome.Maximum, sum), outcome.Probability * probability);
    }
}
