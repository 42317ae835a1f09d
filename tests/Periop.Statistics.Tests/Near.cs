namespace Periop.Statistics.Tests;

/// <summary>Numbers that are equal but for rounding.</summary>
static class Near
{
    /// <summary>Of closed forms.</summary>
    public const double Closed = 1e-9;

    /// <summary>Within a tolerance: absolute below 1, relative above.</summary>
    public static void Equal(double expected, double? actual, double tolerance)
    {
        Assert.NotNull(actual);
        Assert.True(Math.Abs(expected - actual.Value) <= tolerance * Math.Max(1, Math.Abs(expected)), $"expected {expected:R}, got {actual:R}");
    }

    public static void Equal(Interval expected, Interval? actual, double tolerance)
    {
        Assert.NotNull(actual);
        Equal(expected.Low, actual.Low, tolerance);
        Equal(expected.High, actual.High, tolerance);
    }
}
