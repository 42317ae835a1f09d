using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Xunit;
using static Periop.Server.Tests.Devices;

namespace Periop.Server.Tests.Implants;

/// <summary>The ledger as a list: its order, its pages, its formats, and the instant it is for.</summary>
public sealed class LedgerPages(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task Devices_come_newest_first_then_by_case_then_by_entry_falling()
    {
        var times = new[] { "2026-03-02T05:00:00Z", "2026-03-02T05:00:00.000001Z", "2026-03-02T06:00:00+02:00", "2026-03-02T05:30:00Z" };
        await ManyAsync(3, 12, i => times[i % times.Length]);
        var found = (await hospital.LedgerAsync("?limit=500")).Items;
        Assert.Equal(36, found.Count);
        Assert.Equal(
            found.OrderByDescending(i => i!["placedAt"]!.GetValue<DateTimeOffset>())
                .ThenByDescending(i => i.Text("caseId"), StringComparer.Ordinal)
                .ThenByDescending(i => i.Text("entryId"), StringComparer.Ordinal).Select(i => i.EntryId()),
            found.Select(i => i.EntryId()));
    }

    [Fact]
    public async Task Pages_have_every_device_once_whatever_is_recorded_and_corrected_in_between()
    {
        var surgicalCases = await ManyAsync(2, 15, _ => "2026-03-02T05:00:00Z");
        var (seen, settled) = (new List<JsonNode>(), new List<string>());
        for (string? next = ""; next is not null;)
        {
            var page = (await hospital.LedgerAsync($"?limit=7{(next.Length > 0 ? $"&cursor={next}" : "")}")).Is(200);
            seen.AddRange(page.Items!);
            settled.Add(page.Json.Text("asOf"));
            next = page.Json["next"]?.GetValue<string>();
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await surgicalCases[0].PlacedAsync(Scanned("A1"));
            await CaseOf(seen[^1]).RecordedAsync("time-corrections",
                new { targetEntryId = seen[^1].EntryId(), correctedTo = "2026-03-02T05:59:00Z", reason = "read off the label" });
            await CaseOf(seen[^2]).RetractedAsync(seen[^2].EntryId());
        }

        Assert.Equal(30, seen.Count);
        Assert.Equal(30, seen.Select(i => i.EntryId()).Distinct().Count());
        Assert.Single(settled.Distinct());
        Assert.All(seen, i => Assert.Equal("2026-03-02T05:00:00Z", i.Text("placedAt")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&gtin=51022222233336")]
    [InlineData("&lot=A1&gtin=51022222233336")]
    [InlineData("", "1900-01-01T00:00:00Z")]
    [InlineData("", "2026-03-02T05:00:00.1234567Z")]
    public async Task A_page_of_one_goes_through_devices_of_one_instant(string question, string instant = "2026-03-02T05:00:00Z")
    {
        await ManyAsync(1, 5, _ => instant);
        var (seen, next) = (new HashSet<Guid>(), "");
        while (next is not null)
        {
            var page = (await hospital.LedgerAsync($"?limit=1{question}{(next.Length > 0 ? $"&cursor={next}" : "")}")).Is(200);
            Assert.True(seen.Add(page.Items.Single().EntryId()));
            next = page.Json["next"]?.GetValue<string>();
        }

        Assert.Equal(5, seen.Count);
    }

    [Fact]
    public async Task A_whole_list_has_what_the_pages_have()
    {
        await ManyAsync(2, 6, i => $"2026-03-02T05:{i:00}:00.125Z");
        var (surgicalCase, _) = await hospital.PlacedAsync(Typed("=1+1", "-7", "@R", udi: "+H123 \"quoted\", and\r\nbroken"));
        await surgicalCase.PlacedAsync(new JsonObject { ["kind"] = "rod", ["levels"] = new JsonArray("L2", "L3"), ["expiry"] = "2028-07-07" });
        var page = (await hospital.LedgerAsync("?limit=500")).Is(200);
        var (csv, lines) = (Csv.Read((await hospital.LedgerAsync("?format=csv")).Is(200).Bytes), (await hospital.LedgerAsync("?format=ndjson")).Is(200).Text);
        Assert.Equal([.. page.Items.Select(i => i!.ToJsonString()), """{"end":true,"count":14}""", ""],
            lines.Split('\n').Select(l => l.Length == 0 ? l : JsonNode.Parse(l)!.ToJsonString()));
        Assert.Equal(page.Items[0]!.AsObject().Select(m => m.Key), csv[0]);
        Assert.Equal(page.Items.Select(i => i!.AsObject().Select(m => CellOf(m.Value))), csv.Skip(1));
    }

    [Fact]
    public async Task A_whole_list_has_no_limit_and_no_cursor_and_may_be_asked_for_by_Accept()
    {
        await ManyAsync(1, 3, _ => "2026-03-02T05:00:00Z");
        var next = (await hospital.LedgerAsync("?limit=1")).Json.Text("next");
        (await hospital.LedgerAsync("?limit=1", ("Accept", "text/csv"))).PointsAt("/limit");
        (await hospital.LedgerAsync($"?cursor={next}", ("Accept", "text/csv"))).PointsAt("/cursor");
        Assert.Equal(4, Csv.Read((await hospital.LedgerAsync("", ("Accept", "text/csv"))).Is(200).Bytes).Count);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("ndjson")]
    public async Task Every_format_says_in_a_header_for_which_instant_it_is(string format)
    {
        await hospital.PlacedAsync(Scanned("A1"));
        var now = (await hospital.LedgerAsync()).Json.Text("asOf");
        Assert.Equal(now, (await hospital.LedgerAsync($"?format={format}&asOf={now}")).Is(200).Header("Periop-As-Of"));
    }

    [Fact]
    public async Task A_page_says_which_engine_made_it_and_for_which_instant()
    {
        await hospital.PlacedAsync(Scanned("A1"));
        var page = (await hospital.LedgerAsync()).Is(200).Json;
        Assert.Equal(["engine", "asOf", "items", "next"], page.Select(m => m.Key));
        Assert.True(page["engine"]!.GetValue<int>() >= 1);
        Assert.EndsWith("Z", page.Text("asOf"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tag_is_the_hash_of_the_body_and_what_is_known_is_not_sent_again()
    {
        await hospital.PlacedAsync(Scanned("A1"));
        var asOf = (await hospital.LedgerAsync()).Json.Text("asOf");
        var answer = (await hospital.LedgerAsync($"?asOf={asOf}")).Is(200);
        Assert.Equal($"\"{Convert.ToHexStringLower(SHA256.HashData(answer.Bytes))}\"", answer.ETag);
        foreach (var known in new[] { answer.ETag!, $"W/{answer.ETag}", $"\"0\", {answer.ETag}", "*" })
        {
            var unchanged = (await hospital.LedgerAsync($"?asOf={asOf}", ("If-None-Match", known))).Is(304);
            Assert.Equal((answer.ETag, 0), (unchanged.ETag, unchanged.Bytes.Length));
        }

        Assert.Equal(answer.Text, (await hospital.LedgerAsync($"?asOf={asOf}", ("If-None-Match", "\"0\""))).Is(200).Text);
    }

    [Fact]
    public async Task As_of_an_instant_a_device_is_where_it_was_then()
    {
        var (surgicalCase, device) = await hospital.PlacedAsync(Scanned("A1"));
        var before = (await hospital.LedgerAsync()).Is(200);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await surgicalCase.RemovedAsync(device);
        await surgicalCase.PlacedAsync(Scanned("B2"));
        await hospital.RecalledAsync(new { lots = new[] { "A1" } });
        Assert.Equal(2, (await hospital.LedgerAsync()).Items.Count);
        Assert.Equal(before.Text, (await hospital.LedgerAsync($"?asOf={before.Json.Text("asOf")}")).Text);
    }

    TestCase CaseOf(JsonNode line) => new(hospital, line["caseId"]!.GetValue<Guid>());

    static string CellOf(JsonNode? value) => value switch
    {
        null => "",
        JsonArray many => string.Join(' ', many.Select(one => one!.ToString())),
        _ when value.GetValueKind() is System.Text.Json.JsonValueKind.String && value.ToString() is ['=' or '+' or '-' or '@', ..] => "'" + value,
        _ => value.ToString(),
    };

    async Task<List<TestCase>> ManyAsync(int cases, int devices, Func<int, string> occurredAt)
    {
        var made = new List<TestCase>();
        for (var c = 0; c < cases; c++)
        {
            made.Add(await hospital.CaseInOperationAsync());
            for (var d = 0; d < devices; d++)
            {
                var device = Scanned("A1");
                (device["occurredAt"], device["override"]) = (occurredAt(d), "recorded afterwards");
                await made[c].PlacedAsync(device);
            }
        }

        return made;
    }
}
