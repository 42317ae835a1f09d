using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Periop.Server.Tests.Operating;

/// <summary>Dashboards and alerts ask for what the server tells, and each alert says where it is written what to do.</summary>
[Collection(nameof(Deployed))]
public sealed partial class DashboardsAndAlerts(Deployed deployed)
{
    /// <summary>Of Prometheus itself, and of node_exporter on the machine of the database.</summary>
    static readonly string[] OfOthers = ["up", "node_filesystem_avail_bytes"];

    /// <summary>Of Prometheus itself, and of the same.</summary>
    static readonly string[] LabelsOfOthers = ["job", "instance", "mountpoint"];

    static readonly string[] Pages =
    [
        "boards-are-frozen", "a-shard-is-stopped", "the-disk-fills", "the-database-is-away", "the-database-is-only-readable",
        "an-entry-was-recorded-in-the-wrong-case", "the-identity-provider-is-down", "requests-are-slow", "no-tick-is-written",
        "the-access-log-cannot-be-written", "a-node-does-not-come-up", "an-import-does-not-end", "many-stops-are-overridden",
    ];

    static IEnumerable<YamlNode> Alerts => Yaml.Read("prometheus", "periop-alerts.yaml").Single().ListAt("groups").SelectMany(group => group.ListAt("rules"));

    static IEnumerable<JsonNode> Panels => Directory.GetFiles(Path.Combine(Yaml.Folder, "grafana"), "*.json")
        .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!["panels"]!.AsArray()).Select(panel => panel!);

    static IReadOnlyList<string> Expressions =>
    [
        .. Alerts.Select(alert => alert.TextAt("expr")!),
        .. Panels.SelectMany(panel => panel["targets"]?.AsArray() ?? []).Select(target => target!["expr"]!.GetValue<string>()),
    ];

    [Fact]
    public async Task Every_metric_and_label_that_is_asked_for_is_told()
    {
        var it = deployed.It;
        await SmokeAsync(it);
        var asked = Expressions.SelectMany(PromQl.Metrics).Except(OfOthers).Distinct().Order(StringComparer.Ordinal).ToArray();
        Assert.True(asked.Length > 20, string.Join(", ", asked));
        var told = await Eventually.BecomesAsync(
            async () => (await new Person(it.Operator, null).GetAsync("/metrics")).Is(200).Text,
            metrics => !asked.Except(NamesIn(metrics)).Any(), "all of it is told: " + string.Join(", ", asked));
        Assert.Empty(Expressions.SelectMany(PromQl.Labels).Except(LabelsOfOthers).Distinct().Except(LabelsIn(told)));
    }

    [Fact]
    public async Task A_stop_and_that_it_was_overridden_are_told_by_its_code()
    {
        await SmokeAsync(deployed.It);
        var metrics = (await new Person(deployed.It.Operator, null).GetAsync("/metrics")).Is(200).Text;
        foreach (var outcome in new[] { "stopped", "overridden" })
            Assert.Matches($$"""periop_stops_total\{[^}]*code="time-out-missing",outcome="{{outcome}}"[^}]*\} [1-9]""", metrics);
    }

    [Fact]
    public void Every_alert_names_a_page_of_the_runbook()
    {
        Assert.NotEmpty(Alerts);
        Assert.All(Alerts, alert => Assert.Contains(AnchorOf(alert), Pages));
        Assert.All(Alerts, alert => Assert.Contains(alert.TextAt("labels", "severity"), new[] { "page", "ticket" }));
        Assert.Equal(Alerts.Count(), Alerts.Select(alert => alert.TextAt("alert")).Distinct().Count());
    }

    [Fact]
    public void Every_page_that_an_alert_names_is_written()
    {
        var runbook = Path.Combine(Repository.Root, "docs", "runbook.md");
        Assert.SkipUnless(File.Exists(runbook), "docs/runbook.md is not there.");
        var anchors = File.ReadLines(runbook).Where(line => line.StartsWith('#'))
            .Select(line => NoLetter().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));
        Assert.Empty(Alerts.Select(AnchorOf).Except(anchors));
    }

    [Fact]
    public void Every_panel_shows_something_at_a_place_of_its_own()
    {
        Assert.All(Panels.Where(panel => panel["type"]!.GetValue<string>() != "row"), panel => Assert.NotEmpty(panel["targets"]!.AsArray()));
        Assert.Equal(Panels.Count(), Panels.Select(panel => panel["id"]!.GetValue<int>()).Distinct().Count());
        Assert.Equal(Panels.Count(), Panels.Select(panel => $"{panel["gridPos"]!["x"]} {panel["gridPos"]!["y"]}").Distinct().Count());
    }

    /// <summary>Something of everything that is counted.</summary>
    static async Task SmokeAsync(Deployment it)
    {
        var everyone = await it.PersonAsync("or-staff", "scheduler", "quality");
        var number = $"M-{Guid.NewGuid():n}";
        var path = $"/api/cases/{(await everyone.PostAsync("/api/cases", new { caseNumber = number, room = "OR-2" })).Is(201).CaseId}";
        (await everyone.PostAsync($"{path}/room-entry", "{}")).Is(200);
        (await everyone.PostAsync($"{path}/incision", "{}")).Is(409);
        (await everyone.PostAsync($"{path}/incision", new { @override = "time-out done" })).Is(200);
        using var file = new StringContent($"caseNumber,incision\n{number}-1,2026-01-05T09:00\n", Encoding.UTF8, "text/csv");
        (await everyone.SendAsync(HttpMethod.Post, "/api/imports/cases?timeZone=Europe/Zurich", file)).Is(200);
        (await new Person(it.Client, "of.nobody.known").GetAsync("/api/board")).Is(401);
        using var screen = await everyone.OpenAsync("/api/board/stream");
        Assert.Equal(System.Net.HttpStatusCode.OK, screen.StatusCode);
    }

    static string? AnchorOf(YamlNode alert) =>
        alert.TextAt("annotations", "runbook_url") is { } url && url.StartsWith("docs/runbook.md#", StringComparison.Ordinal) ? url.Split('#')[1] : null;

    static HashSet<string> NamesIn(string metrics) => [.. Sample().Matches(metrics).Select(match => match.Groups["name"].Value)];

    static HashSet<string> LabelsIn(string metrics) => [.. LabelTold().Matches(metrics).Select(match => match.Groups["label"].Value)];

    [GeneratedRegex(@"^(?<name>[a-z_][a-z0-9_]*)(\{| )", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Sample();

    [GeneratedRegex("[{,](?<label>[a-z_]+)=\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex LabelTold();

    [GeneratedRegex("[^a-z0-9 -]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoLetter();
}
