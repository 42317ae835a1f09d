using CsCheck;

namespace Periop.Statistics.Tests;

/// <summary>Reference values: statsmodels' test data from R binom.confint, Newcombe 1998, prop.test and binom.test of R.</summary>
public class ProportionTests
{
    static readonly Gen<(int Events, int Of)> Counts = from n in Gen.OneOf(Gen.Int[1, 40], Gen.Int[1, 20_000]) from x in Gen.Int[0, n] select (x, n);

    static readonly Gen<double> Confidences = Gen.Double[0.5, 0.999];

    [Theory]
    [InlineData(18, 20, .6989663548, .9721335188, .6830172860, .9876514728)]
    [InlineData(4, 20, .0806576626, .4160174323, .0573339971, .4366140030)]
    [InlineData(4, 200, .0078044264, .0502870869, .0054755659, .0504136091)]
    [InlineData(1, 30, .0059085904, .1667039099, .0008435709, .1721694556)]
    [InlineData(29, 30, .8332960901, .9940914096, .8278305444, .9991564291)]
    [InlineData(0, 30, 0, .1135133932, 0, .1157033082)]
    [InlineData(30, 30, .8864866068, 1, .8842966918, 1)]
    [InlineData(5, 10, .2365930905, .7634069095, .1870860284, .8129139716)]
    [InlineData(0, 10, 0, .2775327999, 0, .3084971078)]
    [InlineData(10, 10, .7224672001, 1, .6915028922, 1)]
    [InlineData(0, 20, 0, .1611251581, 0, .1684334710)]
    [InlineData(81, 263, .2552885199, .3662095770, .2527367456, .3676219226)]
    [InlineData(30, 3080, .0068313099, .0138706165, .0065810896, .0138758458)]
    public void Intervals_are_those_of_R(int events, int of, double low, double high, double exactLow, double exactHigh)
    {
        Near.Equal(new(low, high), Proportion.Wilson(events, of), Near.Printed);
        Near.Equal(new(exactLow, exactHigh), Proportion.ClopperPearson(events, of), Near.Printed);
    }

    [Fact]
    public void Less_confidence_is_narrower() => Near.Equal(new(.2692718211, .7307281789), Proportion.Wilson(5, 10, .9), Near.Printed);

    [Fact]
    public void The_corrected_interval_is_that_of_Newcombe() => Near.Equal(new(.2535087, .3681762), Proportion.WilsonCorrected(81, 263), Near.Printed);

    [Fact]
    public void Without_an_event_there_is_a_one_sided_bound() => Near.Equal(.0950, Proportion.AtMostWithoutEvent(30), 5e-5);

    [Fact]
    public void Of_no_case_there_is_no_interval()
    {
        Assert.Null(Proportion.Wilson(0, 0));
        Assert.Null(Proportion.WilsonCorrected(0, 0));
        Assert.Null(Proportion.ClopperPearson(0, 0));
        Assert.Null(Proportion.AtMostWithoutEvent(0));
    }

    [Theory]
    [InlineData(-1, 10, .95)]
    [InlineData(11, 10, .95)]
    [InlineData(0, -1, .95)]
    [InlineData(1, 10, 0)]
    [InlineData(1, 10, 1)]
    [InlineData(1, 10, double.NaN)]
    public void What_cannot_be_counted_is_refused(int events, int of, double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Wilson(events, of, confidence));

    [Fact]
    public void None_begins_at_0_and_all_end_at_1_exactly() => Gen.Select(Gen.Int[1, 100_000], Confidences).Sample((n, confidence) =>
    {
        foreach (var interval in All(0, n, confidence))
            Assert.Equal(BitConverter.DoubleToInt64Bits(0.0), BitConverter.DoubleToInt64Bits(interval.Low));
        foreach (var interval in All(n, n, confidence))
            Assert.Equal(BitConverter.DoubleToInt64Bits(1.0), BitConverter.DoubleToInt64Bits(interval.High));
    });

    [Fact]
    public void An_interval_holds_its_rate_and_lies_within_0_and_1() => Gen.Select(Counts, Confidences).Sample((counts, confidence) =>
        Assert.All(All(counts.Events, counts.Of, confidence), interval =>
        {
            Assert.True(interval.Contains(counts.Events / (double)counts.Of), $"{interval}");
            Assert.InRange(interval.Low, 0, interval.High);
            Assert.InRange(interval.High, interval.Low, 1);
        }));

    [Fact]
    public void More_confidence_is_wider() => Gen.Select(Counts, Confidences, Confidences).Sample((counts, one, other) =>
    {
        var (less, more) = (Math.Min(one, other), Math.Max(one, other));
        foreach (var (narrow, wide) in All(counts.Events, counts.Of, less).Zip(All(counts.Events, counts.Of, more)))
            Assert.True(wide.Low <= narrow.Low + 1e-14 && narrow.High <= wide.High + 1e-14, $"{narrow} and {wide}");
    });

    [Fact]
    public void An_event_counted_as_its_opposite_mirrors_the_interval() => Gen.Select(Counts, Confidences).Sample((counts, confidence) =>
    {
        foreach (var (of, other) in All(counts.Events, counts.Of, confidence).Zip(All(counts.Of - counts.Events, counts.Of, confidence)))
            Near.Equal(new(1 - other.High, 1 - other.Low), of, 1e-9);
    });

    static Interval[] All(int events, int of, double confidence) =>
    [
        Proportion.Wilson(events, of, confidence)!,
        Proportion.WilsonCorrected(events, of, confidence)!,
        Proportion.ClopperPearson(events, of, confidence)!,
    ];
}
