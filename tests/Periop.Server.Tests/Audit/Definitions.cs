using System.Text.Json.Nodes;
using Periop.Domain.Outcomes;
using Periop.Server.Register;
using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>What a hospital counts by, as it reads and adds to it over HTTP.</summary>
public sealed class Definitions(PeriopHost host) : IClassFixture<PeriopHost>
{
    const string Path = "/api/audit/definitions", Deep = $"{Path}/infection-deep/versions/7";

    static readonly string Right = """
        {
          "kind": "infection-deep", "title": "Deep infection within a year", "window": { "days": 365 }, "anchor": "first-incision",
          "criteria": [ { "id": "pus", "text": "Pus from the deep incision." } ], "evidence": "assessment", "assessedFrom": 300,
          "review": "required", "grace": 45, "denominator": "with-died", "source": "Own, of 2026"
        }
        """;

    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_version_is_published_once_and_there_at_once()
    {
        var published = (await PutAsync(Deep, Right)).Is(201);
        Assert.Equal(Deep, published.Header("Location"));
        Assert.Equal(("infection-deep", "7", "quality-1", "false"),
            (published.Json.Text("id"), published.Json.Text("version"), published.Json.Text("publishedBy"), published.Json.Text("shipped")));
        Assert.Equal(
            JsonNode.Parse(Right)!.AsObject().Select(m => m.Key).Order(),
            published.Json.Select(m => m.Key).Except(["id", "version", "measure", "publishedAt", "publishedBy", "shipped"]).Order());
        Assert.Equal((365, 300, 45, "required", "with-died"),
            (published.Json["window"]!["days"]!.GetValue<int>(), published.Json["assessedFrom"]!.GetValue<int>(), published.Json["grace"]!.GetValue<int>(),
                published.Json.Text("review"), published.Json.Text("denominator")));
        Assert.Equal(published.Text, (await hospital.Quality.GetAsync(Deep)).Is(200).Text);
    }

    /// <summary>The contract's defaults.</summary>
    [Fact]
    public async Task What_may_be_left_out_is_as_the_shipped_ones_have_it()
    {
        const string least =
            """{ "kind": "death", "title": "Ours", "window": { "hours": 24 }, "anchor": "room-exit", "evidence": "discharged", "source": "Own" }""";
        var published = (await PutAsync($"{Path}/our-own/versions/1", least)).Is(201).Json;
        Assert.Equal((30, "not-required", "without-died", 0),
            (published["grace"]!.GetValue<int>(), published.Text("review"), published.Text("denominator"), published["criteria"]!.AsArray().Count));
        Assert.Null(published["assessedFrom"]);
    }

    [Fact]
    public async Task The_same_again_is_what_was_published_and_another_content_is_refused()
    {
        var published = (await PutAsync(Deep, Right)).Is(201);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var same in new[] { Right, With("id", "infection-deep"), With("version", 7), With("measure", null) })
        {
            var again = (await PutAsync(Deep, same)).Is(200);
            Assert.True(again.IsReplay);
            Assert.Equal(published.Text, again.Text);
        }

        var refused = (await PutAsync(Deep, With("grace", 30))).IsProblem(409, "version-published");
        Assert.Contains("Version 7 of infection-deep", refused.Json.Text("detail"), StringComparison.Ordinal);
        Assert.Equal(published.Text, (await hospital.Quality.GetAsync(Deep)).Is(200).Text);
    }

    [Fact]
    public async Task A_shipped_version_is_published_already()
    {
        var shipped = ShippedDefinitions.Current.All.Single(d => d is { Id: "death", Version: 1 });
        await hospital.PublishAsync(DefinitionPublished.Of(shipped, shipped: true));
        (await PutAsync($"{Path}/death/versions/1", With("kind", "death"))).IsProblem(409, "version-published");
    }

    [Fact]
    public async Task Of_sixteen_that_publish_one_version_at_once_one_does()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => PutAsync(Deep, With("grace", n % 2))));
        var first = Assert.Single(answers, a => a.Status == 201);
        Assert.All(answers.Where(a => a.Status == 200), a => Assert.Equal(first.Text, a.Text));
        Assert.Equal(8, answers.Count(a => a.Status == 409));
    }

    /// <summary>It says as of when questions know it.</summary>
    [Fact]
    public async Task The_next_question_knows_it_and_one_as_of_an_earlier_instant_does_not()
    {
        (await PutAsync($"{Path}/infection-deep/versions/6", Right)).Is(201);
        var before = (await ListAsync()).Json.Text("asOf");
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        var asOf = (await PutAsync(Deep, Right)).Is(201).Header("Periop-As-Of");
        Assert.NotNull(asOf);
        Assert.Equal([6, 7], VersionsOf(await ListAsync()));
        Assert.Equal([6, 7], VersionsOf(await ListAsync($"?asOf={asOf}")));
        Assert.Equal([6], VersionsOf(await ListAsync($"?asOf={before}")));
    }

    [Fact]
    public async Task The_list_has_one_item_per_id_and_version_in_order_and_whole_or_in_pages()
    {
        await hospital.PublishAsync([.. ShippedDefinitions.Current.All.Reverse().Select(d => DefinitionPublished.Of(d, shipped: true))]);
        await host.SettledAsync();
        var all = ShippedDefinitions.Current.All.Select(d => $"{d.Id} {d.Version}").ToArray();
        var listed = await ListAsync();
        Assert.Equal(all, NamesOf(listed));
        Assert.Equal((RegisterVersion.Shipped.Number, "0"), (listed.Json["engine"]!.GetValue<int>(), listed.Header("Periop-Behind")));
        var paged = new List<string>();
        for (var next = ""; next is not null;)
        {
            var page = await ListAsync($"?limit=7{next}");
            paged.AddRange(NamesOf(page));
            next = page.Json["next"]?.GetValue<string>() is { } cursor ? $"&cursor={cursor}" : null;
        }

        Assert.Equal(all, paged);
        Assert.Equal(["blood-loss 1", "blood-loss 2"], NamesOf(await ListAsync("?kind=blood-loss")));
        Assert.Equal(all.Length + 1, (await ListAsync("?format=ndjson")).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(all.Length + 1, (await ListAsync("?format=csv")).Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_hospital_sees_its_own_alone()
    {
        (await PutAsync(Deep, Right)).Is(201);
        var other = host.NewHospital();
        (await other.Quality.GetAsync(Deep)).IsProblem(404);
        Assert.Empty((await other.Quality.GetAsync(Path)).Is(200).Items);
    }

    [Theory]
    [InlineData("infection-deep/versions/8")]
    [InlineData("infection-deep/versions/0")]
    [InlineData("infection-deep/versions/first")]
    [InlineData("infection-deep/versions/99999999999")]
    [InlineData("Infection%20deep/versions/7")]
    public async Task What_was_not_published_is_not_there(string name) => (await hospital.Quality.GetAsync($"{Path}/{name}")).IsProblem(404);

    [Theory]
    [InlineData("infection-deep/versions/0", "/version")]
    [InlineData("infection-deep/versions/07", "/version")]
    [InlineData("infection-deep/versions/10000", "/version")]
    [InlineData("infection-deep/versions/-1", "/version")]
    [InlineData("infection-deep/versions/first", "/version")]
    [InlineData("Infection-deep/versions/1", "/id")]
    [InlineData("infection%20deep/versions/1", "/id")]
    public async Task A_name_that_is_none_is_not_taken(string name, string pointer) => (await PutAsync($"{Path}/{name}", Right)).PointsAt(pointer);

    [Theory]
    [InlineData("id", "\"death\"", "/id")]
    [InlineData("version", "8", "/version")]
    [InlineData("version", "\"7\"", "/version")]
    [InlineData("kind", "\"infections\"", "/kind")]
    [InlineData("anchor", "\"incision\"", "/anchor")]
    [InlineData("evidence", "\"none\"", "/evidence")]
    [InlineData("window", "{ \"weeks\": 6 }", "/window/weeks")]
    [InlineData("window", "{ \"days\": 30.5 }", "/window/days")]
    [InlineData("window", "null", "/window")]
    [InlineData("grace", "\"30\"", "/grace")]
    [InlineData("criteria", "[ null ]", "/criteria/0")]
    [InlineData("criteria", "[ { \"id\": \"pus\" } ]", "/criteria/0")]
    [InlineData("publishedAt", "\"2026-03-02T06:00:00Z\"", "/publishedAt")]
    public async Task What_is_no_definition_is_pointed_at(string member, string value, string pointer) =>
        (await PutAsync(Deep, With(member, JsonNode.Parse(value)))).PointsAt(pointer);

    [Theory]
    [InlineData("kind", "\"death\"")]
    [InlineData("title", "\"\"")]
    [InlineData("window", "{ }")]
    [InlineData("window", "{ \"days\": 30, \"hours\": 72 }")]
    [InlineData("window", "{ \"days\": -1 }")]
    [InlineData("assessedFrom", "366")]
    [InlineData("grace", "-1")]
    [InlineData("criteria", "[ { \"id\": \"pus\", \"text\": \"Pus.\" }, { \"id\": \"pus\", \"text\": \"Pus.\" } ]")]
    [InlineData("measure", "{ \"products\": [], \"atLeastUnits\": 1 }")]
    public async Task What_cannot_be_meant_is_senseless(string member, string value)
    {
        (await PutAsync(Deep, With(member, JsonNode.Parse(value)))).IsProblem(422, "senseless-value");
        (await hospital.Quality.GetAsync(Deep)).IsProblem(404);
    }

    [Theory]
    [InlineData("?kind=infections", "/kind")]
    [InlineData("?asOf=yesterday", "/asOf")]
    [InlineData("?cursor=x", "/cursor")]
    public async Task A_question_that_cannot_be_read_is_pointed_at(string question, string pointer) =>
        (await hospital.Quality.GetAsync(Path + question)).PointsAt(pointer);

    [Fact]
    public async Task Who_published_what_is_in_the_access_log()
    {
        var (_, entry) = await Entered.OnceAsync(hospital, () => PutAsync(Deep, Right));
        Assert.Equal(("definition-publish", "201"), (Entered.Text(entry, "action"), Entered.Text(entry, "outcome")));
        Assert.Equal("""{"id":"infection-deep","version":7}""", entry["question"]!.ToJsonString());
    }

    [Fact]
    public async Task A_risk_model_is_published_alike()
    {
        const string model = "/api/audit/risk-models/parsonnet/versions/1";
        const string body =
            """{ "title": "Parsonnet score", "intercept": -3.68, "coefficients": { "parsonnet": 0.077, "age": 0 }, "source": "R package vlad" }""";
        var published = (await PutAsync(model, body)).Is(201);
        Assert.NotNull(published.Header("Periop-As-Of"));
        Assert.Equal(published.Text, (await hospital.Quality.GetAsync(model)).Is(200).Text);
        Assert.Equal(published.Text, Assert.Single((await hospital.Quality.GetAsync("/api/audit/risk-models")).Is(200).Items)!.ToJsonString());
        Assert.True((await PutAsync(model, body.Replace("\"parsonnet\": 0.077, \"age\": 0", "\"age\": 0, \"parsonnet\": 0.077"))).Is(200).IsReplay);
        (await PutAsync(model, body.Replace("0.077", "0.078"))).IsProblem(409, "version-published");
        (await PutAsync(model.Replace("/1", "/2"), """{ "intercept": -3.68, "coefficients": { } }""")).IsProblem(422, "senseless-value");
        (await PutAsync(model.Replace("/1", "/2"), """{ "intercept": 1e400, "coefficients": { "age": 1 } }""")).PointsAt("/intercept");
        (await PutAsync(model.Replace("/1", "/2"), """{ "intercept": 0, "coefficients": { "age": "1" } }""")).PointsAt("/coefficients/age");
        (await hospital.Quality.GetAsync(model.Replace("/1", "/2"))).IsProblem(404);
    }

    Task<Answer> PutAsync(string path, string body) => hospital.Quality.SendAsync(
        HttpMethod.Put, path, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

    async Task<Answer> ListAsync(string question = "") => (await hospital.Quality.GetAsync(Path + question)).Is(200);

    static string With(string member, JsonNode? value)
    {
        var body = JsonNode.Parse(Right)!.AsObject();
        body[member] = value;
        return body.ToJsonString();
    }

    static IEnumerable<int> VersionsOf(Answer list) => list.Items.Select(i => i!["version"]!.GetValue<int>());

    static IEnumerable<string> NamesOf(Answer list) => list.Items.Select(i => $"{i.Text("id")} {i!["version"]}");
}
