using CsCheck;
using Periop.Statistics.Cusums;

namespace Periop.Statistics.Tests;

public class CusumTests
{
    static readonly Gen<ExpectedCase[]> Series = (from p in Gen.Double[.01, .6] from y in Gen.Bool select new ExpectedCase(p, y)).Array[1, 80];

    [Fact]
    public void It_signals_at_the_limit_keeps_the_value_and_begins_anew()
    {
        var weight = Cusum.Weight(.1, true, 2);
        var series = Cusum.Of([.. Enumerable.Repeat(new ExpectedCase(.1, true), 5)], 2, 2 * weight);
        Assert.Equal([2, 4], series.Signals);
        foreach (var (value, times) in series.Points.Select(p => p.Value).Zip([1, 2, 1, 2, 1]))
            Near.Equal(times * weight, value, Near.Closed);
    }

    [Fact]
    public void Improvement_goes_down_to_a_limit_below_0()
    {
        var series = Cusum.Of([.. Enumerable.Repeat(new ExpectedCase(.3, false), 6)], .5, -.4);
        Assert.True(series.Points[0].Value < 0);
        Assert.Equal([3, 6], series.Signals);
        Assert.Equal(0, Cusum.Of([new(.3, true)], .5, -.4).Points[0].Value);
    }

    [Fact]
    public void Without_a_limit_nothing_signals_and_nothing_begins_anew()
    {
        var series = Cusum.Of([.. Enumerable.Repeat(new ExpectedCase(.1, true), 50)], 2, null);
        Assert.Empty(series.Signals);
        Near.Equal(50 * Cusum.Weight(.1, true, 2), series.Points[^1].Value, Near.Closed);
    }

    [Fact]
    public void The_VLAD_goes_on_through_signals()
    {
        var series = Cusum.Of([new(.1, true), new(.2, false), new(.3, true)], 2, .1);
        foreach (var (vlad, point) in new[] { -.9, -.7, -1.4 }.Zip(series.Points))
            Near.Equal(vlad, point.Vlad, Near.Closed);
    }

    [Theory]
    [InlineData(2, -1.0)]
    [InlineData(2, 0.0)]
    [InlineData(.5, 1.0)]
    [InlineData(1, 1.0)]
    [InlineData(0, 1.0)]
    [InlineData(double.NaN, 1.0)]
    public void A_limit_lies_on_the_side_that_is_looked_at(double oddsRatio, double limit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Cusum.Of([new(.1, true)], oddsRatio, limit));

    [Fact]
    public void What_comes_later_changes_no_earlier_signal() => Gen.Select(Series, Series).Sample((before, after) =>
    {
        var (early, whole) = (Cusum.Of(before, 2, 1.5), Cusum.Of([.. before, .. after], 2, 1.5));
        Assert.Equal(early.Points, whole.Points.Take(before.Length));
    });

    [Fact]
    public void Turned_around_the_weights_of_event_and_no_event_look_for_the_opposite() => Series.Sample(cases =>
    {
        // odds of no event, twice as high, are odds of the event half as high
        var (down, up) = (Cusum.Of(cases, .5, null), Cusum.Of([.. cases.Select(c => new ExpectedCase(1 - c.Expected, !c.HadEvent))], 2, null));
        foreach (var (one, other) in down.Points.Zip(up.Points))
            Near.Equal(-one.Value, other.Value, Near.Closed);
    });

    [Fact]
    public void A_series_of_few_cases_has_the_limit_of_all_its_outcomes()
    {
        var limit = CusumLimit.For([.1], 2, .05, 10);
        Assert.Equal((1.41227, .05106), (Math.Round(limit.Value, 5), Math.Round(limit.Reached, 5)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(.5)]
    public void The_chain_agrees_with_all_outcomes_where_both_can_be_had(double oddsRatio)
    {
        double[] expected = [.02, .1, .05, .3, .15, .08, .2];
        CusumStep[] steps = [.. from i in Enumerable.Range(0, 15)
                                let p = expected[i % expected.Length]
                                select new CusumStep(p, Cusum.Weight(p, true, oddsRatio), Cusum.Weight(p, false, oddsRatio))];
        // between attainable heights the share of a sum is of no consequence
        foreach (var height in oddsRatio > 1 ? [.9, 1.3, 1.7, 2.2] : new[] { .3, .5, .7, .9 })
            Assert.InRange(CusumChain.Reaches(steps, height),
                EveryOutcome.Reaches(steps, height + .02) - .005, EveryOutcome.Reaches(steps, height - .02) + .005);
    }

    [Theory]
    [InlineData(.05, 2, 100)]
    [InlineData(.02, 2, 100)]
    [InlineData(.1, 2, 60)]
    [InlineData(.05, .5, 100)]
    public void A_limit_over_many_cases_is_reached_as_often_as_it_says(double p, double oddsRatio, int over)
    {
        var limit = CusumLimit.For([p], oddsRatio, .05, over);
        var height = Math.Abs(limit.Value);
        Assert.InRange(limit.Reached, .05, .06);
        // what is attainable near the limit is reached more often just below it, and less often just above
        Assert.InRange(limit.Reached, Reaches(p, oddsRatio, over, height + .02) - .001, Reaches(p, oddsRatio, over, height - .02) + .001);
        Assert.True(Reaches(p, oddsRatio, over, height + .04) <= .05);
    }

    [Fact]
    public void A_given_limit_says_how_often_it_is_reached_without_any_change()
    {
        Near.Equal(.05106, CusumLimit.Given(1.41227, [.1], 2, 10).Reached, 5e-6);
        Assert.InRange(CusumLimit.Given(4.5, [.065], 2, 100).Reached, .0005, .01);
    }

    [Fact]
    public void Expected_probabilities_are_repeated_when_there_are_fewer_cases() =>
        Assert.Equal(CusumLimit.For([.1, .2, .1, .2, .1], 2, .05, 5), CusumLimit.For([.1, .2], 2, .05, 5));

    [Fact]
    public void A_limit_is_above_0_even_where_no_event_is_likely_at_all()
    {
        Near.Equal(Cusum.Weight(.0001, true, 2), CusumLimit.For([.0001], 2, .05, 10).Value, Near.Closed);
        Near.Equal(Math.Log(2), CusumLimit.For([0], 2, .05, 10).Value, Near.Closed);
        Assert.InRange(CusumLimit.For([.0001], 2).Value, Cusum.Weight(.0001, true, 2), .72);
        Assert.InRange(CusumLimit.For([0], 2).Value, Math.Log(2), .72);
    }

    [Fact]
    public void A_rarer_false_alarm_or_a_longer_watch_has_a_farther_limit()
    {
        Assert.True(CusumLimit.For([.05], 2, .01).Value > CusumLimit.For([.05], 2, .05).Value);
        Assert.True(CusumLimit.For([.05], 2, .05, 500).Value > CusumLimit.For([.05], 2, .05, 100).Value);
    }

    /// <summary>Exact for one expected probability: there are then few sums that can be attained, however many cases follow.</summary>
    static double Reaches(double p, double oddsRatio, int over, double height)
    {
        var (had, none) = (Cusum.Weight(p, true, oddsRatio), Cusum.Weight(p, false, oddsRatio));
        var (sums, reached) = (new Dictionary<double, double> { [0] = 1 }, 0.0);
        for (var i = 0; i < over; i++)
        {
            var next = new Dictionary<double, double>();
            foreach (var (sum, probability) in sums)
                foreach (var (weight, share) in new[] { (had, p), (none, 1 - p) })
                    if (Math.Max(0, Math.Round(sum + weight, 9)) is var to && to >= height - 1e-6)
                        reached += probability * share;
                    else
                        next[to] = next.GetValueOrDefault(to) + probability * share;
            sums = next;
        }
        return reached;
    }
}
