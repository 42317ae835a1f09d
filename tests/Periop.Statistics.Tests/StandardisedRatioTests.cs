using CsCheck;

namespace Periop.Statistics.Tests;

public class StandardisedRatioTests
{
    [Fact]
    public void Without_an_event_the_ratio_is_0_and_begins_there()
    {
        var of = StandardisedRatio.Of(0, 2);
        Assert.Equal(0, of.Ratio);
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
