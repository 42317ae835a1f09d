namespace Periop.Statistics;

/// <summary>The mean of a sample, and how sure it is.</summary>
/// <param name="Count">n, at least 1.</param>
/// <param name="Value">The mean.</param>
/// <param name="StandardDeviation">Of the sample, with n - 1 in the denominator; null for n = 1, of which nothing is known about the spread.</param>
/// <param name="Interval">
/// The interval of Student's t with n - 1 degrees of freedom: mean ± t·s/√n (Student 1908). Of differences it is that of the paired test. It holds what it
/// promises for values that are about normal, and nearly so for the mean of many others; it knows no bounds of a scale. Null for n = 1.
/// </param>
public sealed record Mean(int Count, double Value, double? StandardDeviation, Interval? Interval)
{
    /// <param name="values">In any order.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <returns>Null where there are none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is out of range.</exception>
    public static Mean? Of(IReadOnlyCollection<double> values, double confidence = Confidence.Usual)
    {
        var (n, tail) = (values.Count, Confidence.TailOf(confidence));
        if (n == 0)
            return null;
        double[] sorted = [.. values.Order()];      // the sum does not depend on the order in which they come
        var mean = sorted.Sum() / n;
        if (n == 1)
            return new Mean(n, mean, null, null);
        var deviation = Math.Sqrt(sorted.Sum(v => (v - mean) * (v - mean)) / (n - 1));
        var half = Quantile.StudentUpper(tail, n - 1) * deviation / Math.Sqrt(n);
        return new Mean(n, mean, deviation, new Interval(mean - half, mean + half));
    }
}
