using CsCheck;
using Periop.Statistics.Funnels;

namespace Periop.Statistics.Tests;

/// <summary>In the form of the CQC a group of k² events where one is expected has z = 2(k - 1), with s = 1/2.</summary>
public class OverdispersionTests
{
    [Fact]
    public void Winsorised_the_outermost_tenths_are_moved_to_quantiles_between_order_statistics()
    {
        // z -2, 0, 2, 4, 6: the tenth and nine tenths lie at -1.2 and 5.2
        var spread = Overdispersion.Of(DispersionForm.Cqc, Squares(5), 1, Trimming.Winsorised)!;
        Near.Equal((1.44 + 0 + 4 + 16 + 27.04) / 5, spread.Phi, Near.Closed);
        Near.Equal((48.48 - 4) / (20 - 80 / 20.0), spread.BetweenVariance, Near.Closed);
        Assert.Equal([-2.0, 0, 2, 4, 6], spread.Z);
    }

    [Fact]
    public void Truncated_the_outermost_tenths_are_left_out()
    {
        // of 19 the lowest and the two highest: z 0, 2 ... 30 are left
        var spread = Overdispersion.Of(DispersionForm.Cqc, Squares(19), 1, Trimming.Truncated)!;
        Near.Equal(Enumerable.Range(0, 16).Sum(k => 4.0 * k * k) / 16, spread.Phi, Near.Closed);
        Assert.Equal(19, spread.Z.Count);
    }

    [Theory]
    [InlineData(DispersionForm.Arcsine, .5, Trimming.Winsorised)]
    [InlineData(DispersionForm.Cqc, 1, Trimming.Winsorised)]
    [InlineData(DispersionForm.Shmi, 1, Trimming.Truncated)]
    public void Each_form_is_trimmed_its_own_way(DispersionForm form, double target, Trimming trimming) =>
        Assert.Equal(trimming, Overdispersion.Of(form, [(1, 2), (1, 2)], target)!.Trimming);

    [Fact]
    public void Two_groups_are_enough_to_differ_and_one_is_not()
    {
        Near.Equal((4 + 4 - 1) / (8 - 32 / 8.0), Overdispersion.Of(DispersionForm.Cqc, [(0, 1), (4, 1)], 1, Trimming.None)!.BetweenVariance, Near.Closed);
        Assert.Equal(0, Overdispersion.Of(DispersionForm.Cqc, [(4, 1)], 1, Trimming.None)!.BetweenVariance);
    }

    [Fact]
    public void Around_another_target_limits_follow_it()
    {
        const double Z = 1.959963984540054;
        var (ofLogs, ofRoots) = (Z * Math.Sqrt(1 / (50 * 2.0) + .01), Z * Math.Sqrt(1 / (4 * 50.0) + .01));
        Near.Equal(new(2 * Math.Exp(-ofLogs), 2 * Math.Exp(ofLogs)), Limits(DispersionForm.Shmi, 2), Near.Closed);
        Near.Equal(
            new(Math.Pow(Math.Sqrt(2) - ofRoots, 2), Math.Pow(Math.Sqrt(2) + ofRoots, 2)), Limits(DispersionForm.Cqc, 2), Near.Closed);
        Assert.Equal(0, new Overdispersion(DispersionForm.Cqc, Trimming.None, .01, 2, 1, []).Limits(1).Limits95.Low);
        Assert.Equal(1, new Overdispersion(DispersionForm.Arcsine, Trimming.None, .99, 2, 1, []).Limits(1).Limits95.High);

        static Interval Limits(DispersionForm form, double target) => new Overdispersion(form, Trimming.None, target, 2, .01, []).Limits(50).Limits95;
    }

    [Fact]
    public void A_group_signals_when_it_lies_beyond_its_widened_limits() => Gen.Select(
        Gen.Enum<DispersionForm>(), Gen.Int[1, 40], Gen.Int[40, 60], Gen.Double[.1, .4], Gen.Double[.001, .1])
        .Sample((form, events, size, target, between) =>
        {
            var spread = new Overdispersion(form, Trimming.None, target, 2, between, []);
            var (rate, limits) = (events / (double)size, spread.Limits(size));
            Assert.Equal(
                rate < limits.Limits998.Low ? FunnelSignal.Low998 : rate > limits.Limits998.High ? FunnelSignal.High998
                : rate < limits.Limits95.Low ? FunnelSignal.Low95 : rate > limits.Limits95.High ? FunnelSignal.High95 : FunnelSignal.None,
                spread.SignalOf(events, size));
        });

    static (int, double)[] Squares(int groups) => [.. Enumerable.Range(0, groups).Select(k => (k * k, 1.0))];
}
