namespace Periop.Statistics.Tests;

public class RiskModelTests
{
    static readonly RiskModel Parsonnet = new(-3.68, new Dictionary<string, double> { ["parsonnet"] = .077 });

    [Fact]
    public void A_case_without_the_factor_has_no_expected_probability() =>
        Assert.Null(Parsonnet.Probability(new Dictionary<string, double> { ["age"] = 70 }));

    [Fact]
    public void A_factor_beyond_all_measure_is_certainty() =>
        Assert.Equal(1, Parsonnet.Probability(new Dictionary<string, double> { ["parsonnet"] = 1e6 }));
}
