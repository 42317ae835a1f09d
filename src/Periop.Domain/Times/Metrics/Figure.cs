using Periop.Domain.Cases;

namespace Periop.Domain.Times.Metrics;

/// <summary>What the measurements of a group come to.</summary>
/// <param name="Value">A share from 0 on, or minutes, as the statistic says; null of no measurement.</param>
/// <param name="Numerator">What stands above the line; of a median, where nothing is divided, their sum.</param>
/// <param name="Denominator">What stands below it.</param>
/// <param name="Measurements">How many there are.</param>
/// <param name="Median">The minutes in the middle; of two in the middle, between them.</param>
/// <param name="MedianDeviation">How far the minutes are from the median, in the middle.</param>
/// <param name="Lateness">How many measurements rest on times of each class.</param>
public sealed record Figure(
    Statistic Statistic, double? Value, decimal Numerator, decimal Denominator, int Measurements, double? Median, double? MedianDeviation,
    IReadOnlyDictionary<LatenessClass, int> Lateness)
{
    public static Figure Of(Statistic statistic, IReadOnlyList<Measurement> measurements)
    {
        var (numerator, denominator) = (measurements.Sum(m => m.Numerator), measurements.Sum(m => m.Denominator));
        var median = MedianOf(measurements.Select(m => m.Minutes));
        return new Figure(
            statistic,
            statistic is Statistic.Median ? (double?)median : denominator == 0 ? null : (double)numerator / (double)denominator,
            numerator, denominator, measurements.Count, (double?)median,
            (double?)MedianOf(measurements.Select(m => Math.Abs(m.Minutes - median ?? 0))),
            Enum.GetValues<LatenessClass>().ToDictionary(c => c, c => measurements.Count(m => m.Lateness == c)));
    }

    static decimal? MedianOf(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
