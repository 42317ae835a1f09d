using Microsoft.Extensions.DependencyInjection;
using Periop.Domain.Outcomes;
using Periop.Server.Audit.Definitions;
using Periop.Server.Register;
using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>Which definitions a question knows: those that had been published by the position it is answered for.</summary>
public sealed class KnownDefinitions(PeriopHost host) : IClassFixture<PeriopHost>
{
    static readonly OutcomeDefinition[] Deep = [.. ShippedDefinitions.Current.All.Where(d => d.Id == "infection-deep")];

    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_version_is_known_from_its_publication_on_and_not_before()
    {
        await hospital.CaseAsync();
        await host.SettledAsync();
        await using var before = await OpenAsync();
        await hospital.PublishAsync(DefinitionPublished.Of(Deep[0], shipped: true));
        await host.SettledAsync();
        await using var between = await OpenAsync();
        await hospital.PublishAsync(DefinitionPublished.Of(Deep[1], shipped: false));
        await host.SettledAsync();

        await using var asBefore = await OpenAsync(before.AsOf);
        await using var asBetween = await OpenAsync(between.AsOf);
        await using var now = await OpenAsync();
        Assert.Null(await FindAsync(asBefore, null));
        Assert.Equal(1, (await FindAsync(asBetween, null))!.Definition.Version);
        Assert.Null(await FindAsync(asBetween, 2));
        Assert.Equal(2, (await FindAsync(now, null))!.Definition.Version);
        Assert.Equal([(1, true), (2, false)],
            (await DefinitionReader.AllAsync(now, hospital.Id, TestContext.Current.CancellationToken)).Select(d => (d.Definition.Version, d.Shipped)));
    }

    [Fact]
    public async Task A_version_is_known_as_it_was_published_and_to_its_hospital_alone()
    {
        var (published, other) = (ShippedDefinitions.Current.All.Single(d => d is { Id: "blood-loss", Version: 1 }), host.NewHospital());
        await hospital.PublishAsync(DefinitionPublished.Of(published, shipped: true));
        await host.SettledAsync();
        await using var register = await OpenAsync();
        var known = (await DefinitionReader.FindAsync(register, hospital.Id, "blood-loss", 1, TestContext.Current.CancellationToken))!;
        Assert.Equivalent(published, known.Definition, strict: true);
        Assert.Equal((hospital.Now, "quality-1"), (known.PublishedAt, known.PublishedBy));
        Assert.Null(await DefinitionReader.FindAsync(register, other.Id, "blood-loss", 1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_risk_model_is_known_by_its_highest_version_or_the_one_that_is_asked_for()
    {
        var model = new RiskModel("parsonnet", 1, "Parsonnet score", -3.68m, new Dictionary<string, decimal> { ["parsonnet"] = 0.077m }, "R package vlad");
        await hospital.PublishAsync(RiskModelPublished.Of(model), RiskModelPublished.Of(model with { Version = 2, Intercept = -3.67m }));
        await host.SettledAsync();
        await using var register = await OpenAsync();
        var newest = await DefinitionReader.FindRiskModelAsync(register, hospital.Id, "parsonnet", null, TestContext.Current.CancellationToken);
        Assert.Equal((2, -3.67m, 0.077m), (newest!.Model.Version, newest.Model.Intercept, newest.Model.Coefficients["parsonnet"]));
        var first = await DefinitionReader.FindRiskModelAsync(register, hospital.Id, "parsonnet", 1, TestContext.Current.CancellationToken);
        Assert.Equal(-3.68m, first!.Model.Intercept);
        Assert.Equal(2, (await DefinitionReader.AllRiskModelsAsync(register, hospital.Id, TestContext.Current.CancellationToken)).Count);
    }

    Task<PublishedDefinition?> FindAsync(RegisterSnapshot register, int? version) =>
        DefinitionReader.FindAsync(register, hospital.Id, "infection-deep", version, TestContext.Current.CancellationToken);

    async Task<RegisterSnapshot> OpenAsync(DateTimeOffset? asOf = null) => Assert.IsType<RegisterOpening.Opened>(
        await host.Services.GetRequiredService<RegisterReader>().OpenAsync(
            RegisterTable.Definitions, hospital.Id, asOf, TestContext.Current.CancellationToken)).Register;
}
