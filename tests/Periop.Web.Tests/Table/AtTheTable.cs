using Periop.Server.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Periop.Web.Tests;

/// <summary>One tap records, nothing blocks, and what was done wrong is taken back.</summary>
public sealed class AtTheTable(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    readonly TestHospital hospital = listening.Host.NewHospital();

    [Fact]
    public async Task A_tap_records_now_and_is_seen_by_the_next_entry()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase.Id);
        await table.TapAsync("room-entry");
        await Expect(table.Done).ToContainTextAsync("In room");
        await table.IsSentAsync();
        Assert.Equal(["patient_entered_room"], await table.TypesAsync(surgicalCase.Id));
        await Expect(table.Page.Locator("#head .ph b")).ToHaveTextAsync("In room");
        await table.TapAsync("anesthesia-start", "choose-general");
        await Expect(table.Done).ToContainTextAsync("Anesthesia starts, general");
        table.Visitor.AssertQuiet();
    }

    [Fact]
    public async Task Two_taps_on_the_same_button_within_a_moment_are_one_entry()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase.Id);
        await table.Key("room-entry").EvaluateAsync("button => { button.click(); button.click(); }");
        await table.IsSentAsync();
        Assert.Equal(["patient_entered_room"], await table.TypesAsync(surgicalCase.Id));
    }

    [Fact]
    public async Task A_check_that_is_recorded_late_offers_a_while_ago_on_its_button()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        await surgicalCase.RecordedAsync("anesthesia-start", new { type = "general" });
        await using var table = await AtCaseAsync(surgicalCase.Id);
        await table.TapAsync("sign-in-5");
        await table.IsSentAsync();
        var check = (await table.RecordedAsync(surgicalCase.Id)).Single(entry => entry["type"]!.GetValue<string>() == "safety_check_completed");
        Assert.Equal(-5, (check["occurredAt"]!.GetValue<DateTimeOffset>() - hospital.Now).TotalMinutes, tolerance: 1);
    }

    [Fact]
    public async Task An_earlier_time_is_typed_in_four_digits_before_it_is_recorded()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase.Id);
        await table.TapAsync("room-entry-earlier");
        foreach (var digit in "0641")
            await table.Page.Locator($"[data-digit='{digit}']").ClickAsync();
        await Expect(table.Key("confirm")).ToHaveTextAsync("Record In room at 06:41");
        await table.TapAsync("confirm");
        await table.IsSentAsync();
        var entry = Assert.Single(await table.RecordedAsync(surgicalCase.Id));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 6, 41, 0, TimeSpan.FromHours(1)), entry["occurredAt"]!.GetValue<DateTimeOffset>());
    }

    [Fact]
    public async Task A_time_that_is_adjusted_stays_readable_beside_the_right_one()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase.Id);
        await table.TapAsync("room-entry", "adjust-5");
        await Expect(table.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Tapped late" })).ToHaveAttributeAsync("aria-pressed", "true");
        await table.TapAsync("confirm");
        await table.IsSentAsync();
        await Expect(table.Page.Locator(".tl .fix")).ToContainTextAsync("first entry, N-07");
        await Expect(table.Page.Locator(".tl .fix del")).ToHaveCountAsync(1);
        Assert.Equal(["patient_entered_room", "time_corrected"], (await table.TypesAsync(surgicalCase.Id)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_taken_back_asks_why_and_stays_struck_through()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase.Id);
        await table.TapAsync("room-entry", "take-back", "Wrong button");
        await table.IsSentAsync();
        await Expect(table.Page.Locator(".tl li").First).ToContainTextAsync("Taken back");
        await Expect(table.Key("room-entry")).ToBeVisibleAsync();
        var retraction = (await table.RecordedAsync(surgicalCase.Id)).Single(entry => entry["type"]!.GetValue<string>() == "entry_retracted");
        Assert.Equal("Wrong button", retraction["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_count_that_does_not_match_is_the_first_thing_and_the_wound_is_not_closed_by_a_tap()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await using var table = await AtCaseAsync(surgicalCase.Id);
        await Expect(table.Key("closing-start")).ToBeVisibleAsync();
        await table.TapAsync("tool-Counts", "sponges-discrepancy", "close");
        await Expect(table.Page.Locator(".hero")).ToContainTextAsync("Count again: sponges");
        await Expect(table.Key("closing-start")).ToHaveCountAsync(0);
        await table.TapAsync("count-again");
        await Expect(table.Page.Locator("[data-count=sponges]")).ToContainTextAsync("not matched");
        await table.TapAsync("sponges-correct", "close");
        await Expect(table.Key("closing-start")).ToBeVisibleAsync();
        await table.IsSentAsync();
        Assert.Equal(["discrepancy", "resolved"], (await table.RecordedAsync(surgicalCase.Id))
            .Where(entry => entry["type"]!.GetValue<string>() == "count_performed").Select(entry => entry["data"]!["result"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Three_counts_match_by_one_tap()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await using var table = await AtCaseAsync(surgicalCase.Id);
        await table.TapAsync("tool-Counts", "phase-closing", "all-match");
        await table.IsSentAsync();
        Assert.Equal(3, (await table.TypesAsync(surgicalCase.Id)).Count(type => type == "count_performed"));
    }

    [Fact]
    public async Task Blood_is_the_total_so_far_and_what_is_added_goes_onto_the_last_one()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await surgicalCase.RecordedAsync("blood-loss", new { cumulativeMl = 900 });
        await using var table = await AtCaseAsync(surgicalCase.Id);
        await table.TapAsync("tool-Blood", "add-100", "add-50");
        await Expect(table.Sheet.Locator(".total")).ToHaveTextAsync("1,050 mL");
        await table.TapAsync("record");
        await table.IsSentAsync();
        Assert.Equal(1050, (await table.RecordedAsync(surgicalCase.Id))[^1]["data"]!["cumulativeMl"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_flag_that_was_seen_says_why_and_stays()
    {
        var surgicalCase = await CaseWithFlagAsync();
        await using var table = await AtCaseAsync(surgicalCase.Id);
        var flag = await TypeReasonAsync(table);
        await flag.GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
        await Expect(flag).ToContainTextAsync("Seen.");
    }

    [Fact]
    public async Task A_reason_that_is_being_typed_stays_with_its_flag_when_a_graver_one_comes()
    {
        var surgicalCase = await CaseWithFlagAsync();
        await using var table = await AtCaseAsync(surgicalCase.Id);
        var flag = await TypeReasonAsync(table);
        await surgicalCase.PostAsync("osteotomies", new { level = "L2", approach = "posterior", grade = 3, @override = "emergency" });
        await Expect(table.Page.Locator("[data-flag=level-not-confirmed]")).ToBeVisibleAsync();
        await Expect(flag.GetByRole(Microsoft.Playwright.AriaRole.Textbox)).ToHaveValueAsync("given on the ward");
    }

    [Fact]
    public async Task Entries_of_another_case_are_moved_there_with_their_times()
    {
        var (wrong, right) = (await hospital.CaseInRoomAsync(), await hospital.CaseAsync("OR-2"));
        await using var table = await AtCaseAsync(wrong.Id);
        var number = (await right.ReadAsync()).Json["caseNumber"]!.GetValue<string>();
        await table.TapAsync("tool-More", "to-move", $"to-{number}");
        await table.Page.GetByRole(Microsoft.Playwright.AriaRole.Checkbox, new() { Name = "In room" }).CheckAsync();
        await table.TapAsync("move");
        await table.IsSentAsync();
        await Expect(table.Page.Locator(".tl")).ToContainTextAsync($"to {number}, N-07: wrong case");
        Assert.Equal(["patient_entered_room"], await table.TypesAsync(right.Id));
    }

    [Fact]
    public async Task A_case_that_nobody_planned_begins_here_without_a_number()
    {
        await using var table = await TablePage.NewAsync(chromium, hospital);
        await table.Page.GotoAsync("/cases/new?room=OR-2");
        await table.TapAsync("chip-emergency", "begin", "room-entry");
        await table.IsSentAsync();
        var id = Guid.Parse(table.Page.Url[^36..]);
        var read = (await hospital.Nurse.GetAsync($"/api/cases/{id}")).Is(200).Json;
        Assert.Equal("OR-2", read["room"]!.GetValue<string>());
        Assert.Contains("number-missing", read["flags"]!.AsArray().Select(flag => flag!["code"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("button => { button.click(); button.click(); }")]
    [InlineData("button => { button.click(); setTimeout(() => document.querySelector('[data-key=begin]')?.click()); }")]
    public async Task A_case_begins_once_however_often_that_is_pressed(string presses)
    {
        await using var table = await TablePage.NewAsync(chromium, hospital);
        await table.Page.GotoAsync("/cases/new?room=OR-2");
        var begun = 0;
        table.Page.Request += (_, request) => begun += request.Method == "POST" && request.Url.EndsWith("/api/cases", StringComparison.Ordinal) ? 1 : 0;
        await Expect(table.Key("begin")).ToBeEnabledAsync();
        await table.Key("begin").EvaluateAsync(presses);
        await Expect(table.Key("room-entry")).ToBeVisibleAsync();
        await table.IsSentAsync();
        Assert.Equal(1, begun);
    }

    [Fact]
    public async Task What_somebody_else_records_is_seen_without_a_tap()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase.Id);
        await surgicalCase.RecordedAsync("room-entry");
        await Expect(table.Page.Locator("#head .ph b")).ToHaveTextAsync("In room");
    }

    [Fact]
    public async Task A_case_of_another_hospital_is_not_here()
    {
        var elsewhere = await listening.Host.NewHospital().CaseAsync();
        await using var table = await TablePage.NewAsync(chromium, hospital);
        await table.Page.GotoAsync($"/cases/{elsewhere.Id}");
        await Expect(table.Page.Locator(".next .notice")).ToContainTextAsync("There is no such case here.");
    }

    /// <summary>Incised without an antibiotic.</summary>
    async Task<TestCase> CaseWithFlagAsync()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        await surgicalCase.PostAsync("incision", new { @override = "emergency" });
        return surgicalCase;
    }

    /// <summary>Begins to say why the antibiotic is right; the flag that this is said of.</summary>
    static async Task<Microsoft.Playwright.ILocator> TypeReasonAsync(TablePage table)
    {
        await table.TapAsync("tool-More", "to-flags");
        var flag = table.Page.Locator("[data-flag=antibiotic-not-in-window]");
        await flag.GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
        await flag.GetByRole(Microsoft.Playwright.AriaRole.Textbox).FillAsync("given on the ward");
        return flag;
    }

    async Task<TablePage> AtCaseAsync(Guid caseId)
    {
        var table = await TablePage.NewAsync(chromium, hospital);
        await table.OpenAsync(caseId);
        return table;
    }
}
