using Periop.Domain.Outcomes;
using Periop.Domain.Record;

namespace Periop.Domain.Tests.Outcomes;

public class DefinitionRulesTests
{
    static readonly OutcomeDefinition Right = ShippedDefinitions.Current.All.First(d => d.Id == "infection-deep");

    static readonly RiskModel Model = new(
        "parsonnet", 1, "Parsonnet score", -3.68m, new Dictionary<string, decimal> { ["parsonnet"] = 0.077m }, "R package vlad");

    public static TheoryData<string, OutcomeDefinition> Senseless => new()
    {
        { "id must be", Right with { Id = "Infection deep" } },
        { "id must be", Right with { Id = "a--b" } },
        { "version must be", Right with { Version = 0 } },
        { "version must be", Right with { Version = 10_000 } },
        { "infection is the name of a kind", Right with { Id = "infection" } },
        { "title must be", Right with { Title = " " } },
        { "source must be", Right with { Source = "a\nb" } },
        { "days or hours", Right with { Window = new OutcomeWindow() } },
        { "days or hours", Right with { Window = new OutcomeWindow(30, 72) } },
        { "window.days must be", Right with { Window = new OutcomeWindow(-1) } },
        { "window.days must be", Right with { Window = new OutcomeWindow(3661) } },
        { "window.hours must be", Right with { Window = new OutcomeWindow(Hours: 0) } },
        { "a day of the window", Right with { AssessedFrom = 31 } },
        { "a day of the window", Right with { AssessedFrom = -1 } },
        { "for a window of days", Right with { AssessedFrom = 1, Window = new OutcomeWindow(Hours: 72) } },
        { "grace must be", Right with { Grace = -1 } },
        { "criteria has pus twice", Right with { Criteria = [new("pus", "Pus."), new("pus", "Pus from a drain.")] } },
        { "criterion's id", Right with { Criteria = [new("", "Pus.")] } },
        { "criterion pus must be", Right with { Criteria = [new("pus", "")] } },
        { "at most 50", Right with { Criteria = [.. Enumerable.Range(0, 51).Select(n => new Criterion($"c{n}", "It is there."))] } },
        { "measure.products", Right with { Measure = new TransfusionMeasure([], 1) } },
        { "A product must be", Right with { Measure = new TransfusionMeasure([""], 1) } },
        { "measure.atLeastUnits", Right with { Measure = new TransfusionMeasure(["red-cells"], 0) } },
    };

    [Theory, MemberData(nameof(Senseless))]
    public void A_definition_that_cannot_be_meant_is_refused_with_a_sentence(string part, OutcomeDefinition definition)
    {
        var refusal = DefinitionRules.WhyNot(definition);
        Assert.Equal(RefusalKind.Senseless, refusal?.Kind);
        Assert.Contains(part, refusal!.Detail, StringComparison.Ordinal);
    }

    public static TheoryData<OutcomeDefinition> Sensible =>
    [
        Right,
        Right with { Id = "our-own", Version = 9999, Window = new OutcomeWindow(0), AssessedFrom = 0, Grace = 0, Criteria = [] },
        Right with { Window = new OutcomeWindow(Hours: 72), Measure = new TransfusionMeasure(["red-cells"], 0.5m) },
        Right with { AssessedFrom = 30 },
    ];

    [Theory, MemberData(nameof(Sensible))]
    public void A_definition_that_can_be_meant_is_not(OutcomeDefinition definition) => Assert.Null(DefinitionRules.WhyNot(definition));

    public static TheoryData<string, RiskModel> SenselessModels => new()
    {
        { "id must be", Model with { Id = "." } },
        { "at least one", Model with { Coefficients = new Dictionary<string, decimal>() } },
        { "a name is", Model with { Coefficients = new Dictionary<string, decimal> { ["body mass"] = 1 } } },
        { "none is beyond 1000", Model with { Intercept = -1001 } },
        { "none is beyond 1000", Model with { Coefficients = new Dictionary<string, decimal> { ["age"] = 1001 } } },
    };

    [Theory, MemberData(nameof(SenselessModels))]
    public void A_model_that_cannot_be_meant_is_refused_with_a_sentence(string part, RiskModel model) =>
        Assert.Contains(part, DefinitionRules.WhyNot(model)!.Detail, StringComparison.Ordinal);

    [Fact]
    public void A_model_that_can_be_meant_is_not() => Assert.Null(DefinitionRules.WhyNot(Model));

    /// <summary>From the reference: logit p = -3.68 + .077 Parsonnet.</summary>
    [Theory]
    [InlineData(0, .02460243)]
    [InlineData(50, .5423979)]
    public void A_model_gives_the_published_probability(int score, double expected) =>
        Assert.Equal(expected, Model.RiskOf(new Dictionary<string, decimal> { ["parsonnet"] = score, ["age"] = 61 })!.Value, 1e-7);

    [Fact]
    public void A_case_without_one_of_the_factors_has_no_probability() => Assert.Null(Model.RiskOf(new Dictionary<string, decimal> { ["age"] = 61 }));

    [Fact]
    public void The_order_in_which_factors_are_written_makes_no_other_content()
    {
        var (one, other) = (new Dictionary<string, decimal> { ["a"] = 1, ["b"] = 2 }, new Dictionary<string, decimal> { ["b"] = 2, ["a"] = 1 });
        Assert.Equal(RiskModelPublished.Of(Model with { Coefficients = one }).Content, RiskModelPublished.Of(Model with { Coefficients = other }).Content);
        Assert.NotEqual(RiskModelPublished.Of(Model).Content, RiskModelPublished.Of(Model with { Coefficients = one }).Content);
    }

    [Fact]
    public void Another_word_makes_another_content() =>
        Assert.NotEqual(DefinitionPublished.Of(Right, shipped: true).Content, DefinitionPublished.Of(Right with { Source = "another" }, shipped: true).Content);
}
