using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>Who has to be followed up, and when.</summary>
public sealed class FollowUpsDue(PeriopHost host) : IClassFixture<PeriopHost>, IAsyncLifetime
{
    const string DeepInfection = "definition=infection-deep&version=1";

    readonly TestHospital hospital = host.NewHospital();

    public async ValueTask InitializeAsync() => await hospital.PublishShippedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_case_that_nobody_assessed_is_due_and_overdue_after_the_grace()
    {
        var due = await hospital.OperatedAsync(incision: hospital.Now.AddDays(-40), patient: "p-1");
        var overdue = await hospital.OperatedAsync(patient: "p-2");
        var lines = await DueAsync(DeepInfection);
        Assert.Equal([(due.Id, false, "p-1"), (overdue.Id, true, "p-2")],
            lines.Select(l => (l["caseId"]!.GetValue<Guid>(), l["overdue"]!.GetValue<bool>(), l.Str("patientRef")!)));
    }

    [Fact]
    public async Task What_will_be_due_by_a_day_is_in_the_list_of_that_day()
    {
        await hospital.OperatedAsync(incision: hospital.Now.AddDays(-3));
        Assert.Empty(await DueAsync(DeepInfection));
        Assert.Equal("not-yet-due", Assert.Single(await DueAsync($"{DeepInfection}&until=2026-04-01")).Str("state"));
    }

    [Fact]
    public async Task What_was_assessed_lost_or_declined_is_not_due()
    {
        await (await hospital.OperatedAsync()).ThenAsync("assessments", 35, Cohort.Assessed("infection", "absent"));
        await (await hospital.OperatedAsync()).ThenAsync("follow-up-withdrawals", 40);
        var lost = await hospital.OperatedAsync();
        await lost.ThenAsync("follow-up-attempts", 39, new { method = "call", result = "not-reached" });
        await lost.ThenAsync("follow-up-losses", 40);
        Assert.Empty(await DueAsync(DeepInfection));
    }

    [Fact]
    public async Task An_attempt_leaves_a_case_due_and_is_named()
    {
        var surgicalCase = await hospital.OperatedAsync();
        await surgicalCase.ThenAsync("follow-up-attempts", 38, new { method = "letter", result = "not-reached" });
        await surgicalCase.ThenAsync("follow-up-attempts", 39, new { method = "call", result = "wrong-contact" });
        var attempt = Assert.Single(await DueAsync(DeepInfection))["lastAttempt"]!;
        Assert.Equal(("call", "wrong-contact"), (attempt.Str("method"), attempt.Str("result")));
    }

    [Fact]
    public async Task Completeness_by_the_month_due_has_a_light()
    {
        await (await hospital.OperatedAsync()).ThenAsync("assessments", 35, Cohort.Assessed("infection", "absent"));
        await hospital.OperatedAsync(incision: Cohort.Autumn.AddDays(30));
        foreach (var (month, light) in new[] { ("2025-10", "green"), ("2025-11", "red") })
            Assert.Equal(light, (await hospital.RateAsync($"{DeepInfection}&groupBy=month-due", month)).Str("light"));
    }

    [Theory]
    [InlineData("until=soon", "/until")]
    [InlineData("version=1", "/version")]
    public async Task A_question_that_cannot_be_meant_is_answered_with_what_can(string question, string pointer) =>
        (await hospital.Quality.GetAsync($"/api/register/follow-ups/due?{question}")).PointsAt(pointer);

    async Task<JsonNode[]> DueAsync(string question) => [.. (await hospital.AskedAsync($"/api/register/follow-ups/due?{question}")).Items.Select(i => i!)];
}
