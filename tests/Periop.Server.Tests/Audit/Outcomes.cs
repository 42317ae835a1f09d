using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>The cases behind a rate.</summary>
public sealed class Outcomes(PeriopHost host) : IClassFixture<PeriopHost>, IAsyncLifetime
{
    const string DeepInfection = "definition=infection-deep&version=1";

    readonly TestHospital hospital = host.NewHospital();

    public async ValueTask InitializeAsync() => await hospital.PublishShippedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_line_says_its_state_the_reason_and_what_proves_it()
    {
        var surgicalCase = await hospital.OperatedAsync();
        var report = await surgicalCase.ThenAsync("complications", 10, new { kind = "infection-deep" });
        var line = await hospital.OutcomeAsync(surgicalCase, DeepInfection);
        Assert.Equal(("present", "found", "2025-10-30"), (line.Str("state"), line.Str("reason"), line.Str("lastDay")));
        Assert.Equal([report.EntryId], line["evidence"]!.AsArray().Select(e => e!.GetValue<Guid>()));
    }

    [Fact]
    public async Task A_line_says_how_it_moved_and_by_which_entry()
    {
        var surgicalCase = await hospital.OperatedAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var report = await surgicalCase.ThenAsync("complications", 10, new { kind = "infection-deep" });
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var retraction = await surgicalCase.RecordedAsync("retractions", new { targetEntryId = report.EntryId, reason = "another patient" });
        var moves = (await hospital.OutcomeAsync(surgicalCase, DeepInfection))["moves"]!.AsArray();
        Assert.Equal(["due-not-assessed", "present", "due-not-assessed"], moves.Select(m => m!.Str("state")));
        Assert.Equal([report.EntryId], moves[1]!["entryIds"]!.AsArray().Select(e => e!.GetValue<Guid>()));
        Assert.Equal([retraction.EntryId], moves[2]!["entryIds"]!.AsArray().Select(e => e!.GetValue<Guid>()));
    }

    [Fact]
    public async Task What_days_passing_moved_is_moved_by_no_entry()
    {
        var surgicalCase = await hospital.OperatedAsync(incision: hospital.Now.AddHours(-1));
        host.Clock.Advance(TimeSpan.FromDays(40));
        await hospital.OperatedAsync();
        var moves = (await hospital.OutcomeAsync(surgicalCase, DeepInfection))["moves"]!.AsArray();
        Assert.Equal(["not-yet-due", "due-not-assessed"], moves.Select(m => m!.Str("state")));
        Assert.Empty(moves[1]!["entryIds"]!.AsArray());
    }

    [Fact]
    public async Task Of_two_deaths_of_a_patient_the_first_recorded_counts_whatever_else_was_recorded_since()
    {
        var first = await hospital.OperatedAsync(patient: "p-1");
        await first.ThenAsync("death", 9);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await hospital.OperatedAsync(incision: Cohort.Autumn.AddDays(5), patient: "p-1");
        await second.ThenAsync("death", 60);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await first.RecordedAsync("plan-changes", new { service = "trauma" });
        var line = await hospital.OutcomeAsync(first, DeepInfection);
        Assert.Equal(("died", "died"), (line.Str("state"), line["moves"]!.AsArray()[^1]!.Str("state")));
    }

    [Fact]
    public async Task Without_a_definition_there_is_a_line_for_each()
    {
        var surgicalCase = await hospital.OperatedAsync();
        var all = await hospital.AskedAsync("/api/register/outcomes?limit=500");
        Assert.Equal(all.Items.Count, all.Items.Select(o => o!.Str("definition")).Distinct().Count());
        Assert.All(all.Items, o => Assert.Equal(surgicalCase.Id, o!["caseId"]!.GetValue<Guid>()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&state=due-not-assessed")]
    [InlineData("&groupBy=surgeon&key=surgeon-1")]
    public async Task Pages_and_the_whole_list_hold_the_same(string which)
    {
        for (var day = 0; day < 5; day++)
            await hospital.OperatedAsync(incision: Cohort.Autumn.AddDays(day));
        var (seen, next) = (new List<string>(), (string?)"");
        while (next is not null)
        {
            var page = await hospital.AskedAsync($"/api/register/outcomes?{DeepInfection}{which}&limit=2{(next.Length > 0 ? $"&cursor={next}" : "")}");
            seen.AddRange(page.Items.Select(o => o!.ToJsonString()));
            next = page.Json["next"]?.GetValue<string>();
        }

        var whole = (await hospital.AskedAsync($"/api/register/outcomes?{DeepInfection}{which}&format=ndjson")).Text.TrimEnd('\n').Split('\n');
        Assert.Equal(5, seen.Count);
        Assert.Equal([.. seen, """{"end":true,"count":5}"""], whole);
    }
}
