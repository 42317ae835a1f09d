using Periop.Server.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Periop.Web.Tests;

/// <summary>A stop asks what was, and coaches no answer.</summary>
public sealed class Stops(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    const string Alike = """
        buttons => new Set(buttons.map(button => {
            const style = getComputedStyle(button);
            return [style.backgroundColor, style.color, style.borderColor, style.minHeight].join(); })).size
        """;

    readonly TestHospital hospital = listening.Host.NewHospital();

    [Theory]
    [InlineData("before-1", 1)]
    [InlineData("before-2", 2)]
    [InlineData("before-5", 5)]
    [InlineData("before-0", 0)]
    public async Task What_was_done_before_goes_before_with_its_time(string way, int minutes)
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        await using var table = await StoppedAsync(surgicalCase.Id);
        await table.AnswerAsync(way);
        await table.IsSentAsync();
        var entries = await table.RecordedAsync(surgicalCase.Id);
        var (check, incision) = (Of(entries, "safety_check_completed"), Of(entries, "incision_made"));
        Assert.Equal(minutes, (At(incision) - At(check)).TotalMinutes, precision: 3);
        Assert.Equal("time-out-missing", check["afterStop"]!.GetValue<string>());
        Assert.Null(incision["override"]);
        await Expect(table.Page.Locator(".tl")).ToContainTextAsync("recorded after a stop");
    }

    [Fact]
    public async Task A_second_tap_on_an_answer_is_the_same_answer()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        await using var table = await StoppedAsync(surgicalCase.Id);
        await table.Stop.Locator("[data-way='before-2']").DblClickAsync();
        await table.IsSentAsync();
        Assert.Equal(["safety_check_completed", "patient_entered_room", "incision_made"], await table.TypesAsync(surgicalCase.Id));
    }

    [Fact]
    public async Task A_second_tap_does_not_meet_the_button_that_stands_there_after_the_first()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await TablePage.NewAsync(chromium, hospital);
        await table.OpenAsync(surgicalCase.Id);
        await table.Key("room-entry").DblClickAsync();
        await table.IsSentAsync();
        Assert.Equal(["patient_entered_room"], await table.TypesAsync(surgicalCase.Id));
    }

    [Fact]
    public async Task What_was_done_at_another_time_is_typed()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        await using var table = await StoppedAsync(surgicalCase.Id);
        await table.AnswerAsync("other");
        await table.TapAsync("ago-15", "confirm");
        await table.IsSentAsync();
        var entries = await table.RecordedAsync(surgicalCase.Id);
        Assert.Equal(15, (At(Of(entries, "incision_made")) - At(Of(entries, "safety_check_completed"))).TotalMinutes, precision: 3);
    }

    [Theory]
    [InlineData("not-done", "Emergency")]
    [InlineData("not-known", "done, time not known: Emergency")]
    public async Task What_was_not_done_or_when_nobody_knows_asks_why_and_invents_no_time(string way, string reason)
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        await using var table = await StoppedAsync(surgicalCase.Id);
        await table.AnswerAsync(way);
        await table.AnswerAsync("emergency");
        await table.IsSentAsync();
        var entries = await table.RecordedAsync(surgicalCase.Id);
        Assert.Equal(reason, Of(entries, "incision_made")["override"]!.GetValue<string>());
        Assert.DoesNotContain(entries, entry => entry["type"]!.GetValue<string>() == "safety_check_completed");
    }

    [Fact]
    public async Task A_mistaken_tap_records_nothing()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        await using var table = await StoppedAsync(surgicalCase.Id);
        await table.AnswerAsync("mistake");
        await table.IsSentAsync();
        Assert.Equal(["patient_entered_room"], await table.TypesAsync(surgicalCase.Id));
    }

    [Fact]
    public async Task A_mistaken_tap_shows_nothing_as_recorded()
    {
        await using var table = await StoppedAsync((await hospital.CaseInRoomAsync()).Id);
        await table.AnswerAsync("mistake");
        await Expect(table.Key("sign-in")).ToBeVisibleAsync();
        await Expect(table.Done).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_tap_that_nobody_has_answered_for_yet_is_not_shown_as_recorded()
    {
        await using var table = await StoppedAsync((await hospital.CaseInRoomAsync()).Id);
        await table.AnswerAsync("later");
        await Expect(table.Done).ToContainTextAsync("Incision needs you");
        await Expect(table.Key("take-back")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task All_answers_are_of_one_size_and_colour_and_none_has_the_focus()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        await using var table = await StoppedAsync(surgicalCase.Id);
        var answers = table.Stop.Locator(".ways .btn:not(.quiet)");
        await Expect(answers).ToHaveCountAsync(7);
        Assert.Equal(1, await answers.EvaluateAllAsync<int>(Alike));
        await Expect(table.Page.Locator("#stopped")).ToBeFocusedAsync();
        await table.Visitor.AssertAccessibleAsync();
    }

    [Fact]
    public async Task Who_walks_away_and_loads_the_page_anew_is_asked_again()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        await using var table = await StoppedAsync(surgicalCase.Id);
        await table.AnswerAsync("later");
        await Expect(table.Queue).ToContainTextAsync("1 needs you");
        await table.TapAsync("sign-in");
        await table.Page.ReloadAsync();
        await Expect(table.Stop).ToContainTextAsync("That time is kept.");
        await table.AnswerAsync("before-0");
        await table.IsSentAsync();
        Assert.Contains("incision_made", await table.TypesAsync(surgicalCase.Id));
    }

    [Fact]
    public async Task Of_several_things_that_are_missing_nothing_goes_before_the_last_answer()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        listening.Host.Clock.Advance(TimeSpan.FromMinutes(30));
        await using var table = await TablePage.NewAsync(chromium, hospital);
        await table.OpenAsync(surgicalCase.Id);
        await table.TapAsync("tool-Spine", "record");
        await Expect(table.Stop).ToContainTextAsync("1 of 2");
        await table.AnswerAsync("before-5");
        await Expect(table.Stop).ToContainTextAsync("2 of 2");
        Assert.Equal(["patient_entered_room"], await table.TypesAsync(surgicalCase.Id));
        await table.AnswerAsync("before-2");
        await table.IsSentAsync();
        Assert.Equal(["safety_check_completed", "incision_made", "osteotomy_performed"],
            (await table.TypesAsync(surgicalCase.Id)).Where(type => type != "patient_entered_room"));
    }

    [Fact]
    public async Task A_level_outside_the_plan_may_be_another_level_a_new_plan_or_so()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await using var table = await TablePage.NewAsync(chromium, hospital);
        await table.OpenAsync(surgicalCase.Id);
        await table.TapAsync("tool-Spine", "level-L4", "record");
        await Expect(table.Stop).ToContainTextAsync("L4 is not in the plan (L2, L3).");
        await table.AnswerAsync("was-L3");
        await table.IsSentAsync();
        await table.TapAsync("tool-Spine", "level-L4", "record");
        await table.AnswerAsync("plan");
        await table.IsSentAsync();
        var entries = await table.RecordedAsync(surgicalCase.Id);
        Assert.Equal(["L3", "L4"], entries.Where(entry => entry["type"]!.GetValue<string>() == "osteotomy_performed")
            .Select(entry => entry["data"]!["level"]!.GetValue<string>()));
        Assert.Contains(entries, entry => entry["type"]!.GetValue<string>() == "plan_changed");
    }

    static System.Text.Json.Nodes.JsonNode Of(IReadOnlyList<System.Text.Json.Nodes.JsonNode> entries, string type) =>
        entries.Single(entry => entry["type"]!.GetValue<string>() == type);

    static DateTimeOffset At(System.Text.Json.Nodes.JsonNode entry) => entry["occurredAt"]!.GetValue<DateTimeOffset>();

    /// <summary>An incision without a time-out.</summary>
    async Task<TablePage> StoppedAsync(Guid caseId)
    {
        var table = await TablePage.NewAsync(chromium, hospital);
        await table.OpenAsync(caseId);
        await table.TapAsync("tool-Times", "time-incision");
        await Expect(table.Stop).ToContainTextAsync("No time-out recorded yet.");
        return table;
    }
}
