using MathNet.Numerics.Distributions;

namespace Periop.Statistics;

/// <summary>How sure an interval is to hold the true value: a share between 0 and 1, both excluded.</summary>
static class Confidence
{
    /// <summary>The usual one, of which z is 1.959963984540054.</summary>
    public const double Usual = 0.95;

    /// <summary>What lies beyond either end of a two-sided interval.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static double TailOf(double confidence) => confidence is > 0 and < 1
        ? (1 - confidence) / 2
        : throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies between 0 and 1.");

    /// <summary>How many standard deviations of a normal distribution a two-sided interval reaches to either side.</summary>
    public static double Z(double confidence) => -Normal.InvCDF(0, 1, TailOf(confidence));
}
