using System.Text.Json.Nodes;
using Periop.Server.Register;
using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>The flags of all cases.</summary>
public sealed class DeviationList(PeriopHost host) : IClassFixture<PeriopHost>
{
    const string Code = "time-out-missing";

    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task They_are_those_of_the_cases_with_what_became_of_them()
    {
        var surgicalCase = await IncisedAsync();
        await surgicalCase.RecordedAsync("flag-acknowledgements", new { code = Code, reason = "bleeding" });
        var shown = (await surgicalCase.ReadAsync()).Flags.Order();
        var listed = (await ListAsync("")).Items;
        Assert.Equal(shown, listed.Select(d => Text(d, "code")!).Order());
        var found = listed.Single(d => Text(d, "code") == Code)!;
        Assert.Equal(
            (surgicalCase.Id, "safety", true, "surgeon-3", "OR-1"),
            (found["caseId"]!.GetValue<Guid>(), Text(found, "severity"), found["overridden"]!.GetValue<bool>(), Text(found, "surgeon"), Text(found, "room")));
        Assert.NotNull(found["acknowledgedByEntryId"]);
        Assert.DoesNotContain("bleeding", found.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_are_found_by_day_code_severity_surgeon_and_room()
    {
        await IncisedAsync();
        var day = DateOnly.FromDateTime(hospital.Now.ToOffset(TimeSpan.FromHours(1)).DateTime);
        foreach (var (question, count) in new[]
        {
            ("", 1), ($"&from={day:O}&to={day.AddDays(1):O}", 1), ($"&from={day.AddDays(1):O}", 0), ($"&to={day:O}", 0), ("&severity=safety", 1),
            ("&severity=info", 0), ("&surgeon=surgeon-3", 1), ("&surgeon=surgeon-4", 0), ("&room=OR-1", 1), ("&room=OR-2", 0),
        })
            Assert.True((await ListAsync($"?code={Code}{question}")).Items.Count == count, $"{question} should find {count}");
        foreach (var (question, member) in new[]
        {
            ("from=yesterday", "/from"), ("to=2026-02-30", "/to"), ("code=nothing", "/code"), ("severity=grave", "/severity"), ("surgeon=%00", "/surgeon"),
        })
            (await hospital.Quality.GetAsync($"/api/register/deviations?{question}")).PointsAt(member);
    }

    [Fact]
    public async Task As_of_an_instant_the_answer_stays_the_same_to_the_byte_when_a_flag_is_gone()
    {
        var surgicalCase = await IncisedAsync();
        var then = await ListAsync($"?code={Code}");
        Assert.Equal((RegisterVersion.Shipped.Number, "0", 1), (then.Json["engine"]!.GetValue<int>(), then.Header("Periop-Behind"), then.Items.Count));
        await surgicalCase.RecordedAsync("retractions", new { targetEntryId = then.Items[0]!["entryIds"]![0]!.GetValue<Guid>(), reason = "no incision" });
        Assert.Empty((await ListAsync($"?code={Code}")).Items);
        Assert.Equal(then.Text, (await ListAsync($"?code={Code}&asOf={Text(then.Json, "asOf")}")).Text);
    }

    [Fact]
    public async Task They_are_paged_and_come_as_a_whole()
    {
        await IncisedAsync();
        await IncisedAsync();
        var all = (await ListAsync("?limit=500")).Items.Select(d => d!.ToJsonString()).ToArray();
        var (seen, cursor) = (new List<string>(), "");
        while (cursor is not null)
        {
            var page = await ListAsync($"?limit=3{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}");
            seen.AddRange(page.Items.Select(d => d!.ToJsonString()));
            cursor = Text(page.Json, "next");
        }

        Assert.Equal(all, seen);
        foreach (var format in new[] { "ndjson", "csv" })
        {
            var whole = (await hospital.Quality.GetAsync($"/api/register/deviations?format={format}")).Is(200);
            Assert.Equal(all.Length + 1, whole.Text.TrimEnd().Split('\n').Length);
        }
    }

    /// <summary>A case with an incision before any time-out.</summary>
    async Task<TestCase> IncisedAsync()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        await surgicalCase.RecordedAsync("incision", new { @override = "bleeding" });
        return surgicalCase;
    }

    async Task<Answer> ListAsync(string question)
    {
        await host.SettledAsync();
        return (await hospital.Quality.GetAsync("/api/register/deviations" + question)).Is(200);
    }

    static string? Text(JsonNode? item, string member) => item![member]?.GetValue<string>();
}
