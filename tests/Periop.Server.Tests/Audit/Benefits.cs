using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>How patients do before and after, and how many of them said so.</summary>
public sealed class Benefits(PeriopHost host) : IClassFixture<PeriopHost>
{
    const string Path = "/api/audit/benefits", Pain = $"{Path}?measure=pain";

    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_time_point_says_how_patients_do_and_how_many_answered()
    {
        await AnsweredAsync(before: 8, after: 3);
        await AnsweredAsync(before: 6, after: 4);
        await AnsweredAsync(before: null, after: 2);
        await hospital.OperatedAsync();
        await (await hospital.OperatedAsync()).ThenAsync("death", 9);
        await (await hospital.OperatedAsync()).ThenAsync("follow-up-withdrawals", 40);
        var lost = await hospital.OperatedAsync();
        await lost.ThenAsync("follow-up-attempts", 39, new { method = "call", result = "not-reached" });
        await lost.ThenAsync("follow-up-losses", 40);
        await hospital.OperatedAsync(incision: hospital.Now.AddDays(-3));
        await (await hospital.OperatedAsync(incision: hospital.Now.AddDays(-30))).RecordedAsync("follow-ups", new { painScore = 1 });
        var points = await PointsAsync(Pain);
        var sixWeeks = points["6-weeks"];
        Assert.Equal((5, 3, 1, 1, 1, 1, 1, 1), (
            sixWeeks.Int("due"), sixWeeks.Int("answered"), sixWeeks.Int("notAnswered"), sixWeeks.Int("lost"), sixWeeks.Int("notYetDue"),
            sixWeeks.Int("answeredEarly"), sixWeeks.Int("died"), sixWeeks.Int("withdrawn")));
        Assert.Equal(0.6, sixWeeks["completeness"]!.GetValue<double>());
        Assert.Equal((3, 3.0, 1.0), Mean(sixWeeks["value"]!));
        Assert.Equal((2, -3.5, 2.12132034356), Mean(sixWeeks["change"]!));
        Assert.Equal(-22.5593071046, sixWeeks["change"]!["interval"]![0]!.GetValue<double>(), 1e-9);
        Assert.Equal(15.5593071046, sixWeeks["change"]!["interval"]![1]!.GetValue<double>(), 1e-9);
        Assert.Equal((9, 2, 7), (points["before"].Int("due"), points["before"].Int("answered"), points["before"].Int("notAnswered")));
        Assert.Null(points["before"]["change"]);
        Assert.Equal((8, 0), (points["12-months"].Int("notYetDue"), points["12-months"].Int("due")));
        Assert.Null(points["12-months"]["completeness"]);
    }

    [Fact]
    public async Task Every_count_has_an_address_and_every_case_its_change()
    {
        var answered = await AnsweredAsync(before: 8, after: 3, surgeon: "surgeon-1");
        await hospital.OperatedAsync(surgeon: "surgeon-1");
        await hospital.OperatedAsync(surgeon: "surgeon-2");
        var point = (await PointsAsync($"{Pain}&groupBy=surgeon", "surgeon-1"))["6-weeks"];
        var explain = point.Str("explain")!;
        Assert.Equal(2, (await hospital.AskedAsync(explain)).Items.Count);
        Assert.Single((await hospital.AskedAsync($"{explain}&state=not-answered")).Items);
        var line = Assert.Single((await hospital.AskedAsync($"{explain}&state=answered")).Items)!;
        Assert.Equal((answered.Id, 3m, -5m, 42, "6-weeks"), (
            line["caseId"]!.GetValue<Guid>(), line["value"]!.GetValue<decimal>(), line["change"]!.GetValue<decimal>(), line.Int("day"), line.Str("timePoint")));
        Assert.Equal(("2025-10-28", "2025-11-25"), (line.Str("firstDay"), line.Str("lastDay")));
    }

    [Fact]
    public async Task The_list_comes_in_pages_and_whole()
    {
        for (var n = 0; n < 3; n++)
            await hospital.OperatedAsync(incision: Cohort.Autumn.AddDays(n));
        var all = (await hospital.AskedAsync($"{Path}/cases?measure=pain")).Items.Select(i => i!.ToJsonString()).ToArray();
        Assert.Equal(12, all.Length);
        var paged = new List<string>();
        for (var cursor = ""; ;)
        {
            var page = await hospital.AskedAsync($"{Path}/cases?measure=pain&limit=5{cursor}");
            paged.AddRange(page.Items.Select(i => i!.ToJsonString()));
            if (page.Json.Str("next") is not { } next)
                break;
            cursor = $"&cursor={next}";
        }

        Assert.Equal(all, paged);
        Assert.Equal(13, (await hospital.AskedAsync($"{Path}/cases?measure=pain&format=csv")).Text.Trim().Split('\n').Length);
        Assert.EndsWith("""{"end":true,"count":12}""",
            (await hospital.AskedAsync($"{Path}/cases?measure=pain&format=ndjson")).Text.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alignment_is_told_by_its_kind_in_the_unit_in_which_it_was_measured_most_often()
    {
        var first = await hospital.OperatedAsync();
        await MeasuredAsync(first, -2, 30, "preoperative");
        await MeasuredAsync(first, 42, 50, "postoperative");
        var second = await hospital.OperatedAsync();
        await MeasuredAsync(second, -2, 3, "preoperative", unit: "mm");
        await MeasuredAsync(second, 2, 45, "intraoperative");
        var answer = (await hospital.AskedAsync($"{Path}?measure=lumbar-lordosis")).Json;
        Assert.Equal(("deg", 1), (answer.Str("unit"), answer.Int("inOtherUnit")));
        var sixWeeks = PointsOf(answer, "all")["6-weeks"];
        Assert.Equal((1, 1), (sixWeeks.Int("answered"), sixWeeks.Int("notAnswered")));
        Assert.Equal(20.0, sixWeeks["change"]!["mean"]!.GetValue<double>());
        Assert.Null(sixWeeks["change"]!["interval"]);
        Assert.Equal(1, PointsOf((await hospital.AskedAsync($"{Path}?measure=lumbar-lordosis&unit=mm")).Json, "all")["before"].Int("answered"));
        var unknown = (await hospital.Quality.GetAsync($"{Path}?measure=lordosis")).IsProblem(404, "measure-unknown");
        Assert.Contains("lumbar-lordosis", unknown.Json.Str("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_question_as_of_an_instant_gives_the_same_bytes_whatever_was_recorded_since()
    {
        await AnsweredAsync(before: 8, after: 3);
        var before = await hospital.AskedAsync(Pain);
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        await AnsweredAsync(before: 9, after: 9);
        Assert.Equal(2, PointsOf((await hospital.AskedAsync(Pain)).Json, "all")["6-weeks"].Int("answered"));
        var again = await hospital.AskedAsync($"{Pain}&asOf={Uri.EscapeDataString(before.Json.Str("asOf")!)}");
        Assert.Equal((before.Text, before.ETag), (again.Text, again.ETag));
    }

    [Fact]
    public async Task A_score_that_is_retracted_answers_no_more()
    {
        var surgicalCase = await hospital.OperatedAsync();
        var answered = await surgicalCase.ThenAsync("follow-ups", 42, new { disabilityScore = 20 });
        Assert.Equal(1, (await PointsAsync($"{Path}?measure=disability"))["6-weeks"].Int("answered"));
        await surgicalCase.RecordedAsync("retractions", new { targetEntryId = answered.EntryId, reason = "another patient" });
        Assert.Equal(1, (await PointsAsync($"{Path}?measure=disability"))["6-weeks"].Int("notAnswered"));
    }

    [Fact]
    public async Task Without_cases_there_is_a_group_and_no_figure()
    {
        var sixWeeks = (await PointsAsync(Pain))["6-weeks"];
        Assert.Equal(0, sixWeeks.Int("due"));
        Assert.All(new[] { "completeness", "value", "change" }, name => Assert.Null(sixWeeks[name]));
    }

    [Theory]
    [InlineData("", "/measure")]
    [InlineData("?measure=", "/measure")]
    [InlineData("?measure=pain&unit=mm", "/unit")]
    [InlineData("?measure=lumbar-lordosis&unit=inch", "/unit")]
    [InlineData("?measure=pain&groupBy=hospital", "/groupBy")]
    [InlineData("?measure=pain&groupBy=month-due", "/groupBy")]
    [InlineData("?measure=pain&from=soon", "/from")]
    [InlineData("?measure=pain&version=1", "/version")]
    public async Task A_question_that_cannot_be_meant_is_answered_with_what_can(string question, string pointer)
    {
        (await hospital.Quality.GetAsync(Path + question)).PointsAt(pointer);
        (await hospital.Quality.GetAsync($"{Path}/cases{question}")).PointsAt(pointer);
    }

    [Theory]
    [InlineData("timePoint=6-month", "/timePoint")]
    [InlineData("state=asleep", "/state")]
    public async Task A_word_of_the_list_that_is_none_is_answered_with_those_there_are(string question, string pointer) =>
        (await hospital.Quality.GetAsync($"{Path}/cases?measure=pain&{question}")).PointsAt(pointer);

    [Theory]
    [InlineData("definition=own")]
    [InlineData("definition=spine-follow-up&version=9")]
    public async Task Time_points_that_are_not_known_are_said(string question)
    {
        await hospital.AskedAsync(Pain);
        (await hospital.Quality.GetAsync($"{Pain}&{question}")).IsProblem(404, "definition-unknown");
        (await hospital.Quality.GetAsync($"{Path}/cases?measure=pain&{question}")).IsProblem(404, "definition-unknown");
    }

    async Task<TestCase> AnsweredAsync(decimal? before, decimal after, string surgeon = "surgeon-1")
    {
        var surgicalCase = await hospital.OperatedAsync(surgeon: surgeon);
        if (before is not null)
            await surgicalCase.ThenAsync("follow-ups", -10, new { painScore = before });
        await surgicalCase.ThenAsync("follow-ups", 42, new { painScore = after });
        return surgicalCase;
    }

    static Task MeasuredAsync(TestCase surgicalCase, int day, decimal value, string phase, string unit = "deg") =>
        surgicalCase.ThenAsync("corrections-measured", day, new { kind = "lumbar-lordosis", value, unit, phase });

    async Task<Dictionary<string, JsonNode>> PointsAsync(string question, string key = "all") => PointsOf((await hospital.AskedAsync(question)).Json, key);

    static Dictionary<string, JsonNode> PointsOf(JsonNode answer, string key) =>
        answer["groups"]!.AsArray().Single(g => g!.Str("key") == key)!["points"]!.AsArray().ToDictionary(p => p!.Str("timePoint")!, p => p!);

    static (int, double, double) Mean(JsonNode mean) => (mean.Int("cases"), mean["mean"]!.GetValue<double>(), mean["standardDeviation"]!.GetValue<double>());
}
