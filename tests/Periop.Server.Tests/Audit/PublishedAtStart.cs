using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Periop.Domain.Outcomes;
using Periop.Server.Audit.Definitions;
using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>What a release ships is published to each hospital once, when it first starts.</summary>
public sealed class PublishedAtStart(TestDatabases databases) : IAsyncLifetime
{
    static readonly OutcomeDefinition[] Few = [.. ShippedDefinitions.Current.All.Where(d => d.Id is "infection-deep" or "death")];

    readonly PeriopHost host = new(databases) { Hospitals = 2, Definitions = new ShippedDefinitions(Few) };

    public async ValueTask InitializeAsync() => await host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Every_hospital_has_what_is_shipped_and_a_restart_adds_nothing()
    {
        Assert.Equal((4L, 4L), (await CountAsync(host.NewHospital()), await CountAsync(host.NewHospital())));
        Assert.Equal("periop", await host.SqlAsync("select string_agg(distinct user_name, ',') from periop_events.mt_events"));
        var before = await host.SqlAsync("select count(*) from periop_events.mt_events");
        await host.RestartAsync();
        Assert.Equal(before, await host.SqlAsync("select count(*) from periop_events.mt_events"));
    }

    [Fact]
    public async Task A_later_release_publishes_what_is_new_alone()
    {
        Assert.True(await Release(ShippedDefinitions.Current.All).PublishAsync(TestContext.Current.CancellationToken));
        Assert.Equal(ShippedDefinitions.Current.All.Count, await CountAsync(host.NewHospital()));
    }

    [Fact]
    public async Task Several_nodes_that_start_at_once_all_come_through_and_publish_once()
    {
        var nodes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => Release(ShippedDefinitions.Current.All).PublishAsync(TestContext.Current.CancellationToken))));
        Assert.All(nodes, Assert.True);
        Assert.Equal(ShippedDefinitions.Current.All.Count, await CountAsync(host.NewHospital()));
    }

    [Fact]
    public async Task A_shipped_version_that_is_another_than_before_stops_the_start_with_a_sentence()
    {
        var changed = Release([.. Few.Select(d => d is { Id: "death", Version: 1 } ? d with { Window = new OutcomeWindow(31) } : d)]);
        var start = new PublishingAtStart(changed, NullLogger<PublishingAtStart>.Instance);
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => start.StartingAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("Version 1 of the definition death is another in this release", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StartRefusedException>(() => changed.KeptAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_version_that_the_hospital_has_published_itself_stays_the_hospitals_and_is_named()
    {
        var (hospital, ours) = (host.NewHospital(), Few[0] with { Version = 3, Title = "Ours" });
        await hospital.PublishAsync(DefinitionPublished.Of(ours, shipped: false));
        var later = Release([.. Few, Few[0] with { Version = 3 }]);
        Assert.True(await later.PublishAsync(TestContext.Current.CancellationToken));
        Assert.Equal(5L, await CountAsync(hospital));
        Assert.Equal(5L, await CountAsync(host.NewHospital()));
        Assert.Equal(
            $"Hospital {hospital.Id} has published version 3 of death itself: the release's does not count there.",
            Assert.Single(await later.KeptAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_hospital_that_has_published_the_same_itself_is_not_named()
    {
        var later = Few[0] with { Version = 3 };
        await host.NewHospital().PublishAsync(DefinitionPublished.Of(later, shipped: false));
        Assert.Empty(await Release([.. Few, later]).KeptAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Its board and register would stop at an event that it does not know.</summary>
    [Fact]
    public async Task While_a_server_of_the_release_before_runs_nothing_is_published()
    {
        await host.SqlAsync(
            "insert into wolverine.wolverine_nodes (id, description, uri, capabilities) "
            + "values (gen_random_uuid(), 'a node', 'tcp://localhost:1', array['event-subscriptions://marten/main/localhost.periop/register/all/v2'])");
        Assert.False(await Release(ShippedDefinitions.Current.All).PublishAsync(TestContext.Current.CancellationToken));
        Assert.Equal(4L, await CountAsync(host.NewHospital()));
        await host.SqlAsync("delete from wolverine.wolverine_nodes where uri = 'tcp://localhost:1'");
        Assert.True(await Release(ShippedDefinitions.Current.All).PublishAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_store_that_is_away_does_not_keep_the_server_from_starting()
    {
        await using var away = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Database=periop;Timeout=1");
        using var start = new PublishingAtStart(
            ActivatorUtilities.CreateInstance<ShippedPublication>(host.Services, away), NullLogger<PublishingAtStart>.Instance);
        await start.StartingAsync(TestContext.Current.CancellationToken);
    }

    ShippedPublication Release(IReadOnlyList<OutcomeDefinition> definitions) =>
        ActivatorUtilities.CreateInstance<ShippedPublication>(host.Services, new ShippedDefinitions(definitions));

    async Task<long> CountAsync(TestHospital hospital) => (long)(await host.SqlAsync(
        "select count(*) from periop_events.mt_events where type = 'definition_published' and tenant_id = $1", hospital.Id))!;
}
