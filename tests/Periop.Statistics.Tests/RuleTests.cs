using Periop.Statistics.Charts;

namespace Periop.Statistics.Tests;

/// <summary>Runs and rules about a centre line at 0.</summary>
public class RuleTests
{
    [Theory]
    [InlineData(10, 6, 2)]
    [InlineData(12, 7, 3)]
    [InlineData(20, 7, 6)]
    [InlineData(24, 8, 8)]
    public void Expected_runs_follow_the_useful_points(int useful, int longest, int crossings)
    {
        var runs = RunsAnalysis.Of([.. Enumerable.Range(0, useful).Select(i => i % 2 == 0 ? 1.0 : -1)], 0);
        Assert.Equal((useful, longest, crossings), (runs.Useful, runs.LongestExpected, runs.FewestExpected));
    }

    [Fact]
    public void A_run_that_is_too_long_signals_by_Anhoej_and_one_that_is_not_does_not()
    {
        Assert.Contains(Signals(RuleSet.Anhoej, [.. Alternating(6), .. Times(8, 1), .. Alternating(6)]), s => s is { Rule: "long-run", Side: 1 });
        Assert.DoesNotContain(Signals(RuleSet.Anhoej, [.. Alternating(6), -1, .. Times(7, 1), .. Alternating(6).Reverse()]), s => s.Rule == "long-run");
    }

    [Fact]
    public void A_line_that_is_crossed_too_rarely_signals_by_Anhoej()
    {
        Assert.Contains(Signals(RuleSet.Anhoej, [1, 1, 1, 1, -1, -1, -1, -1, 1, 1, 1, 1, -1, -1, -1, -1, 1, 1, 1, 1]), s => s.Rule == "few-crossings");
        Assert.DoesNotContain(Signals(RuleSet.Anhoej, Alternating(20)), s => s.Rule == "few-crossings");
    }

    [Fact]
    public void Points_on_the_line_are_no_points_to_Anhoej_and_break_a_run_of_the_others()
    {
        double[] values = [1, 1, 1, 1, 0, 1, 1, 1];
        Assert.Equal((7, 7), (RunsAnalysis.Of(values, 0).Useful, RunsAnalysis.Of(values, 0).Longest));
        Assert.DoesNotContain(Signals(RuleSet.MdcXmr, values), s => s.Rule == "one-side");
        Assert.DoesNotContain(Signals(RuleSet.Shewhart(7), values), s => s.Rule == "one-side");
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    public void Seven_on_one_side_signal_by_mdc_xmr(int times, bool signals) =>
        Assert.Equal(signals, Signals(RuleSet.MdcXmr, [.. Times(times, -1), 1]).Contains(new("one-side", new(3, times + 2), -1)));

    [Theory]
    [InlineData(8, 7, false)]
    [InlineData(8, 8, true)]
    [InlineData(9, 8, false)]
    [InlineData(6, 6, true)]
    public void As_many_on_one_side_as_asked_signal_by_shewhart(int shift, int times, bool signals) =>
        Assert.Equal(signals, Signals(RuleSet.Shewhart(shift), [.. Times(times, 1), -1]).Any(s => s.Rule == "one-side"));

    [Theory]
    [InlineData(new[] { -1.5, -1, -.5, .2, .5, 1, 1.5 }, true)]
    [InlineData(new[] { -1.5, -1, -.5, .2, .5, 1 }, false)]
    [InlineData(new[] { -1.5, -1, -.5, -.5, .2, .5, 1, 1.5 }, false)]
    [InlineData(new[] { -1.5, -1, -.5, .2, .1, .5, 1, 1.5 }, false)]
    public void Seven_each_beyond_the_one_before_are_a_trend(double[] values, bool signals) =>
        Assert.Equal(signals, Signals(RuleSet.MdcXmr, [1, .. values, -2]).Any(s => s is { Rule: "trend", Side: 1 }));

    [Theory]
    [InlineData(2.2, 1, 2.2, true)]
    [InlineData(2.2, 2.2, 1, true)]
    [InlineData(2.2, 1, 1, false)]
    [InlineData(2.2, -1, 2.2, false)]
    [InlineData(2.2, 0, 2.2, false)]
    [InlineData(-2.2, -1, -2.2, true)]
    public void Two_of_three_on_one_side_beyond_2_sigma_signal_by_mdc_xmr(double one, double two, double three, bool signals) =>
        Assert.Equal(signals, Signals(RuleSet.MdcXmr, [one, two, three]).Any(s => s.Rule == "two-of-three"));

    [Fact]
    public void A_point_beyond_3_sigma_signals_by_mdc_xmr_and_shewhart()
    {
        foreach (var rules in new[] { RuleSet.MdcXmr, RuleSet.Shewhart() })
            Assert.Equal([new("outside", new(4, 4), 1)], Signals(rules, [1, 3.5, -1]));
        Assert.Equal([new("outside", new(4, 4), -1)], Signals(RuleSet.Shewhart(), [1, -3.5, -1]));
        Assert.Empty(Signals(RuleSet.Anhoej, [1, 3.5, -1]));
    }

    [Fact]
    public void A_trend_goes_from_its_first_point_to_its_last() =>
        Assert.Contains(new("trend", new(4, 10), 1), Signals(RuleSet.MdcXmr, [1, -1.5, -1, -.5, .2, .5, 1, 1.5, -2]));

    [Fact]
    public void A_gap_is_no_point_and_breaks_no_run() =>
        Assert.Equal([new("one-side", new(3, 10), 1)], Signals(RuleSet.MdcXmr, [1, 1, 1, 1, null, 1, 1, 1, -1]));

    [Fact]
    public void Rule_sets_say_their_name_and_version()
    {
        Assert.Equal(("anhoej", 1, null), (RuleSet.Anhoej.Name, RuleSet.Anhoej.Version, RuleSet.Anhoej.Shift));
        Assert.Equal(("mdc-xmr", 1, null), (RuleSet.MdcXmr.Name, RuleSet.MdcXmr.Version, RuleSet.MdcXmr.Shift));
        Assert.Equal(("shewhart", 1, 8), (RuleSet.Shewhart().Name, RuleSet.Shewhart().Version, RuleSet.Shewhart().Shift));
    }

    /// <summary>In standard deviations: a baseline of two values, 1.128 apart, holds the lines, and a value on the line keeps it apart.</summary>
    static IReadOnlyList<RuleSignal> Signals(RuleSet rules, IEnumerable<double?> values) =>
        ControlChart.Of(ChartKind.Individuals, [new(-.564), new(.564), new(0), .. values.Select(v => new ChartValue(v))], rules, new(0, 1)).Phases[0].Signals;

    static IReadOnlyList<RuleSignal> Signals(RuleSet rules, IEnumerable<double> values) => Signals(rules, values.Select(v => (double?)v));

    static double[] Alternating(int count) => [.. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? 1.0 : -1)];

    static IEnumerable<double> Times(int count, double value) => Enumerable.Repeat(value, count);
}
