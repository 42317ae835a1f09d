using CsCheck;

namespace Periop.Statistics.Tests;

public class ProportionTests
{
    static readonly Gen<(int Events, int Of)> Counts = from n in Gen.OneOf(Gen.Int[1, 40], Gen.Int[1, 20_000]) from x in Gen.Int[0, n] select (x, n);

    static readonly Gen<double> Confidences = Gen.Double[0.5, 0.999];

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
