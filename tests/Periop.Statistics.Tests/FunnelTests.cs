using CsCheck;
using Periop.Statistics.Funnels;

namespace Periop.Statistics.Tests;

public class FunnelTests
{
    static readonly Gen<CountedGroup[]> Groups =
        (from n in Gen.Int[1, 400] from x in Gen.Int[0, n] from name in Gen.Int[0, 99] select new CountedGroup($"S-{name}", x, n)).Array[1, 12];

    static readonly Gen<ExpectedGroup[]> Ratios =
        (from e in Gen.Double[.5, 80] from o in Gen.Int[0, 120] select new ExpectedGroup("S-1", o, e)).Array[1, 12];

    [Fact]
    public void The_target_is_the_pooled_rate_unless_one_is_given()
    {
        CountedGroup[] groups = [new("S-1", 4, 100), new("S-2", 8, 100)];
        Assert.Equal(.06, Funnel.OfProportions(groups).Target);
        Assert.Equal(.02, Funnel.OfProportions(groups, .02).Target);
    }

    [Fact]
    public void A_count_that_is_not_rare_does_not_signal_though_it_is_beyond_the_line()
    {
        var point = Funnel.OfProportions([new("S-1", 3, 20)], .05).Points[0];
        Assert.True(point.Rate > point.Limits!.Limits95.High);
        Assert.Equal(FunnelSignal.None, point.Signal);
        Near.Equal(.0754836737885, point.Tail, Near.Closed);
    }

    [Theory]
    [InlineData(4, 20, .05, FunnelSignal.High95)]
    [InlineData(6, 20, .05, FunnelSignal.High998)]
    [InlineData(0, 182, .02, FunnelSignal.None)]
    [InlineData(0, 183, .02, FunnelSignal.Low95)]
    [InlineData(0, 341, .02, FunnelSignal.Low95)]
    [InlineData(0, 342, .02, FunnelSignal.Low998)]
    [InlineData(5, 100, .05, FunnelSignal.None)]
    public void The_exact_tail_decides(int events, int of, double target, FunnelSignal signal) =>
        Assert.Equal(signal, Funnel.OfProportions([new("S-1", events, of)], target).Points[0].Signal);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_target_that_leaves_no_choice_is_one(double target)
    {
        var points = Funnel.OfProportions([new("none", 0, 30), new("some", 10, 30), new("all", 30, 30)], target).Points;
        var asked = target == 0 ? points[0] : points[2];
        Assert.Equal((FunnelSignal.None, 1.0), (asked.Signal, asked.Tail));
        Assert.All(points.Except([asked]), p => Assert.Equal(target == 0 ? FunnelSignal.High998 : FunnelSignal.Low998, p.Signal));
    }

    [Fact]
    public void It_says_from_how_many_cases_a_group_without_event_can_signal()
    {
        var funnel = Funnel.OfProportions([new("S-1", 1, 50)], .01);
        Assert.Equal((368, 688), (funnel.SignalsLowFrom95, funnel.SignalsLowFrom998));
        Assert.Null(Funnel.OfProportions([new("S-1", 0, 50)]).SignalsLowFrom95);
    }

    [Fact]
    public void A_group_without_cases_stays_in_its_place_without_a_rate()
    {
        var point = Funnel.OfProportions([new("S-1", 1, 50), new("S-2", 0, 0)]).Points[1];
        Assert.Equal(new("S-2", 0, 0, null, null, null, null, FunnelSignal.None), point);
    }

    [Fact]
    public void Without_any_case_there_is_no_target()
    {
        var funnel = Funnel.OfProportions([new("S-1", 0, 0)]);
        Assert.Null(funnel.Target);
        Assert.Single(funnel.Points);
    }

    [Fact]
    public void A_group_with_less_than_one_event_expected_has_no_ratio() =>
        Assert.Equal(new("S-1", 2, .9, null, null, null, null, FunnelSignal.None), Funnel.OfRatios([new("S-1", 2, .9)]).Points[0]);

    [Fact]
    public void Signals_do_not_depend_on_the_order_of_groups() => Gen.Select(Groups, Gen.Bool).Sample((groups, adjust) =>
    {
        var (there, back) = (Funnel.OfProportions(groups, adjust: adjust), Funnel.OfProportions([.. groups.Reverse()], adjust: adjust));
        foreach (var (one, other) in there.Points.Zip(back.Points.Reverse()))
        {
            Assert.Equal((one.Signal, one.Tail, one.Limits), (other.Signal, other.Tail, other.Limits));
            Assert.Equal(one.Adjusted is null, other.Adjusted is null);
            if (one.Adjusted is { } adjusted)
                Near.Equal(adjusted.Limits.Limits95, other.Adjusted!.Limits.Limits95, Near.Closed);
        }
    });

    [Fact]
    public void Neither_do_those_of_ratios() => Ratios.Sample(groups =>
        Assert.Equal(Funnel.OfRatios(groups).Points, Funnel.OfRatios([.. groups.Reverse()]).Points.Reverse()));

    [Fact]
    public void Limits_lie_around_the_target_and_the_outer_beyond_the_inner() => Gen.Select(Gen.Int[1, 5_000], Gen.Double[.001, .999]).Sample((n, target) =>
    {
        var (inner, outer) = (FunnelLimits.OfProportion(n, target).Limits95, FunnelLimits.OfProportion(n, target).Limits998);
        Assert.True(0 <= outer.Low && outer.Low <= inner.Low && inner.High <= outer.High && outer.High <= 1, $"{inner} {outer}");
        Assert.True(inner.Low <= target, $"{inner}");
    });

    [Fact]
    public void A_signal_outside_998_is_one_outside_95_and_beyond_the_line() => Gen.Select(Groups, Gen.Double[.01, .99]).Sample((groups, target) =>
        Assert.All(Funnel.OfProportions(groups, target).Points, p =>
        {
            if (p.Signal is FunnelSignal.High95 or FunnelSignal.High998)
                Assert.True(p.Rate > p.Limits!.Limits95.High, $"{p}");
            if (p.Signal is FunnelSignal.High998)
                Assert.True(p.Rate > p.Limits!.Limits998.High && p.Tail < .001, $"{p}");
        }));

    [Fact]
    public void Overdispersion_widens_limits_and_leaves_the_exact_signal_as_it_is()
    {
        CountedGroup[] groups = [new("S-1", 2, 100), new("S-2", 20, 100), new("S-3", 4, 100), new("S-4", 16, 100), new("S-5", 9, 100)];
        var (plain, adjusted) = (Funnel.OfProportions(groups), Funnel.OfProportions(groups, adjust: true));
        Assert.True(adjusted.Dispersion!.BetweenVariance > 0);
        foreach (var (one, other) in plain.Points.Zip(adjusted.Points))
        {
            Assert.Null(one.Adjusted);
            Assert.Equal((one.Signal, one.Tail, one.Limits), (other.Signal, other.Tail, other.Limits));
            Assert.True(other.Adjusted!.Limits.Limits95.High > one.Limits!.Limits95.High);
        }
        Assert.Equal((FunnelSignal.High95, FunnelSignal.None), (adjusted.Points[1].Signal, adjusted.Points[1].Adjusted!.Signal));
    }

    [Fact]
    public void Groups_that_differ_less_than_by_chance_have_limits_that_are_not_widened()
    {
        var spread = Overdispersion.Of(DispersionForm.Cqc, [(10, 10), (20, 20), (30, 30)], 1)!;
        Assert.Equal((0.0, 0.0), (spread.Phi, spread.BetweenVariance));
    }

    [Fact]
    public void The_outermost_are_moved_inwards_or_left_out()
    {
        (int, double)[] groups = [.. Enumerable.Range(0, 20).Select(i => (i == 0 ? 100 : 20 + i % 3, 21.0))];
        var (none, winsorised, truncated) = (Of(Trimming.None), Of(Trimming.Winsorised), Of(Trimming.Truncated));
        Assert.True(none.Phi > 5 && winsorised.Phi < 1 && truncated.Phi < 1, $"{none.Phi} {winsorised.Phi} {truncated.Phi}");

        Overdispersion Of(Trimming trimming) => Overdispersion.Of(DispersionForm.Cqc, groups, 1, trimming)!;
    }

    [Fact]
    public void Limits_of_the_SHMI_are_those_of_its_formula() => Near.Equal(
        new(Math.Exp(-1.959963984540054 * Math.Sqrt(.02 + .01)), Math.Exp(1.959963984540054 * Math.Sqrt(.02 + .01))),
        new Overdispersion(DispersionForm.Shmi, Trimming.None, 1, 2, .01, []).Limits(50).Limits95, Near.Closed);

    [Fact]
    public void Around_another_target_as_many_more_events_are_expected()
    {
        Assert.Equal(FunnelTail.OfRatio(30, 20), FunnelTail.OfRatio(30, 10, 2));
        var (twice, once) = (FunnelLimits.OfRatio(10, 2), FunnelLimits.OfRatio(20));
        Near.Equal(new(2 * once.Limits95.Low, 2 * once.Limits95.High), twice.Limits95, Near.Closed);
    }

    [Theory]
    [InlineData(1.0, 1.0)]
    [InlineData(.999, null)]
    public void Groups_together_have_a_ratio_from_one_expected_event_on(double expected, double? ratio) =>
        Assert.Equal(ratio, Funnel.PooledRatio([new("S-1", 1, expected / 2), new("S-2", 0, expected / 2)]));

    [Fact]
    public void A_group_without_cases_does_not_count_towards_the_spread()
    {
        CountedGroup[] groups = [new("S-1", 2, 100), new("S-2", 20, 100), new("S-3", 4, 100)];
        Assert.Equal(
            Funnel.OfProportions(groups, adjust: true).Dispersion!.Phi, Funnel.OfProportions([.. groups, new("S-4", 0, 0)], adjust: true).Dispersion!.Phi);
    }
}
