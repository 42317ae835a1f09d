using Periop.Server.Tests.Import;
using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>What moved between two instants.</summary>
public sealed class Changes(PeriopHost host) : IClassFixture<PeriopHost>, IAsyncLifetime
{
    readonly TestHospital hospital = host.NewHospital();

    public async ValueTask InitializeAsync() => await hospital.PublishShippedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_late_report_is_named_with_its_entry_and_what_stayed_is_not()
    {
        var surgicalCase = await hospital.OperatedAsync();
        await hospital.OperatedAsync();
        var since = (await hospital.AskedAsync("/api/audit/rates?definition=infection-deep")).Json["asOf"]!.GetValue<string>();
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        var report = await surgicalCase.ThenAsync("complications", 10, new { kind = "infection-deep" });
        var changed = (await hospital.AskedAsync($"/api/audit/changes?definition=infection-deep&since={since}")).Items.Single()!;
        Assert.Equal((surgicalCase.Id, "due-not-assessed", "present"),
            (changed["caseId"]!.GetValue<Guid>(), changed["before"]!.Str("countedAs"), changed["after"]!.Str("countedAs")));
        Assert.Equal([report.EntryId], changed["moves"]!.AsArray().Single()!["entryIds"]!.AsArray().Select(e => e!.GetValue<Guid>()));
    }

    [Fact]
    public async Task A_case_that_came_was_nothing_before()
    {
        await hospital.OperatedAsync();
        var since = (await hospital.AskedAsync("/api/audit/rates?definition=infection-deep")).Json["asOf"]!.GetValue<string>();
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        var later = await hospital.OperatedAsync();
        var changed = (await hospital.AskedAsync($"/api/audit/changes?definition=infection-deep&since={since}")).Items.Single()!;
        Assert.Equal((later.Id, null), (changed["caseId"]!.GetValue<Guid>(), changed["before"]));
    }

    [Fact]
    public async Task Without_a_definition_every_one_is_compared()
    {
        var surgicalCase = await hospital.OperatedAsync();
        var since = (await hospital.AskedAsync("/api/audit/rates?definition=infection-deep")).Json["asOf"]!.GetValue<string>();
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        await surgicalCase.ThenAsync("complications", 10, new { kind = "infection-deep" });
        var changed = (await hospital.AskedAsync($"/api/audit/changes?since={since}")).Items;
        Assert.Equal(["infection", "infection-deep"], changed.Select(c => c!.Str("definition")));
    }

    [Fact]
    public async Task More_cases_than_are_compared_at_once_come_whole_and_in_their_order()
    {
        var since = (await hospital.AskedAsync("/api/audit/rates?definition=infection-deep")).Json["asOf"]!.GetValue<string>();
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        var file = string.Concat(Enumerable.Range(0, 510).Select(n => $"C-{n},2026-01-05T09:00\n").Prepend("caseNumber,incision\n"));
        Assert.Empty((await hospital.ImportAsync(file, "?timeZone=Europe/Zurich")).Refused());
        var question = $"/api/audit/changes?definition=death&since={since}";
        var whole = (await hospital.AskedAsync($"{question}&format=csv")).Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];
        string[] ids = [.. whole.Select(line => line.Split(',')[0])];
        Assert.Equal((510, 510), (ids.Length, ids.Distinct().Count()));
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        var first = await hospital.AskedAsync($"{question}&limit=500");
        var second = await hospital.AskedAsync($"{question}&limit=500&cursor={first.Json.Str("next")}");
        Assert.Equal(ids, first.Items.Concat(second.Items).Select(item => item!.Str("caseId")));
        Assert.Null(second.Json.Str("next"));
    }

    [Theory]
    [InlineData("definition=infection-deep", "/since")]
    [InlineData("definition=infection-deep&since=lately", "/since")]
    [InlineData("definition=infection-deep&since=2026-02-01T00:00:00Z&asOf=2026-01-01T00:00:00Z", "/since")]
    public async Task A_question_that_cannot_be_meant_is_answered_with_what_can(string question, string pointer) =>
        (await hospital.Quality.GetAsync($"/api/audit/changes?{question}")).PointsAt(pointer);
}
