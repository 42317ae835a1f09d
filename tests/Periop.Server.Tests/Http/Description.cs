using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Periop.Server.Cases;
using Xunit;

namespace Periop.Server.Tests.Http;

/// <summary>The description says what the server does.</summary>
public sealed class Description(PeriopHost host) : IClassFixture<PeriopHost>
{
    const string OneCase = "/api/cases/{caseId}/";

    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task Every_route_of_the_interface_is_in_it()
    {
        var described = (await DocumentAsync())["paths"]!.AsObject()
            .SelectMany(p => p.Value!.AsObject().Select(o => $"{o.Key.ToUpperInvariant()} {p.Key}")).ToHashSet();
        var routes = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
                .Select(m => $"{m} {e.RoutePattern.RawText!.Replace(":guid", "").TrimEnd('/')}"));
        Assert.NotEmpty(routes);
        Assert.Subset(described, routes.ToHashSet());
        Assert.Subset(described, new HashSet<string> { "GET /health/live", "GET /health/ready", "GET /metrics" });
    }

    [Fact]
    public async Task Every_example_is_recorded()
    {
        host.Clock.Advance(TimeSpan.FromDays(30));      // some tell of what came weeks after the operation
        var paths = (await DocumentAsync())["paths"]!;
        Assert.Equal(CommandRoute.All.Count, paths.AsObject().Count(p => p.Key.StartsWith(OneCase, StringComparison.Ordinal) && p.Value!["post"] is not null));
        foreach (var route in CommandRoute.All)
        {
            var path = route.Path.Replace(":guid", "");
            var example = paths[OneCase + path]!["post"]!["requestBody"]!["content"]!["application/json"]!["example"]!.DeepClone().AsObject();
            Assert.NotEmpty(example);
            var (surgicalCase, targets) = await CaseWithTargetsAsync();
            if (example.ContainsKey("targetEntryId"))
                example["targetEntryId"] = targets.GetValueOrDefault(path, targets["blood-loss"]);
            if (example.ContainsKey("targetEntryIds"))
                (example["targetEntryIds"], example["toCaseId"]) = (new JsonArray(targets["blood-loss"]), (await hospital.CaseAsync()).Id);
            example["override"] = "shown as an example";
            await surgicalCase.RecordedAsync(path.Replace("{targetEntryId}", $"{targets["complications"]}"), example.ToJsonString());
        }
    }

    [Fact]
    public async Task Requests_are_closed_and_answers_are_open()
    {
        var commands = CommandRoute.All.Select(r => r.Command.Name).Append("ScheduleCase").Append("AnnounceRecall").Append("CloseCase")
            .Append("PublishDefinition").Append("PublishRiskModel").ToHashSet();
        var schemas = (await DocumentAsync())["components"]!["schemas"]!.AsObject();
        Assert.Superset(commands, schemas.Select(s => s.Key).ToHashSet());
        foreach (var (name, schema) in schemas)
            Assert.True(commands.Contains(name) == (schema!["additionalProperties"] is JsonValue closed && !closed.GetValue<bool>()), name);
    }

    [Fact]
    public async Task Every_member_has_a_type()
    {
        var members = (await DocumentAsync())["components"]!["schemas"]!.AsObject()
            .SelectMany(s => s.Value!["properties"]?.AsObject() ?? [], (s, member) => (s.Key, member.Key, member.Value)).ToArray();
        Assert.NotEmpty(members);
        foreach (var (name, member, said) in members)
            Assert.True(new[] { "type", "$ref", "oneOf" }.Any(said!.AsObject().ContainsKey), $"{name}.{member}: {said.ToJsonString()}");
    }

    [Theory]
    [InlineData("/api/cases")]
    [InlineData("/api/access-log")]
    public async Task A_list_says_in_which_formats_it_comes(string path)
    {
        var list = (await DocumentAsync())["paths"]![path]!["get"]!;
        Assert.Contains("`ndjson`",
            list["parameters"]!.AsArray().Single(p => p!["name"]!.GetValue<string>() == "format")!["description"]!.GetValue<string>(),
            StringComparison.Ordinal);
        Assert.Equal(["application/json", "application/x-ndjson", "text/csv"],
            list["responses"]!["200"]!["content"]!.AsObject().Select(content => content.Key).Order());
    }

    [Fact]
    public async Task Words_are_listed()
    {
        var priority = (await DocumentAsync())["components"]!["schemas"]!["Priority"]!;
        Assert.Equal(["elective", "urgent", "emergency"], priority["enum"]!.AsArray().Select(w => w!.GetValue<string>()));
    }

    [Fact]
    public async Task The_reference_comes_from_this_server_alone()
    {
        var page = (await AnybodyAsync("/reference/")).Is(200);
        Assert.Contains("scalar.js", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page.Text.Replace("http-equiv", ""), StringComparison.Ordinal);
        Assert.Contains("default-src 'self'", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        (await AnybodyAsync("/reference/scalar.js")).Is(200);
    }

    async Task<JsonObject> DocumentAsync() => (await AnybodyAsync("/openapi/v1.json")).Is(200).Json;

    Task<Answer> AnybodyAsync(string path) => hospital.WithToken(null).GetAsync(path);

    /// <summary>A case that has what examples point at: entries, by the path that points at them, and a late one that is flagged.</summary>
    async Task<(TestCase Case, Dictionary<string, Guid> Targets)> CaseWithTargetsAsync()
    {
        var surgicalCase = await hospital.CaseAsync();
        await surgicalCase.RecordedAsync("room-entry", new { occurredAt = hospital.Now.AddMinutes(-30) });
        await surgicalCase.RecordedAsync("safety-checks", new { phase = "time-out" });
        await surgicalCase.RecordedAsync("incision");
        return (surgicalCase, new()
        {
            ["blood-loss"] = (await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 100 })).EntryId,
            ["hardware-removals"] = (await surgicalCase.RecordedAsync("hardware", new { kind = "rod" })).EntryId,
            ["neuromonitoring-resolutions"] =
                (await surgicalCase.RecordedAsync("neuromonitoring-alerts", new { modality = "mep", change = "amplitude down" })).EntryId,
            ["complications"] = (await surgicalCase.RecordedAsync("complications", new { kind = "infection-deep" })).EntryId,
        });
    }
}
