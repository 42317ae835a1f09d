namespace Periop.Statistics.Tests;

public sealed class MeanTests
{
    /// <summary>
    /// Hours of sleep gained, the second drug less the first, of ten patients (Student 1908): R's <c>t.test</c> of its data set <c>sleep</c>, paired.
    /// </summary>
    [Fact]
    public void The_interval_of_a_mean_difference_is_that_of_students_own_patients()
    {
        var mean = Mean.Of([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4])!;
        Assert.Equal(1.58, mean.Value, 1e-12);
        Assert.Equal(1.229995, mean.StandardDeviation!.Value, 1e-6);
        Assert.Equal(0.7001142, mean.Interval!.Low, 1e-7);
        Assert.Equal(2.4598858, mean.Interval.High, 1e-7);
    }

    /// <summary>With n - 1 degrees of freedom, ± t/√n of values whose standard deviation is 1: NIST/SEMATECH e-Handbook 1.3.6.7.2.</summary>
    [Theory]
    [InlineData(1, 12.706)]
    [InlineData(2, 4.303)]
    [InlineData(9, 2.262)]
    [InlineData(30, 2.042)]
    [InlineData(100, 1.984)]
    public void The_quantiles_are_those_of_printed_tables(int degrees, double t)
    {
        var n = degrees + 1;
        double[] values = [.. Enumerable.Range(0, n).Select(i => i % 2 == 0 ? 1.0 : -1.0)];
        var mean = Mean.Of(values)!;
        var half = (mean.Interval!.High - mean.Interval.Low) / 2;
        Assert.Equal(t, half * Math.Sqrt(n) / mean.StandardDeviation!.Value, 6e-4);
    }

    [Fact]
    public void Of_very_many_it_is_the_normal_distributions() =>
        Assert.Equal(1.959963984540054, Quantiles(1_000_001), 1e-5);

    [Fact]
    public void Values_that_are_all_the_same_leave_no_doubt_of_their_mean() => Assert.Equal(new Mean(3, 4, 0, new Interval(4, 4)), Mean.Of([4, 4, 4]));

    [Fact]
    public void One_value_says_nothing_of_the_spread() => Assert.Equal(new Mean(1, 4, null, null), Mean.Of([4]));

    [Fact]
    public void Without_values_there_is_no_mean() => Assert.Null(Mean.Of([]));

    [Fact]
    public void It_does_not_depend_on_the_order() => Assert.Equal(Mean.Of([0.1, 0.2, 0.3, 1e9]), Mean.Of([1e9, 0.3, 0.2, 0.1]));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_confidence_that_is_none_is_refused(double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Mean.Of([1, 2], confidence));

    static double Quantiles(int n)
    {
        var mean = Mean.Of([.. Enumerable.Range(0, n).Select(i => i % 2 == 0 ? 1.0 : -1.0)])!;
        return (mean.Interval!.High - mean.Value) * Math.Sqrt(n) / mean.StandardDeviation!.Value;
    }
}
