using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>The cases that a coder has to decide about, and what was decided.</summary>
public sealed class CodingList(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    Person Coder => hospital.As("coder");

    [Fact]
    public async Task It_shows_suggestion_and_decision_and_where_they_differ()
    {
        var (open, differing, agreed) = (await OperatedAsync(), await OperatedAsync(), await OperatedAsync());
        await CodedAsync(differing, "22210", "the level was miscounted");
        await CodedAsync(agreed, "22214", null);
        var items = (await ListAsync("")).Items;
        Assert.Equal([open.Id, differing.Id, agreed.Id], items.Select(CaseOf));
        Assert.Equal(["open", "coded", "coded"], items.Select(i => Text(i, "status")));
        Assert.Equal([null, true, false], items.Select(i => i!["differs"]?.GetValue<bool>()));
        Assert.All(items, i => Assert.Equal("""[{"code":"22214","units":1}]""", i!["suggested"]!.ToJsonString()));
        Assert.Equal(("surgeon-3", "spinal-osteotomy", "spinal-osteotomy-codes.v1"),
            (Text(items[0], "surgeon"), Text(items[0], "procedure"), Text(items[0], "ruleSet")));
        Assert.Equal("the level was miscounted", Text(items[1]!["decision"], "reason"));
        Assert.Equal("""[{"code":"22210","suggested":0,"decided":1},{"code":"22214","suggested":1,"decided":0}]""", items[1]!["differences"]!.ToJsonString());
    }

    [Fact]
    public async Task A_case_is_in_it_once_it_is_over_and_was_begun()
    {
        var aborted = await hospital.CaseInOperationAsync();
        await aborted.RecordedAsync("cancellation", new { code = "patient-health" });
        await hospital.CaseInOperationAsync();
        var neverBegun = await hospital.CaseInRoomAsync();
        await neverBegun.RecordedAsync("room-exit");
        var inError = await OperatedAsync();
        await inError.RecordedAsync("retractions", new { targetEntryId = inError.Id, reason = "another hospital's" });
        Assert.Equal([aborted.Id], (await ListAsync("")).Items.Select(CaseOf));
    }

    [Fact]
    public async Task What_was_just_coded_is_no_longer_open()
    {
        var (coded, open) = (await OperatedAsync(), await OperatedAsync());
        Assert.Equal(2, (await ListAsync("?status=open")).Items.Count);
        await CodedAsync(coded, "22214", null);
        Assert.Equal([open.Id], (await Coder.GetAsync("/api/codes?status=open")).Is(200).Items.Select(CaseOf));
        Assert.Equal([coded.Id], (await Coder.GetAsync("/api/codes?status=coded")).Is(200).Items.Select(CaseOf));
    }

    [Fact]
    public async Task It_is_of_the_local_days_of_the_first_incision()
    {
        await OperatedAsync();
        var day = DateOnly.FromDateTime(hospital.Now.ToOffset(TimeSpan.FromHours(1)).DateTime);
        foreach (var (question, count) in new[]
        {
            ($"?from={day:O}&to={day.AddDays(1):O}", 1), ($"?from={day.AddDays(1):O}", 0), ($"?to={day:O}", 0), ($"?from={day:O}", 1),
        })
            Assert.True((await ListAsync(question)).Items.Count == count, $"{question} should find {count}");
        Assert.Equal($"{day:O}", Text((await ListAsync("")).Items[0], "date"));
    }

    [Fact]
    public async Task It_is_paged_past_the_cases_of_the_other_status_and_comes_as_a_whole()
    {
        var open = new List<Guid>();
        for (var i = 0; i < 6; i++)
        {
            var surgicalCase = await OperatedAsync();
            if (i % 3 == 2)
                open.Add(surgicalCase.Id);
            else
                await CodedAsync(surgicalCase, "22214", null);
        }

        var first = await ListAsync("?status=open&limit=1");
        var second = (await Coder.GetAsync($"/api/codes?status=open&limit=1&cursor={Text(first.Json, "next")}")).Is(200);
        Assert.Equal(open, first.Items.Concat(second.Items).Select(CaseOf));
        Assert.Null(second.Json["next"]);
        var lines = (await ListAsync("?format=ndjson")).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("""{"end":true,"count":6}""", lines[^1]);
        Assert.Equal(7, (await ListAsync("?format=csv")).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task The_summary_says_how_often_a_decision_differs_and_by_which_code_coder_and_reason()
    {
        await OperatedAsync();
        await CodedAsync(await OperatedAsync(), "22210", "the level was miscounted");
        await CodedAsync(await OperatedAsync(), "22210", "the level was miscounted");
        var other = hospital.Named("coder-2", "coder");
        await CodedAsync(await OperatedAsync(), "22214", null, other);
        var summary = await SummaryAsync("");
        Assert.Equal((4, 1, 0), (summary["cases"]!.GetValue<int>(), summary["open"]!.GetValue<int>(), summary["suggestionChanged"]!.GetValue<int>()));
        Assert.Equal("""{"coded":3,"differing":2,"rate":0.666666666667,"wilson":[0.207659600802,0.93850805528]}""", summary["decisions"]!.ToJsonString());
        Assert.Equal(["spinal-osteotomy-codes.v1"], summary["ruleSets"]!.AsArray().Select(r => r!.GetValue<string>()));
        Assert.Equal(
            ["22210 suggested 0 decided 2 added 2 left out 0, 2 of 2 differ", "22214 suggested 3 decided 1 added 0 left out 2, 2 of 3 differ"],
            summary["codes"]!.AsArray().Select(c => $"{Text(c, "code")} suggested {c!["suggested"]} decided {c["decided"]} added {c["added"]} "
                + $"left out {c["leftOut"]}, {c["decisions"]!["differing"]} of {c["decisions"]!["coded"]} differ"));
        Assert.Equal(["coder-1 2 of 2", "coder-2 0 of 1"], summary["coders"]!.AsArray().Select(c =>
            $"{Text(c, "coder")} {c!["decisions"]!["differing"]} of {c["decisions"]!["coded"]}"));
        Assert.Equal("""[{"reason":"the level was miscounted","cases":2}]""", summary["reasons"]!.ToJsonString());
    }

    [Fact]
    public async Task Every_count_of_the_summary_has_an_address()
    {
        await OperatedAsync();
        await CodedAsync(await OperatedAsync(), "22210", "the level was miscounted");
        await CodedAsync(await OperatedAsync(), "22214", null);
        var summary = await SummaryAsync("");
        foreach (var (more, count) in new[] { ("", 3), ("&status=open", 1), ("&status=coded", 2), ("&differs=true", 1), ("&differs=false", 1) })
            Assert.Equal(count, (await ListAsync(Text(summary, "explain")! + more)).Items.Count);
        Assert.Equal([1, 2], await CountsAsync("codes"));
        Assert.Equal([2], await CountsAsync("coders"));

        async Task<IReadOnlyList<int>> CountsAsync(string member)
        {
            var counts = new List<int>();
            foreach (var item in summary[member]!.AsArray())
                counts.Add((await ListAsync(Text(item, "explain")!)).Items.Count);
            return counts;
        }
    }

    [Fact]
    public async Task The_summary_and_its_cases_as_of_an_instant_are_the_same_whatever_was_recorded_since()
    {
        var surgicalCase = await OperatedAsync();
        await CodedAsync(surgicalCase, "22214", null);
        await host.SettledAsync();
        var before = (await Coder.GetAsync("/api/codes/summary")).Is(200);
        var listed = await ListAsync(Text(before.Json, "explain")!);
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        await CodedAsync(surgicalCase, "22210", "looked again");
        await OperatedAsync();
        Assert.Equal(2, (await SummaryAsync(""))["cases"]!.GetValue<int>());
        var again = (await Coder.GetAsync($"/api/codes/summary?asOf={Uri.EscapeDataString(Text(before.Json, "asOf")!)}")).Is(200);
        Assert.Equal((before.Text, before.ETag), (again.Text, again.ETag));
        Assert.Equal(listed.Text, (await ListAsync(Text(before.Json, "explain")!)).Text);
        Assert.Equal(Text(before.Json, "asOf"), listed.Header("Periop-As-Of"));
    }

    [Fact]
    public async Task A_summary_of_days_without_cases_has_no_rate()
    {
        await CodedAsync(await OperatedAsync(), "22214", null);
        var summary = await SummaryAsync("?to=2020-01-01");
        Assert.Equal(0, summary["cases"]!.GetValue<int>());
        Assert.Equal("""{"coded":0,"differing":0,"rate":null,"wilson":null}""", summary["decisions"]!.ToJsonString());
        (await Coder.GetAsync("/api/codes/summary?from=soon")).PointsAt("/from");
        (await Coder.GetAsync("/api/codes/summary?from=2026-03-02&to=2026-03-01")).PointsAt("/to");
    }

    [Theory]
    [InlineData("?differs=perhaps", "/differs")]
    [InlineData("?coder=", "/coder")]
    [InlineData("?code=%00", "/code")]
    [InlineData("?asOf=soon", "/asOf")]
    [InlineData("?status=done", "/status")]
    [InlineData("?from=yesterday", "/from")]
    [InlineData("?to=2026-02-30", "/to")]
    [InlineData("?from=2026-03-02&to=2026-03-01", "/to")]
    [InlineData("?cursor=none", "/cursor")]
    public async Task What_cannot_be_read_is_pointed_at(string question, string pointer) => (await Coder.GetAsync("/api/codes" + question)).PointsAt(pointer);

    async Task<TestCase> OperatedAsync()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("osteotomies", new { level = "L2", approach = "posterior", grade = 2, columns = 1 });
        await surgicalCase.RecordedAsync("room-exit");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        return surgicalCase;
    }

    async Task CodedAsync(TestCase surgicalCase, string code, string? reason, Person? by = null)
    {
        object coding = reason is null ? new { codes = new[] { new { code, units = 1 } } } : new { codes = new[] { new { code, units = 1 } }, reason };
        (await (by ?? Coder).PostAsync($"{surgicalCase.Path}/codings", coding)).Is(200);
    }

    async Task<Answer> ListAsync(string question)
    {
        await host.SettledAsync();
        return (await Coder.GetAsync(question.StartsWith('/') ? question : "/api/codes" + question)).Is(200);
    }

    async Task<JsonNode> SummaryAsync(string question)
    {
        await host.SettledAsync();
        return (await Coder.GetAsync("/api/codes/summary" + question)).Is(200).Json;
    }

    static Guid CaseOf(JsonNode? item) => item!["caseId"]!.GetValue<Guid>();

    static string? Text(JsonNode? item, string member) => item![member]?.GetValue<string>();
}
