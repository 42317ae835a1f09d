using Xunit;

namespace Periop.Server.Tests;

public sealed class CaseLists(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task A_list_is_paged_without_gap_or_double_while_cases_are_added()
    {
        var scheduled = new List<Guid>();
        for (var i = 0; i < 130; i++)
            scheduled.Add((await hospital.CaseAsync(start: hospital.Now.AddDays(i % 7))).Id);
        var (seen, path) = (new List<Guid>(), "/api/cases?limit=30");
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await hospital.Nurse.GetAsync($"{path}{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}")).Is(200);
            Assert.InRange(page.Items.Count, 1, 30);
            seen.AddRange(page.Items.Select(c => c!["caseId"]!.GetValue<Guid>()));
            cursor = page.Json["next"]?.GetValue<string>();
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await hospital.CaseAsync(start: hospital.Now.AddDays(2));
        }

        Assert.Equal(130, seen.Count);
        Assert.Equal(scheduled.Order(), seen.Order());
        Assert.Equal(135, await CountAsync("?limit=500"));
    }

    [Fact]
    public async Task Every_filter_finds_what_it_says()
    {
        var surgicalCase = await hospital.CaseInOperationAsync("OR-3");
        await hospital.CaseAsync("OR-2", hospital.Now.AddDays(1));
        var number = (await surgicalCase.ReadAsync()).Json["caseNumber"]!.GetValue<string>();
        foreach (var (question, count) in new[]
        {
            ("", 2), ("?date=2026-03-02", 1), ("?date=2026-03-03", 1), ("?date=2026-03-04", 0),
            ("?room=OR-3", 1), ("?room=OR-1", 0), ("?surgeon=surgeon-3", 2), ("?surgeon=nobody", 0),
            ("?status=in-progress", 1), ("?status=scheduled", 1), ("?status=cancelled", 0),
            ("?phase=incised", 1), ("?phase=planned", 1),
            ($"?q={number}", 1), ($"?q={number[..5]}", 2), ("?q=%25", 0), ("?q=_", 0),
            ("?q=%27%3B--", 0), ("?room=OR-3&status=scheduled", 0), ("?date=2026-03-02&room=OR-3&status=in-progress&phase=incised&surgeon=surgeon-3", 1),
        })
            Assert.True(count == await CountAsync(question), $"{question} should find {count}");
        var found = (await hospital.Nurse.GetAsync("/api/cases?room=OR-3")).Items.Single()!;
        Assert.Equal((surgicalCase.Id, number, "in-progress", "incised"),
            (found["caseId"]!.GetValue<Guid>(), found["caseNumber"]!.GetValue<string>(),
                found["status"]!.GetValue<string>(), found["phase"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("?room=%3Cscript%3E", "/room")]
    [InlineData("?room=", "/room")]
    [InlineData("?surgeon=a%00", "/surgeon")]
    public async Task A_filter_that_names_nothing_is_refused(string question, string pointer) =>
        (await hospital.Nurse.GetAsync("/api/cases" + question)).PointsAt(pointer);

    [Fact]
    public async Task A_list_follows_what_is_recorded_at_once()
    {
        var surgicalCase = await hospital.CaseAsync();
        Assert.Equal(1, await CountAsync("?status=scheduled&room=OR-1"));
        await surgicalCase.RecordedAsync("plan-changes", new { room = "OR-2" });
        Assert.Equal(1, await CountAsync("?status=scheduled&room=OR-2"));
        await surgicalCase.RecordedAsync("cancellation", new { code = "no-bed" });
        Assert.Equal((0, 1), (await CountAsync("?status=scheduled"), await CountAsync("?status=cancelled")));
    }

    [Theory]
    [InlineData("limit=0", "/limit")]
    [InlineData("limit=-1", "/limit")]
    [InlineData("limit=501", "/limit")]
    [InlineData("limit=ten", "/limit")]
    [InlineData("limit=", "/limit")]
    [InlineData("limit=99999999999", "/limit")]
    [InlineData("cursor=x", "/cursor")]
    [InlineData("cursor=", "/cursor")]
    [InlineData("cursor=bnVsbA", "/cursor")]
    [InlineData("cursor=e30", "/cursor")]
    [InlineData("cursor=%21%21", "/cursor")]
    [InlineData("date=tomorrow", "/date")]
    [InlineData("date=2026-02-30", "/date")]
    [InlineData("status=done", "/status")]
    [InlineData("status=Scheduled", "/status")]
    [InlineData("phase=0", "/phase")]
    public async Task A_question_that_is_none_is_answered_with_400(string question, string pointer) =>
        (await hospital.Nurse.GetAsync($"/api/cases?{question}")).PointsAt(pointer);

    [Theory]
    [InlineData("q=%00", "/q")]
    [InlineData("room=%00", "/room")]
    [InlineData("surgeon=a%00b", "/surgeon")]
    public async Task A_NUL_in_a_question_is_answered_with_400(string question, string pointer) =>
        (await hospital.Nurse.GetAsync($"/api/cases?{question}")).PointsAt(pointer);

    async Task<int> CountAsync(string question) => (await hospital.Nurse.GetAsync($"/api/cases{question}")).Is(200).Items.Count;
}
