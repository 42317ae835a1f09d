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

    [Theory]
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

    async Task CodedAsync(TestCase surgicalCase, string code, string? reason)
    {
        object coding = reason is null ? new { codes = new[] { new { code, units = 1 } } } : new { codes = new[] { new { code, units = 1 } }, reason };
        (await Coder.PostAsync($"{surgicalCase.Path}/codings", coding)).Is(200);
    }

    async Task<Answer> ListAsync(string question)
    {
        await host.SettledAsync();
        return (await Coder.GetAsync("/api/codes" + question)).Is(200);
    }

    static Guid CaseOf(JsonNode? item) => item!["caseId"]!.GetValue<Guid>();

    static string? Text(JsonNode? item, string member) => item![member]?.GetValue<string>();
}
