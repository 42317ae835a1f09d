using Periop.Statistics.Charts;
using Periop.Statistics.Cusums;
using Periop.Statistics.Funnels;

namespace Periop.Statistics.Tests;

/// <summary>What no figure can be made of is refused, whatever good there is beside it.</summary>
public class RefusedFigures
{
    static readonly Dictionary<string, Action> Asked = new()
    {
        ["a split before the values"] = () => Charted(splits: [-1, 1]),
        ["a split behind the values"] = () => Charted(splits: [1, 4]),
        ["a baseline from before the values"] = () => Charted(new(-1, 1)),
        ["a baseline to behind the values"] = () => Charted(new(2, 4)),
        ["a baseline from its end"] = () => Charted(new(2, 1)),
        ["a value of infinitely many"] = () => ControlChart.Of(ChartKind.U, [new(1, 10), new(1, double.PositiveInfinity)]),
        ["a shift of one point"] = () => RuleSet.Shewhart(1),
        ["an expected probability above 1"] = () => Cusum.Of([new(1.1, true)], 2, null),
        ["an expected probability below 0"] = () => Cusum.Of([new(-.1, true)], 2, null),
        ["an odds ratio of 1"] = () => Cusum.Of([], 1, null),
        ["a false alarm that is certain"] = () => CusumLimit.For([.1], 2, 1),
        ["a false alarm that is impossible"] = () => CusumLimit.For([.1], 2, 0),
        ["a false alarm of no first cases"] = () => CusumLimit.For([], 2),
        ["a false alarm in no case"] = () => CusumLimit.For([.1], 2, over: 0),
        ["a limit below 0 for deterioration"] = () => CusumLimit.Given(-1, [.1], 2),
        ["a limit of 0 for deterioration"] = () => CusumLimit.Given(0, [.1], 2),
        ["a limit above 0 for improvement"] = () => CusumLimit.Given(1, [.1], .5),
        ["a limit of 0 for improvement"] = () => CusumLimit.Given(0, [.1], .5),
        ["a group of fewer cases than events, shrunken"] = () => EmpiricalBayes.Of([(1, 10), (11, 10), (2, 10)]),
        ["a group of fewer events than none, shrunken"] = () => EmpiricalBayes.Of([(1, 10), (-1, 10), (2, 10)]),
        ["a group of fewer cases than events"] = () => Funnel.OfProportions([new("S-1", 1, 10), new("S-2", 11, 10)]),
        ["a group of fewer events than none"] = () => Funnel.OfProportions([new("S-1", 1, 10), new("S-2", -1, 10)]),
        ["a target rate above 1"] = () => Funnel.OfProportions([new("S-1", 1, 10)], 1.1),
        ["a target rate below 0"] = () => Funnel.OfProportions([new("S-1", 1, 10)], -.1),
        ["a group of fewer observed than none"] = () => Funnel.OfRatios([new("S-1", 1, 2), new("S-2", -1, 2)]),
        ["a group of fewer expected than none"] = () => Funnel.OfRatios([new("S-1", 1, 2), new("S-2", 1, -2)]),
        ["a group of infinitely many expected"] = () => Funnel.OfRatios([new("S-1", 1, 2), new("S-2", 1, double.PositiveInfinity)]),
        ["a target ratio of 0"] = () => Funnel.OfRatios([new("S-1", 1, 2)], 0),
        ["a target ratio without end"] = () => Funnel.OfRatios([new("S-1", 1, 2)], double.PositiveInfinity),
        ["a ratio in the form of proportions"] = () => Funnel.OfRatios([new("S-1", 1, 2)], adjust: DispersionForm.Arcsine),
        ["fewer observed than none"] = () => StandardisedRatio.Of(-1, 2),
        ["fewer expected than none"] = () => StandardisedRatio.Of(1, -2),
        ["infinitely many expected"] = () => StandardisedRatio.Of(1, double.PositiveInfinity),
        ["fewer cases than none"] = () => Proportion.AtMostWithoutEvent(-1),
    };

    public static TheoryData<string> Names => [.. Asked.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_out_of_range(string name) => Assert.Throws<ArgumentOutOfRangeException>(Asked[name]);

    [Fact]
    public void What_is_just_within_is_not()
    {
        Charted(splits: [0, 3]);
        Charted(new(0, 3));
        Charted(new(3, 3));
        RuleSet.Shewhart(2);
        Cusum.Of([new(0, true), new(1, false)], 2, null);
        Funnel.OfRatios([new("S-1", 0, 0)]);
        StandardisedRatio.Of(0, 0);
    }

    static ControlChart Charted(ChartSpan? baseline = null, int[]? splits = null) =>
        ControlChart.Of(ChartKind.Individuals, [new(1), new(2), new(3), new(4)], baseline: baseline, splits: splits);
}
