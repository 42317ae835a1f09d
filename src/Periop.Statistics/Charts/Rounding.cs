namespace Periop.Statistics.Charts;

/// <summary>A mean of values that are all alike differs from them in its last digit: what lies on a line but for that is on it.</summary>
static class Rounding
{
    const double Digits = 1e-12;

    public static int Sign(double difference) => Math.Abs(difference) <= Digits ? 0 : Math.Sign(difference);

    public static bool IsBeyond(Interval interval, double value) => Sign(value - interval.High) > 0 || Sign(value - interval.Low) < 0;
}
