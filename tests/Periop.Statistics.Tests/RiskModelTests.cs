namespace Periop.Statistics.Tests;

public class RiskModelTests
{
    static readonly RiskModel Parsonnet = new(-3.68, new Dictionary<string, double> { ["parsonnet"] = .077 });

    [Theory]
    [InlineData(0, .02460243)]
    [InlineData(50, .5423979)]
    public void The_test_model_expects_what_its_source_says(double score, double p) =>
        Near.Equal(p, Parsonnet.Probability(new Dictionary<string, double> { ["parsonnet"] = score, ["age"] = 70 }), Near.Printed);

    [Fact]
    public void Another_intercept_expects_something_else() =>
        Near.Equal(.02484354, (Parsonnet with { Intercept = -3.67 }).Probability(new Dictionary<string, double> { ["parsonnet"] = 0 }), Near.Printed);

    [Fact]
    public void A_case_without_the_factor_has_no_expected_probability() =>
        Assert.Null(Parsonnet.Probability(new Dictionary<string, double> { ["age"] = 70 }));

    [Fact]
    public void A_factor_beyond_all_measure_is_certainty() =>
        Assert.Equal(1, Parsonnet.Probability(new Dictionary<string, double> { ["parsonnet"] = 1e6 }));
}
