using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>Rates, counted by the seven states, that can be asked again.</summary>
public sealed class Rates(PeriopHost host) : IClassFixture<PeriopHost>, IAsyncLifetime
{
    const string DeepInfection = "definition=infection-deep&version=1";

    readonly TestHospital hospital = host.NewHospital();

    public async ValueTask InitializeAsync() => await hospital.PublishShippedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_rate_says_what_became_of_every_case()
    {
        var had = await hospital.OperatedAsync();
        await had.ThenAsync("complications", 10, new { kind = "infection-deep" });
        await (await hospital.OperatedAsync()).ThenAsync("assessments", 35, Cohort.Assessed("infection", "absent"));
        await (await hospital.OperatedAsync()).ThenAsync("assessments", 35, Cohort.Assessed("infection-deep", "absent"));
        await (await hospital.OperatedAsync()).ThenAsync("death", 9);
        await (await hospital.OperatedAsync()).ThenAsync("follow-up-withdrawals", 40);
        var lost = await hospital.OperatedAsync();
        await lost.ThenAsync("follow-up-attempts", 39, new { method = "call", result = "not-reached" });
        await lost.ThenAsync("follow-up-losses", 40);
        await hospital.OperatedAsync();
        await hospital.OperatedAsync(incision: hospital.Now.AddDays(-3));
        await (await hospital.OperatedAsync(incision: hospital.Now.AddDays(-3))).RecordedAsync("complications", new { kind = "infection-deep" });
        var group = await hospital.RateAsync(DeepInfection);
        Assert.Equal((7, 1, 2, 2, 1, 1, 1, 1, 1), (
            group.Int("cases"), group.Int("present"), group.Int("absent"), group.Int("notYetDue"), group.Int("dueNotAssessed"), group.Int("lost"),
            group.Int("died"), group.Int("withdrawn"), group.Int("presentEarly")));
        Assert.Equal((0.333333333333, 0.6, 0.2, 0.6), (
            group["rate"]!.GetValue<double>(), group["worst"]!.GetValue<double>(), group["best"]!.GetValue<double>(),
            group["completeness"]!.GetValue<double>()));
        Assert.Equal([0.0614919447204, 0.792340399198], group["wilson"]!.AsArray().Select(v => v!.GetValue<double>()));
    }

    [Fact]
    public async Task Every_count_has_an_address()
    {
        await (await hospital.OperatedAsync(surgeon: "surgeon-1")).ThenAsync("complications", 10, new { kind = "infection-deep" });
        await hospital.OperatedAsync(surgeon: "surgeon-1");
        await hospital.OperatedAsync(surgeon: "surgeon-1", incision: hospital.Now.AddDays(-3));
        await hospital.OperatedAsync(surgeon: "surgeon-2");
        var group = await hospital.RateAsync($"{DeepInfection}&groupBy=surgeon&from=2025-01-01&to=2026-04-01", "surgeon-1");
        var explain = group.Str("explain")!;
        Assert.Equal(3, (await hospital.AskedAsync(explain)).Items.Count);
        foreach (var (count, state) in new[] { ("present", "present"), ("dueNotAssessed", "due-not-assessed"), ("notYetDue", "not-yet-due"), ("lost", "lost") })
            Assert.Equal(group.Int(count), (await hospital.AskedAsync($"{explain}&state={state}")).Items.Count);
    }

    [Fact]
    public async Task The_same_question_as_of_an_instant_gives_the_same_bytes_whatever_was_recorded_since()
    {
        var surgicalCase = await hospital.OperatedAsync();
        await surgicalCase.ThenAsync("complications", 10, new { kind = "infection-deep" });
        var before = await hospital.AskedAsync($"/api/audit/rates?{DeepInfection}");
        var asOf = Uri.EscapeDataString(before.Json["asOf"]!.GetValue<string>());
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        await (await hospital.OperatedAsync()).ThenAsync("complications", 10, new { kind = "infection-deep" });
        Assert.Equal(2, (await hospital.RateAsync(DeepInfection)).Int("present"));
        var again = await hospital.AskedAsync($"/api/audit/rates?{DeepInfection}&asOf={asOf}");
        Assert.Equal((before.Text, before.ETag), (again.Text, again.ETag));
    }

    [Fact]
    public async Task A_death_on_any_case_of_a_patient_counts_for_all_of_them()
    {
        await hospital.OperatedAsync(patient: "p-1");
        var later = await hospital.OperatedAsync(incision: Cohort.Autumn.AddDays(5), patient: "p-1");
        await later.ThenAsync("death", 20);
        Assert.Equal(2, (await hospital.RateAsync(DeepInfection)).Int("died"));
    }

    [Fact]
    public async Task A_patient_correction_takes_the_death_along()
    {
        await hospital.OperatedAsync(patient: "p-1");
        var later = await hospital.OperatedAsync(incision: Cohort.Autumn.AddDays(5), patient: "p-1");
        await later.ThenAsync("death", 20);
        await later.RecordedAsync("patient-corrections", new { patientRef = "p-2", reason = "digits swapped" });
        Assert.Equal(1, (await hospital.RateAsync(DeepInfection)).Int("died"));
    }

    [Fact]
    public async Task Filters_and_groups_choose_the_cases()
    {
        await hospital.OperatedAsync(surgeon: "surgeon-1");
        var cut = await hospital.OperatedAsync(surgeon: "surgeon-2", incision: Cohort.Autumn.AddDays(40));
        await cut.ThenAsync("osteotomies", 40, new { level = "L2", approach = "posterior", grade = 3 });
        await cut.ThenAsync("osteotomies", 40, new { level = "T12", approach = "posterior", grade = 2 });
        foreach (var (question, keys) in new (string, string[])[]
        {
            ("groupBy=surgeon", ["surgeon-1", "surgeon-2"]), ("groupBy=month", ["2025-09", "2025-11"]), ("groupBy=quarter", ["2025-Q3", "2025-Q4"]),
            ("groupBy=grade", ["3", "unknown"]), ("groupBy=segments", ["2", "unknown"]), ("groupBy=region", ["mixed", "unknown"]),
            ("groupBy=service", ["spine"]), ("groupBy=room", ["OR-1"]), ("groupBy=procedure", ["spinal-osteotomy"]),
            ("groupBy=surgeon&grade=3", ["surgeon-2"]), ("groupBy=surgeon&region=mixed", ["surgeon-2"]), ("groupBy=surgeon&surgeon=surgeon-1", ["surgeon-1"]),
            ("groupBy=surgeon&from=2025-10-01", ["surgeon-2"]), ("groupBy=surgeon&to=2025-10-01", ["surgeon-1"]), ("groupBy=surgeon&family=other", []),
        })
            Assert.Equal(keys,
                (await hospital.AskedAsync($"/api/audit/rates?{DeepInfection}&{question}")).Json["groups"]!.AsArray().Select(g => g!.Str("key")));
    }

    [Fact]
    public async Task A_group_with_less_than_one_event_to_expect_is_offered_the_month_from_which_it_has_enough()
    {
        for (var n = 0; n < 3; n++)
            await (await hospital.OperatedAsync(surgeon: "surgeon-1")).ThenAsync("complications", 10, new { kind = "infection-deep" });
        for (var n = 0; n < 3; n++)
            await (await hospital.OperatedAsync(surgeon: "surgeon-1")).ThenAsync("assessments", 35, Cohort.Assessed("infection", "absent"));
        await (await hospital.OperatedAsync(surgeon: "surgeon-2")).ThenAsync("assessments", 35, Cohort.Assessed("infection", "absent"));
        await hospital.OperatedAsync(surgeon: "surgeon-2", incision: Cohort.Autumn.AddDays(-100));
        await hospital.OperatedAsync(surgeon: "surgeon-2", incision: Cohort.Autumn.AddDays(-40));
        var question = $"{DeepInfection}&groupBy=surgeon&from=2025-09-01";
        Assert.Equal("2025-06-01", (await hospital.RateAsync(question, "surgeon-2")).Str("poolFrom"));
        Assert.Null((await hospital.RateAsync(question, "surgeon-1"))["poolFrom"]);
    }

    [Fact]
    public async Task Without_cases_there_is_a_group_and_no_rate()
    {
        var group = await hospital.RateAsync(DeepInfection);
        Assert.Equal(0, group.Int("cases"));
        Assert.All(new[] { "rate", "wilson", "exact", "worst", "best", "completeness", "estimate" }, name => Assert.Null(group[name]));
    }

    [Theory]
    [InlineData("", "/definition")]
    [InlineData("definition=infection-deep&version=0", "/version")]
    [InlineData("definition=infection-deep&groupBy=hospital", "/groupBy")]
    [InlineData("definition=infection-deep&from=2026-02-01&to=2026-01-01", "/to")]
    [InlineData("definition=infection-deep&from=soon", "/from")]
    [InlineData("definition=infection-deep&grade=7", "/grade")]
    [InlineData("definition=infection-deep&region=neck", "/region")]
    [InlineData("definition=infection-deep&approach=sideways", "/approach")]
    [InlineData("definition=infection-deep&modelVersion=1", "/modelVersion")]
    public async Task A_question_that_cannot_be_meant_is_answered_with_what_can(string question, string pointer) =>
        (await hospital.Quality.GetAsync($"/api/audit/rates?{question}")).PointsAt(pointer);

    [Theory]
    [InlineData("definition=headache", "definition-unknown")]
    [InlineData("definition=infection-deep&version=99", "definition-unknown")]
    [InlineData("definition=infection-deep&model=none", "risk-model-unknown")]
    public async Task What_the_hospital_does_not_know_is_said(string question, string code)
    {
        await hospital.AskedAsync($"/api/audit/rates?{DeepInfection}");
        (await hospital.Quality.GetAsync($"/api/audit/rates?{question}")).IsProblem(404, code);
    }

    [Fact]
    public async Task A_planned_return_is_none_and_neither_is_a_further_stage()
    {
        var first = await hospital.OperatedAsync();
        var stage = await hospital.OperatedAsync(incision: Cohort.Autumn.AddDays(5), stageOf: first.Id);
        await first.ThenAsync("return-to-room", 5, new { planned = false, newCaseId = stage.Id });
        await (await hospital.OperatedAsync()).ThenAsync("return-to-room", 5, new { planned = true });
        await (await hospital.OperatedAsync()).ThenAsync("return-to-room", 5, new { planned = false });
        Assert.Equal(1, (await hospital.RateAsync("definition=return-to-room&version=1")).Int("present"));
    }
}
