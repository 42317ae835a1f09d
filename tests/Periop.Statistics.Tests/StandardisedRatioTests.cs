using CsCheck;

namespace Periop.Statistics.Tests;

public class StandardisedRatioTests
{
    [Theory]
    [InlineData(4, 3.3, 1.212121, .330262, 3.103512, .385135, 2.923770, .326106, 3.103258)]
    [InlineData(8, 3.59, 2.228412, .962070, 4.390861, 1.034929, 4.231614, .959524, 4.391086)]
    [InlineData(10, 5, 2, .959078, 3.678071, 1.015904, 3.564971, .957490, 3.678292)]
    public void Limits_are_the_reference_ones(
        int observed, double expected, double ratio, double low, double high, double midLow, double midHigh, double byarLow, double byarHigh)
    {
        const double digits = 5.1e-7;
        var of = StandardisedRatio.Of(observed, expected);
        Near.Equal(ratio, of.Ratio, digits);
        Near.Equal(new(low, high), of.Exact, digits);
        Near.Equal(new(midLow, midHigh), of.MidP, digits);
        Near.Equal(new(byarLow, byarHigh), of.Byar, digits);
    }

    [Theory]
    [InlineData(4, 3.3, .6571)]
    [InlineData(8, 3.59, .0418)]
    public void The_p_value_is_that_of_mid_p(int observed, double expected, double p) =>
        Near.Equal(p, StandardisedRatio.Of(observed, expected).MidPValue, 5.1e-5);

    [Fact]
    public void Without_an_event_the_ratio_is_0_and_begins_there()
    {
        var of = StandardisedRatio.Of(0, 2);
        Assert.Equal(0, of.Ratio);
        Near.Equal(new(0, 1.844440), of.Exact, 5.1e-7);
        Near.Equal(new(0, 1.497866), of.MidP, 5.1e-7);
        Assert.Equal((0.0, 0.0), (of.Exact!.Low, of.MidP!.Low));
        Assert.Null(of.Byar);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, .999999)]
    public void With_less_than_1_expected_there_is_no_ratio(int observed, double expected)
    {
        var of = StandardisedRatio.Of(observed, expected);
        Assert.Equal(new(observed, expected, null, null, null, null, null, "expected below 1"), of);
    }

    [Fact]
    public void With_1_expected_there_is_one() => Assert.Equal(3, StandardisedRatio.Of(3, 1).Ratio);

    [Fact]
    public void Intervals_hold_the_ratio_and_grow_with_confidence() =>
        Gen.Select(Gen.Int[0, 500], Gen.Double[1, 500], Gen.Double[.5, .99], Gen.Double[0, .0099]).Sample((observed, expected, confidence, more) =>
        {
            var (narrow, wide) = (StandardisedRatio.Of(observed, expected, confidence), StandardisedRatio.Of(observed, expected, confidence + more));
            foreach (var (inner, outer) in new[] { (narrow.Exact, wide.Exact), (narrow.MidP, wide.MidP), (narrow.MidP, narrow.Exact) })
            {
                Assert.True(inner!.Contains(narrow.Ratio!.Value), $"{inner} without {narrow.Ratio}");
                Assert.True(outer!.Low <= inner.Low + 1e-12 && inner.High <= outer.High + 1e-12, $"{inner} not within {outer}");
            }
        });
}
