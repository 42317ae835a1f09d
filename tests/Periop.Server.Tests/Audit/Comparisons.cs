using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>The same cases under every version of a definition.</summary>
public sealed class Comparisons(PeriopHost host) : IClassFixture<PeriopHost>, IAsyncLifetime
{
    readonly TestHospital hospital = host.NewHospital();

    public async ValueTask InitializeAsync() => await hospital.PublishShippedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_same_record_comes_to_other_rates_under_other_versions()
    {
        var early = await hospital.OperatedAsync();
        await early.ThenAsync("complications", 10, new { kind = "infection-deep" });
        var late = await hospital.OperatedAsync();
        await late.ThenAsync("complications", 60, new { kind = "infection-deep", onsetAt = Cohort.Autumn.AddDays(60) });
        var compared = (await hospital.AskedAsync("/api/audit/definitions/infection-deep/comparison")).Json;
        Assert.Equal([(1, 1), (2, 2)],
            compared["versions"]!.AsArray().Select(v => (v!.Int("version"), v!["groups"]![0]!.Int("present"))));
        Assert.Equal((null, 1), (compared["versions"]![0]!["differ"], compared["versions"]![1]!.Int("differ")));
    }

    [Fact]
    public async Task As_a_table_it_has_a_line_for_each_version_and_group_and_the_page_leads_to_it()
    {
        await (await hospital.OperatedAsync()).ThenAsync("complications", 10, new { kind = "infection-deep" });
        await hospital.OperatedAsync(surgeon: "surgeon-2");
        await hospital.AskedAsync("/api/audit/definitions/infection-deep/comparison");
        var page = await hospital.Quality.OpenPageAsync("/quality/definitions?definition=infection-deep&groupBy=surgeon");
        var lines = Csv.Read((await hospital.Quality.GetAsync(page.LinkTo("CSV"))).Is(200).Bytes);
        Assert.Equal(["definition", "version", "title", "differ", "key"], lines[0][..5]);
        Assert.Equal(
            [("1", "", "surgeon-1"), ("1", "", "surgeon-2"), ("2", "0", "surgeon-1"), ("2", "0", "surgeon-2")],
            lines[1..].Select(line => (line[1], line[3], line[4])));
        (await hospital.Quality.GetAsync("/api/audit/definitions/infection-deep/comparison?format=xls")).PointsAt("/format");
    }

    [Fact]
    public async Task Three_units_are_an_event_where_one_is_and_none_where_it_takes_five()
    {
        var surgicalCase = await hospital.OperatedAsync();
        await surgicalCase.ThenAsync("room-exit", Cohort.Autumn.AddHours(4));
        await surgicalCase.ThenAsync("blood-products", Cohort.Autumn.AddHours(10), new { product = "red-cells", units = 3 });
        await surgicalCase.ThenAsync("discharge", 6, new { destination = "home" });
        Assert.Equal("absent", (await hospital.OutcomeAsync(surgicalCase, "definition=blood-loss&version=1")).Str("state"));
        Assert.Equal("present", (await hospital.OutcomeAsync(surgicalCase, "definition=blood-loss&version=2")).Str("state"));
    }

    [Fact]
    public async Task An_unknown_definition_is_said()
    {
        await hospital.AskedAsync("/api/audit/definitions/death/comparison");
        (await hospital.Quality.GetAsync("/api/audit/definitions/headache/comparison")).IsProblem(404, "definition-unknown");
    }
}
