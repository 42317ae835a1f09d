using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>Complications over all cases.</summary>
public sealed class ComplicationList(PeriopHost host) : IClassFixture<PeriopHost>, IAsyncLifetime
{
    readonly TestHospital hospital = host.NewHospital();

    public async ValueTask InitializeAsync() => await hospital.PublishShippedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task They_are_listed_by_the_last_word_on_them()
    {
        var surgicalCase = await hospital.OperatedAsync();
        var report = await surgicalCase.ThenAsync("complications", 10, new { kind = "infection-deep", grade = "II", level = "L2" });
        await surgicalCase.RecordedAsync($"complications/{report.EntryId}/reviews",
            new { decision = "reclassified", kind = "infection-organ-space", grade = "IIIb", reason = "abscess on imaging" });
        var line = (await hospital.AskedAsync("/api/register/complications")).Items.Single()!;
        Assert.Equal(("infection-organ-space", "infection-deep", "reclassified", "IIIb", "L2", "surgeon-1"),
            (line.Str("kind"), line.Str("namedKind"), line.Str("status"), line.Str("grade"), line.Str("level"), line.Str("surgeon")));
    }

    [Fact]
    public async Task They_are_found_by_kind_family_time_status_and_surgeon()
    {
        var surgicalCase = await hospital.OperatedAsync();
        await surgicalCase.ThenAsync("complications", 10,
            new { kind = "infection-deep", onsetAt = Cohort.Autumn.AddDays(8), detectedAt = Cohort.Autumn.AddDays(9) });
        foreach (var (question, count) in new[]
        {
            ("kind=infection-deep", 1), ("kind=infection", 1), ("kind=dural-tear", 0), ("surgeon=surgeon-1", 1), ("surgeon=surgeon-2", 0),
            ("status=unreviewed", 1), ("status=confirmed", 0), ("by=onset&from=2025-10-08&to=2025-10-09", 1), ("by=onset&from=2025-10-09", 0),
            ("by=detected&from=2025-10-09&to=2025-10-10", 1), ("by=incision&from=2025-09-30&to=2025-10-01", 1), ("by=recorded&to=2025-12-01", 0),
        })
            Assert.True((await hospital.AskedAsync($"/api/register/complications?{question}")).Items.Count == count, question);
    }

    [Fact]
    public async Task An_assessment_that_found_one_is_in_the_list_and_one_that_found_none_is_not()
    {
        var surgicalCase = await hospital.OperatedAsync();
        await surgicalCase.ThenAsync("assessments", 35,
            new { assessments = new[] { new { kind = "infection", finding = "present" }, new { kind = "nerve-injury", finding = "absent" } } });
        Assert.Equal("infection", (await hospital.AskedAsync("/api/register/complications")).Items.Single()!.Str("kind"));
    }

    [Fact]
    public async Task Pages_and_the_whole_list_hold_the_same()
    {
        for (var n = 0; n < 5; n++)
            await (await hospital.OperatedAsync()).ThenAsync("complications", n + 1, new { kind = "dural-tear" });
        var (seen, next) = (new List<string>(), (string?)"");
        while (next is not null)
        {
            var page = await hospital.AskedAsync($"/api/register/complications?by=onset&limit=2{(next.Length > 0 ? $"&cursor={next}" : "")}");
            seen.AddRange(page.Items.Select(o => o!.ToJsonString()));
            next = page.Json["next"]?.GetValue<string>();
        }

        var whole = (await hospital.AskedAsync("/api/register/complications?by=onset&format=ndjson")).Text.TrimEnd('\n').Split('\n');
        Assert.Equal([.. seen, """{"end":true,"count":5}"""], whole);
    }

    [Theory]
    [InlineData("kind=headache", "/kind")]
    [InlineData("by=mood", "/by")]
    [InlineData("status=good", "/status")]
    [InlineData("from=2026-02-01&to=2026-01-01", "/to")]
    public async Task A_question_that_cannot_be_meant_is_answered_with_what_can(string question, string pointer) =>
        (await hospital.Quality.GetAsync($"/api/register/complications?{question}")).PointsAt(pointer);
}
