namespace Periop.Statistics;

/// <summary>What a value may well be, both ends included.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end, never below the lower one.</param>
public sealed record Interval(double Low, double High)
{
    /// <summary>Whether the value lies between the ends or on one of them.</summary>
    public bool Contains(double value) => Low <= value && value <= High;
}
