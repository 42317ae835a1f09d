using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>What the register and a second source say of the same cases.</summary>
public sealed class Reconciliations(PeriopHost host) : IClassFixture<PeriopHost>, IAsyncLifetime
{
    const string Deep = "source=coding&definition=infection-deep&version=1", Path = "/api/audit/reconciliation";

    readonly TestHospital hospital = host.NewHospital();

    public async ValueTask InitializeAsync() => await hospital.PublishShippedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Either_side_says_which_cases_the_other_misses()
    {
        var both = await InfectedAsync();
        var notCoded = await InfectedAsync();
        var notReported = await hospital.OperatedAsync();
        var looked = await hospital.OperatedAsync();
        await looked.ThenAsync("assessments", 35, Cohort.Assessed("infection", "absent"));
        await hospital.OperatedAsync();
        await UploadAsync([both, notReported, looked], "infection-deep", "no such number,infection-deep\n");
        var found = (await hospital.AskedAsync($"{Path}?{Deep}")).Json;
        Assert.Equal((1, 1, 2, 0, 1), (
            found.Int("matched"), found.Int("onlyInRegister"), found.Int("onlyInSecondSource"), found.Int("outsideQuestion"), found.Int("noCase")));
        Assert.Equal((1, 3, 0.333333333333), Share(found["matchRate"]!));
        Assert.Equal((1, 2, 0.5), Share(found["sourceAscertainment"]!));
        Assert.Equal([0.0614919447204, 0.792340399198], found["matchRate"]!["wilson"]!.AsArray().Select(v => v!.GetValue<double>()));
        Assert.Equal("""{"absent":1,"due-not-assessed":1}""", found["onlyInSecondSourceStates"]!.ToJsonString());
        Assert.Equal([notReported.Id, looked.Id], IdsOf(found["missingInRegister"]!));
        Assert.Equal([notCoded.Id], IdsOf(found["missingInSecondSource"]!));
        Assert.Equal("""["no such number"]""", found["unknownNumbers"]!.ToJsonString());
        Assert.Equal(("quality-1", 4, 0), (found["upload"]!.Str("uploadedBy"), found["upload"]!.Int("cases"), found["upload"]!.Int("refusedLines")));
    }

    [Fact]
    public async Task Every_count_has_an_address()
    {
        var both = await InfectedAsync();
        await InfectedAsync();
        var earlier = await hospital.OperatedAsync(incision: Cohort.Autumn.AddDays(-40));
        var notOperated = await hospital.CaseAsync();
        await UploadAsync([both, earlier, notOperated], "infection-deep", "no such number,infection-deep\n");
        var found = (await hospital.AskedAsync($"{Path}?{Deep}&from=2025-09-30&to=2025-10-01")).Json;
        var explain = found.Str("explain")!;
        foreach (var (count, side, expected) in new[]
        {
            ("matched", "matched", 1), ("onlyInRegister", "only-in-register", 1), ("onlyInSecondSource", "only-in-second-source", 0),
            ("outsideQuestion", "outside-question", 2), ("noCase", "no-case", 1),
        })
        {
            Assert.Equal(expected, found.Int(count));
            Assert.Equal(expected, (await hospital.AskedAsync($"{explain}&side={side}")).Items.Count);
        }

        var all = await hospital.AskedAsync(explain);
        Assert.Equal(5, all.Items.Count);
        var first = await hospital.AskedAsync($"{explain}&limit=2");
        var second = await hospital.AskedAsync($"{explain}&limit=2&cursor={first.Json.Str("next")}");
        var last = await hospital.AskedAsync($"{explain}&limit=2&cursor={second.Json.Str("next")}");
        Assert.Null(last.Json.Str("next"));
        Assert.Equal(all.Items.Select(i => i!.ToJsonString()), first.Items.Concat(second.Items).Concat(last.Items).Select(i => i!.ToJsonString()));
        Assert.Equal(6, (await hospital.AskedAsync($"{explain}&format=csv")).Text.Trim().Split('\n').Length);
        Assert.EndsWith("""{"end":true,"count":5}""", (await hospital.AskedAsync($"{explain}&format=ndjson")).Text.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_family_takes_what_the_source_says_of_its_members_and_a_member_nothing_of_the_family()
    {
        var (deep, family) = (await InfectedAsync(), await InfectedAsync());
        await UploadAsync([deep], "infection-deep", $"{await NumberAsync(family)},infection\n");
        Assert.Equal(2, (await hospital.AskedAsync($"{Path}?source=coding&definition=infection")).Json.Int("matched"));
        Assert.Equal((1, 1), (await hospital.AskedAsync($"{Path}?{Deep}")).Json is var found ? (found.Int("matched"), found.Int("onlyInRegister")) : default);
    }

    [Fact]
    public async Task The_match_rate_as_of_an_instant_is_by_the_upload_of_then_to_the_byte()
    {
        var surgicalCase = await InfectedAsync();
        await UploadAsync([surgicalCase], "infection-deep");
        var before = await hospital.AskedAsync($"{Path}?{Deep}");
        Assert.Equal((1, 1, 1.0), Share(before.Json["matchRate"]!));
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        await UploadAsync([await hospital.OperatedAsync()], "infection-deep");
        var after = await hospital.AskedAsync($"{Path}?{Deep}");
        Assert.Equal((0, 1, 0.0), Share(after.Json["matchRate"]!));
        Assert.Equal((0, 1, 0.0), Share(after.Json["sourceAscertainment"]!));
        var again = await hospital.AskedAsync($"{Path}?{Deep}&asOf={Uri.EscapeDataString(before.Json.Str("asOf")!)}");
        Assert.Equal((before.Text, before.ETag), (again.Text, again.ETag));
    }

    [Fact]
    public async Task A_late_report_moves_a_case_to_those_that_both_have()
    {
        var surgicalCase = await hospital.OperatedAsync();
        await UploadAsync([surgicalCase], "infection-deep");
        Assert.Equal(1, (await hospital.AskedAsync($"{Path}?{Deep}")).Json.Int("onlyInSecondSource"));
        await surgicalCase.ThenAsync("complications", 10, new { kind = "infection-deep" });
        Assert.Equal(1, (await hospital.AskedAsync($"{Path}?{Deep}")).Json.Int("matched"));
    }

    [Fact]
    public async Task A_source_that_says_nothing_of_the_kind_has_no_match_rate()
    {
        await InfectedAsync();
        await UploadAsync([], "infection-deep");
        var found = (await hospital.AskedAsync($"{Path}?{Deep}")).Json;
        Assert.Null(found["matchRate"]!["rate"]);
        Assert.Null(found["matchRate"]!["wilson"]);
        Assert.Equal((0, 1, 0.0), Share(found["sourceAscertainment"]!));
    }

    [Fact]
    public async Task Another_hospital_does_not_know_the_source()
    {
        await UploadAsync([await InfectedAsync()], "infection-deep");
        var other = host.NewHospital();
        await other.PublishShippedAsync();
        await other.AskedAsync("/api/audit/rates?definition=infection-deep");
        (await other.Quality.GetAsync($"{Path}?{Deep}")).IsProblem(404, "second-source-unknown");
    }

    [Theory]
    [InlineData("definition=infection-deep", "/source")]
    [InlineData("definition=infection-deep&source=The%20Coding", "/source")]
    [InlineData("source=coding", "/definition")]
    [InlineData("source=coding&definition=infection-deep&version=x", "/version")]
    [InlineData("source=coding&definition=infection-deep&from=soon", "/from")]
    public async Task A_question_that_cannot_be_meant_is_answered_with_what_can(string question, string pointer)
    {
        (await hospital.Quality.GetAsync($"{Path}?{question}")).PointsAt(pointer);
        (await hospital.Quality.GetAsync($"{Path}/cases?{question}")).PointsAt(pointer);
    }

    [Fact]
    public async Task A_side_that_is_none_is_answered_with_those_there_are() =>
        (await hospital.Quality.GetAsync($"{Path}/cases?{Deep}&side=left")).PointsAt("/side");

    [Fact]
    public async Task What_cannot_be_asked_of_it_is_said() =>
        (await hospital.Quality.GetAsync($"{Path}?{Deep}&groupBy=surgeon")).IsProblem(400, "unknown-parameter");

    async Task<TestCase> InfectedAsync()
    {
        var surgicalCase = await hospital.OperatedAsync();
        await surgicalCase.ThenAsync("complications", 10, new { kind = "infection-deep" });
        return surgicalCase;
    }

    async Task UploadAsync(TestCase[] cases, string kind, string more = "")
    {
        var file = new StringBuilder("caseNumber,kind\n");
        foreach (var surgicalCase in cases)
            file.Append(await NumberAsync(surgicalCase)).Append(',').Append(kind).Append('\n');
        var sent = await hospital.Quality.SendAsync(
            HttpMethod.Put, "/api/audit/second-sources/coding", new StringContent(file + more, Encoding.UTF8, "text/csv"));
        Assert.InRange(sent.Status, 200, 201);
    }

    static async Task<string> NumberAsync(TestCase surgicalCase) => (await surgicalCase.ReadAsync()).Json.Text("caseNumber")!;

    static (int, int, double) Share(JsonNode share) => (share.Int("matched"), share.Int("cases"), share["rate"]!.GetValue<double>());

    static IEnumerable<Guid> IdsOf(JsonNode cases) => cases.AsArray().Select(c => c!["caseId"]!.GetValue<Guid>());
}
