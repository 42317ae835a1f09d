using CsCheck;
using Periop.Statistics.Charts;

namespace Periop.Statistics.Tests;

public class ChartTests
{
    [Fact]
    public void A_month_without_cases_is_a_gap_and_not_0()
    {
        var chart = ControlChart.Of(ChartKind.P, [new(2, 50), new(0, 0), new(4, 50)]);
        Assert.Equal(new(null, 0, .06, null, false), chart.Points[1]);
        Assert.Equal((.06, 2), (chart.Phases[0].Centre, chart.Phases[0].Count));
    }

    [Fact]
    public void Limits_of_a_proportion_follow_its_cases_and_stay_within_0_and_1()
    {
        var chart = ControlChart.Of(ChartKind.P, [new(1, 20), new(10, 200), new(99, 1980)]);
        Assert.Equal(0, chart.Points[0].Limits!.Low);
        Assert.True(chart.Points[0].Limits!.High > chart.Points[1].Limits!.High);
        Assert.InRange(ControlChart.Of(ChartKind.P, [new(19, 20), new(190, 200)]).Points[0].Limits!.High, .95, 1);
    }

    [Fact]
    public void A_rate_is_charted_over_its_exposure()
    {
        var chart = ControlChart.Of(ChartKind.U, [new(5, 100), new(15, 100)]);
        Near.Equal(.1, chart.Phases[0].Centre, Near.Closed);
        Near.Equal(new(.1 - 3 * Math.Sqrt(.001), .1 + 3 * Math.Sqrt(.001)), chart.Points[0].Limits, Near.Closed);
    }

    [Fact]
    public void Laneys_limits_are_those_of_p_where_periods_differ_as_by_chance_and_wider_where_they_differ_more()
    {
        ChartValue[] values = [.. new[] { 300, 200, 320, 180, 310, 190 }.Select(x => new ChartValue(x, 5_000))];
        var (p, laney) = (ControlChart.Of(ChartKind.P, values), ControlChart.Of(ChartKind.PPrime, values));
        var z = values.Select(v => (v.Value!.Value / 5_000 - .05) / Math.Sqrt(.05 * .95 / 5_000)).ToList();
        var sigma = z.Zip(z.Skip(1), (a, b) => Math.Abs(b - a)).Average() / 1.128;
        Near.Equal(.05 + sigma * (p.Points[0].Limits!.High - .05), laney.Points[0].Limits!.High, Near.Closed);
        Assert.Contains(p.Points, v => v.IsOutside);
        Assert.DoesNotContain(laney.Points, v => v.IsOutside);
    }

    [Fact]
    public void Fewer_than_12_values_make_trial_limits()
    {
        Assert.True(Flat(11).Phases[0].IsTrial);
        Assert.False(Flat(12).Phases[0].IsTrial);
    }

    [Fact]
    public void A_baseline_makes_the_limits_of_what_follows()
    {
        ChartValue[] values = [new(5, 100), new(5, 100), new(30, 100), new(30, 100)];
        var chart = ControlChart.Of(ChartKind.P, values, baseline: new(0, 1));
        Assert.Equal((.05, 2, true), (chart.Phases[0].Centre, chart.Phases[0].Count, chart.Phases[0].IsTrial));
        Assert.Equal([false, false, true, true], chart.Points.Select(p => p.IsOutside));
    }

    [Fact]
    public void A_split_begins_a_phase_with_limits_and_runs_of_its_own()
    {
        ChartValue[] values = [.. Enumerable.Repeat(new ChartValue(5, 100), 6), .. Enumerable.Repeat(new ChartValue(30, 100), 6)];
        var chart = ControlChart.Of(ChartKind.P, values, RuleSet.Shewhart(6), splits: [6]);
        Assert.Equal([(0, 5, .05), (6, 11, .3)], chart.Phases.Select(p => (p.Span.From, p.Span.To, p.Centre)));
        Assert.Empty(chart.Phases.SelectMany(p => p.Signals));
        Assert.Equal([.05, .3], [chart.Points[0].Centre!.Value, chart.Points[6].Centre!.Value]);
    }

    [Fact]
    public void A_phase_without_any_value_has_no_limits()
    {
        var chart = ControlChart.Of(ChartKind.P, [new(0, 0), new(null, 0), new(1, 10)], splits: [2]);
        Assert.Equal(new ChartSpan(2, 2), Assert.Single(chart.Phases).Span);
        Assert.Equal(new(null, 0, null, null, false), chart.Points[0]);
        Assert.Empty(ControlChart.Of(ChartKind.G, []).Phases);
    }

    [Fact]
    public void Each_of_several_splits_begins_a_phase()
    {
        var chart = ControlChart.Of(ChartKind.Individuals, [new(1), new(1), new(5), new(5), new(9), new(9)], splits: [4, 2]);
        Assert.Equal([1.0, 1, 5, 5, 9, 9], chart.Points.Select(p => p.Centre));
        Assert.Equal([0, 2, 4], chart.Phases.Select(p => p.Span.From));
    }

    [Fact]
    public void What_stands_before_and_behind_a_baseline_does_not_count()
    {
        var chart = ControlChart.Of(ChartKind.Individuals, [new(9), new(1), new(1), new(9)], baseline: new(1, 2));
        Assert.Equal((1, 2), (chart.Phases[0].Centre, chart.Phases[0].Count));
    }

    [Fact]
    public void A_gap_is_left_out_of_the_limits_of_every_kind() => Gen.Enum<ChartKind>().Sample(kind =>
    {
        var chart = ControlChart.Of(kind, [new(2, 40), new(null, 40), new(4, 40), new(3, 40)]);
        Assert.Equal(3, chart.Phases[0].Count);
        Assert.Null(chart.Points[1].Limits);
    });

    [Theory]
    [InlineData(ChartKind.P, 40, 40)]
    [InlineData(ChartKind.PPrime, 40, 40)]
    [InlineData(ChartKind.U, 40, 40)]
    [InlineData(ChartKind.G, 1, 0)]
    [InlineData(ChartKind.T, 1, 0)]
    [InlineData(ChartKind.Individuals, 1, 0)]
    public void A_point_says_of_how_many_it_is(ChartKind kind, double of, double ofGap) =>
        Assert.Equal([of, ofGap], ControlChart.Of(kind, [new(2, 40), new(null, 40)]).Points.Select(p => p.Of));

    [Fact]
    public void Laneys_spread_is_that_of_periods_of_different_size()
    {
        // p = 18/70; σz from z of -0.410, 2.487 and -1.551
        var p = 18 / 70.0;
        double[] z = [.. new[] { (2, 10), (10, 20), (6, 40) }.Select(v => (v.Item1 / (double)v.Item2 - p) / Math.Sqrt(p * (1 - p) / v.Item2))];
        var sigma = (Math.Abs(z[1] - z[0]) + Math.Abs(z[2] - z[1])) / 2 / 1.128;
        var chart = ControlChart.Of(ChartKind.PPrime, [new(2, 10), new(10, 20), new(6, 40)]);
        Near.Equal(p + 2 * sigma * Math.Sqrt(p * (1 - p) / 40), chart.Points[2].Warning!.High, Near.Closed);
    }

    [Theory]
    [InlineData(ChartKind.P, 11, 10)]
    [InlineData(ChartKind.P, -1, 10)]
    [InlineData(ChartKind.U, -1, 10)]
    [InlineData(ChartKind.G, -1, 1)]
    [InlineData(ChartKind.T, double.NaN, 1)]
    public void What_cannot_be_counted_is_refused(ChartKind kind, double value, double of) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ControlChart.Of(kind, [new(value, of)]));

    [Fact]
    public void Cases_between_events_count_from_the_start_and_from_each_event()
    {
        Assert.Equal([2, 0, 1], Gaps.Cases([false, false, true, true, false, true, false, false]));
        Assert.Empty(Gaps.Cases([false, false]));
    }

    [Fact]
    public void Two_events_on_a_day_are_0_days_apart() =>
        Assert.Equal([0, 31], Gaps.Days([new(2026, 1, 1), new(2026, 1, 1), new(2026, 2, 1)]));

    [Fact]
    public void Across_a_gap_there_is_no_moving_range()
    {
        var chart = ControlChart.Of(ChartKind.Individuals, [new(1), new(2), new(null), new(10), new(11)]);
        Near.Equal(6 + 3 / 1.128, chart.Points[0].Limits!.High, Near.Closed);
    }

    [Fact]
    public void A_p_chart_holds_the_same_whatever_the_order_of_its_months() =>
        (from n in Gen.Int[1, 200] from x in Gen.Int[0, n] select new ChartValue(x, n)).Array[1, 30].Sample(values =>
            Assert.Equal(ControlChart.Of(ChartKind.P, values).Points, ControlChart.Of(ChartKind.P, [.. values.Reverse()]).Points.Reverse()));

    [Fact]
    public void No_chart_of_equal_values_signals() => Gen.Select(Gen.Enum<ChartKind>(), Gen.Int[1, 30], Gen.Int[0, 40]).Sample((kind, count, value) =>
    {
        foreach (var rules in new[] { RuleSet.Anhoej, RuleSet.MdcXmr, RuleSet.Shewhart() })
            Assert.Empty(ControlChart.Of(kind, [.. Enumerable.Repeat(new ChartValue(value, 40), count)], rules).Phases.SelectMany(p => p.Signals));
    });

    static ControlChart Flat(int count) => ControlChart.Of(ChartKind.P, [.. Enumerable.Repeat(new ChartValue(3, 50), count)]);
}
