using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Periop.Domain.Outcomes;
using Periop.Domain.Text;
using Periop.Server.Tests.Import;
using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>The page that explains the audit says what the program does.</summary>
public sealed partial class AuditPage(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "audit.md"));
    readonly TestHospital hospital = host.NewHospital();
    readonly Dictionary<string, string> known = [];

    [Fact]
    public void Every_state_and_every_reason_is_explained() =>
        Assert.All(
            [.. Vocabulary.Words<OutcomeState>(), .. Vocabulary.Words<OutcomeReason>()], word => Assert.Contains($"`{word}`", page, StringComparison.Ordinal));

    /// <summary>Every block is sent as it stands, and every answer that is printed is a part of what came back.</summary>
    [Fact]
    public async Task The_worked_example_comes_to_what_is_printed()
    {
        await hospital.PublishShippedAsync();
        known["{hospital}"] = hospital.Id;
        var (last, compared, first) = ((JsonNode?)null, 0, (string?)null);
        foreach (Match block in Block().Matches(page))
        {
            var text = await FilledAsync(block.Groups["text"].Value.Trim());
            switch (block.Groups["language"].Value)
            {
                case "http":
                    var answer = await SendAsync(text);
                    last = answer.Json;
                    if (answer.Header("Periop-As-Of") is { } asOf)
                        known.TryAdd("{asOf}", asOf);
                    first ??= text.Contains("/rates", StringComparison.Ordinal) ? answer.Text : null;
                    if (text.Contains("asOf=", StringComparison.Ordinal))
                        Assert.Equal(first, answer.Text);
                    break;
                case "sql":
                    last = JsonValue.Create((long)(await host.SqlAsync(text))!);
                    break;
                default:
                    Holds(JsonNode.Parse(text), last, text);
                    compared++;
                    break;
            }
        }

        Assert.Equal(6, compared);
    }

    async Task<Answer> SendAsync(string text)
    {
        var (request, body) = text.Split("\n\n", 2) is [var head, var rest] ? (head.Split(' '), rest) : (text.Split(' '), null);
        if (request[0] == "GET")
            return await hospital.AskedAsync(request[1]);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        if (!request[1].StartsWith("/api/imports", StringComparison.Ordinal))
            return (await hospital.Everyone.PostAsync(request[1], body!)).Is(200);
        using var file = CaseFiles.Csv(Encoding.UTF8.GetBytes(body!));
        var report = (await hospital.Everyone.SendAsync(HttpMethod.Post, request[1], file)).Is(200);
        Assert.Empty(report.Refused());
        return report;
    }

    /// <summary>With the ids of cases for their numbers, and what was learnt on the way.</summary>
    async Task<string> FilledAsync(string text)
    {
        foreach (Match number in CaseNumber().Matches(text))
            if (!known.ContainsKey(number.Value))
                known[number.Value] = (await hospital.Scheduler.GetAsync($"/api/cases?q={number.Value[1..^1]}")).Items.Single()!["caseId"]!.GetValue<string>();
        return known.Aggregate(text, (filled, k) => filled.Replace(k.Key, k.Value, StringComparison.Ordinal));
    }

    /// <summary>Whether what is printed is a part of the answer; of a list every item.</summary>
    static void Holds(JsonNode? printed, JsonNode? answered, string where)
    {
        switch (printed, answered)
        {
            case (JsonObject one, JsonObject other):
                foreach (var (name, value) in one)
                    Holds(value, other[name], $"{where}\n{name}");
                break;
            case (JsonArray one, JsonArray other):
                Assert.True(one.Count == other.Count, $"{where}: {answered}");
                foreach (var (n, value) in one.Index())
                    Holds(value, other[n], where);
                break;
            default:
                Assert.True(JsonNode.DeepEquals(printed, answered), $"{where}: {printed} is printed, {answered} was answered");
                break;
        }
    }

    [GeneratedRegex("```(?<language>http|json|sql)\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();

    [GeneratedRegex(@"\{E-[0-9]\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CaseNumber();
}
