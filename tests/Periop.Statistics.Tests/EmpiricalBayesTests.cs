using CsCheck;

namespace Periop.Statistics.Tests;

public class EmpiricalBayesTests
{
    static readonly Gen<(int Events, int Of)[]> Groups =
        (from n in Gen.Int[1, 300] from x in Gen.Int[0, n] select (x, n)).Array[3, 12];

    [Fact]
    public void Rates_are_drawn_towards_the_mean()
    {
        // pooled .1, so m(1-m) = .09; the rates are .2, .1 and .05
        var of = EmpiricalBayes.Of([(20, 100), (10, 100), (10, 200)])!;
        Near.Equal(.1, of.Mean, Near.Closed);
        var (sum, squares) = (400 / .09, (100 * 100 + 100 * 100 + 200 * 200) / .0081);
        var between = (100 / .09 * .01 + 200 / .09 * .0025 - 2) / (sum - squares / sum);
        Near.Equal(between, of.BetweenVariance, Near.Closed);
        Near.Equal(between / (between + .0009), of.Groups[0]!.Reliability, Near.Closed);
        Near.Equal(.1 + .1 * between / (between + .0009), of.Groups[0]!.Estimate, Near.Closed);
        Near.Equal(.1 - .05 * between / (between + .00045), of.Groups[2]!.Estimate, Near.Closed);
    }

    [Fact]
    public void Two_groups_say_nothing_about_the_variance_between_groups() => Assert.Null(EmpiricalBayes.Of([(20, 100), (10, 100), (0, 0)]));

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void Neither_do_groups_without_any_difference_between_cases(int events) =>
        Assert.Null(EmpiricalBayes.Of([(events, 10), (events, 10), (events, 10)]));

    [Fact]
    public void A_group_without_cases_has_no_estimate()
    {
        var of = EmpiricalBayes.Of([(20, 100), (0, 0), (10, 100), (10, 200)])!;
        Assert.Null(of.Groups[1]);
        Assert.Equal(EmpiricalBayes.Of([(20, 100), (10, 100), (10, 200)])!.Groups[0], of.Groups[0]);
    }

    [Fact]
    public void Groups_that_differ_by_chance_alone_have_no_reliability() =>
        Assert.Equal(new Shrunken(.1, 0), EmpiricalBayes.Of([(10, 100), (10, 100), (10, 100)])!.Groups[0]);

    [Fact]
    public void An_estimate_lies_between_the_rate_and_the_mean() => Groups.Sample(groups =>
    {
        if (EmpiricalBayes.Of(groups) is not { } of)
            return;
        foreach (var ((x, n), shrunken) in groups.Zip(of.Groups))
        {
            var rate = x / (double)n;
            Assert.InRange(shrunken!.Reliability, 0, 1);
            Assert.InRange(shrunken.Estimate, Math.Min(rate, of.Mean) - 1e-12, Math.Max(rate, of.Mean) + 1e-12);
        }
    });

    [Fact]
    public void Months_are_pooled_until_one_event_is_expected()
    {
        (DateOnly, int)[] months = [(new(2026, 1, 1), 40), (new(2026, 2, 1), 30), (new(2026, 3, 1), 9), (new(2026, 4, 1), 10)];
        Assert.Equal(new DateOnly(2026, 2, 1), Pooling.From(months, .05));
        Assert.Equal(new DateOnly(2026, 4, 1), Pooling.From(months, .1));
        Assert.Equal(new DateOnly(2026, 2, 1), Pooling.From(months, 1.0 / 49));
        Assert.Null(Pooling.From(months, .01));
    }
}
