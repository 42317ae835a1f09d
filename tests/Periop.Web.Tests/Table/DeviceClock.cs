using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Periop.Server.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Periop.Web.Tests;

/// <summary>The tablet's clock is wrong, or is changed in between: what is recorded has the hospital's time, or asks for it.</summary>
public sealed class DeviceClock(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    /// <summary>A visible page, until a test says otherwise.</summary>
    const string Lid = """
        Object.defineProperty(document, 'visibilityState', { get: () => window.isShut ? 'hidden' : 'visible' });
        window.shut = isShut => { window.isShut = isShut; document.dispatchEvent(new Event('visibilitychange')); };
        """;

    static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);

    readonly TestHospital hospital = listening.Host.NewHospital();

    [Fact]
    public async Task A_clock_that_is_off_is_said_once_and_entries_have_the_hospitals_time()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase, TimeSpan.FromMinutes(7));
        await table.NoticesAsync("This tablet’s clock is 7 min ahead. Times are set by the server’s clock.");
        await table.NoticeOf("min ahead").GetByRole(AriaRole.Button, new() { Name = "Seen" }).ClickAsync();
        await table.TapAsync("room-entry");
        await table.IsSentAsync();
        await Expect(table.NoticeOf("min ahead")).ToHaveCountAsync(0);
        await AssertTimeAsync(table, surgicalCase, hospital.Now);
    }

    [Fact]
    public async Task Without_a_network_the_offset_of_the_last_contact_gives_the_time()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase, TimeSpan.FromMinutes(-40));
        var began = hospital.Now;
        await table.GoOfflineAsync();
        await table.Page.ReloadAsync();
        await table.PassAsync(TimeSpan.FromMinutes(20));
        await table.TapAsync("room-entry");
        await table.SaysAsync("1 waiting");
        listening.Host.Clock.Advance(TimeSpan.FromMinutes(20));
        await table.GoOnlineAsync();
        await table.IsSentAsync();
        await AssertTimeAsync(table, surgicalCase, began + TimeSpan.FromMinutes(20));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(-10)]
    public async Task A_clock_that_is_moved_while_somebody_looks_makes_the_next_entry_ask_for_its_time(int minutes)
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase);
        await table.GoOfflineAsync();
        await MoveClockAsync(table, minutes);
        await table.TapAsync("room-entry");
        await table.SaysAsync("1 clock unsure");
        await table.NoticesAsync("Clock unsure. When was this: In room?");
        await table.GoOnlineAsync();
        await table.PassAsync(Tablet.Again);
        await table.SaysAsync("1 clock unsure");
        Assert.Empty(await table.TypesAsync(surgicalCase.Id));
        await table.NoticeOf("Clock unsure").GetByRole(AriaRole.Button).ClickAsync();
        await table.Page.GetByRole(AriaRole.Button, new() { Name = "Other time" }).ClickAsync();
        await table.TapAsync("ago-1", "confirm");
        await table.IsSentAsync();
        Assert.Single(await table.TypesAsync(surgicalCase.Id));
    }

    [Fact]
    public async Task A_clock_that_is_unsure_is_so_still_after_the_page_was_loaded_anew()
    {
        await using var table = await AtCaseAsync(await hospital.CaseAsync());
        await table.GoOfflineAsync();
        await MoveClockAsync(table, 10);
        await table.Page.ReloadAsync();
        await table.SaysAsync("No network");
        await table.TapAsync("room-entry");
        await table.SaysAsync("1 clock unsure");
    }

    [Fact]
    public async Task Both_answers_to_a_clock_that_is_unsure_look_alike_and_one_is_the_time_by_this_clock()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase);
        await table.GoOfflineAsync();
        await MoveClockAsync(table, -3);
        await table.TapAsync("room-entry");
        await table.NoticeOf("Clock unsure").GetByRole(AriaRole.Button).ClickAsync();
        var answers = table.Page.Locator(".done .two button");
        Assert.Single((await answers.EvaluateAllAsync<string[]>("all => all.map(one => one.className)")).Distinct());
        await answers.First.ClickAsync();
        await table.GoOnlineAsync();
        await table.IsSentAsync();
        Assert.Single(await table.TypesAsync(surgicalCase.Id));
    }

    /// <summary>Asleep, no clock runs that could be compared: only time has passed.</summary>
    [Fact]
    public async Task A_tablet_that_slept_is_not_taken_for_one_whose_clock_was_moved()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase, script: Lid);
        await table.GoOfflineAsync();
        await table.Page.EvaluateAsync("() => shut(true)");
        await table.SetClockAsync(hospital.Now + TimeSpan.FromHours(1));
        await table.Page.EvaluateAsync("() => shut(false)");
        await table.PassAsync(Tick);
        await table.TapAsync("room-entry");
        await table.SaysAsync("1 waiting");
        listening.Host.Clock.Advance(TimeSpan.FromHours(1));
        var entry = Assert.Single(await table.KeepsAsync("queue"))["body"]!;
        Assert.Equal(0, (Tablet.Time(entry) - hospital.Now).TotalMinutes, tolerance: 1);
    }

    /// <summary>Its clock was set while the page was closed, and nobody could know.</summary>
    [Fact]
    public async Task A_time_in_the_future_is_set_by_the_servers_clock_and_goes_again_under_the_same_id()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await AtCaseAsync(surgicalCase);
        await table.GoOfflineAsync();
        await table.Page.GotoAsync("about:blank");
        await table.SetClockAsync(hospital.Now + TimeSpan.FromMinutes(30));
        await table.Page.GotoAsync($"/cases/{surgicalCase.Id}");
        await table.TapAsync("room-entry");
        await table.SaysAsync("1 waiting");
        var kept = Assert.Single(await table.KeepsAsync("queue"))["body"]!;
        Assert.Equal(30, (Tablet.Time(kept) - hospital.Now).TotalMinutes, tolerance: 1);
        await table.GoOnlineAsync();
        await table.IsSentAsync();
        Assert.Equal(kept["entryId"]!.GetValue<Guid>(), Assert.Single(await table.RecordedAsync(surgicalCase.Id))["entryId"]!.GetValue<Guid>());
        await AssertTimeAsync(table, surgicalCase, hospital.Now);
    }

    [Fact]
    public async Task Times_are_shown_as_the_hospitals_clocks_have_them_and_sent_with_their_offset()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await Tablet.NewAsync(chromium, hospital, timeZone: "America/New_York");
        await table.OpenAsync(surgicalCase.Id);
        var sent = table.Page.WaitForRequestAsync(request => request.Method == "POST");
        await table.TapAsync("room-entry");
        Assert.Matches("Z$", JsonNode.Parse((await sent).PostData!)!["occurredAt"]!.GetValue<string>());
        await table.IsSentAsync();
        var time = TimeZoneInfo.ConvertTime(hospital.Now, TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich"));
        await Expect(table.Done.Locator("time")).ToContainTextAsync($"{time:HH}:");
        await AssertTimeAsync(table, surgicalCase, hospital.Now);
    }

    async Task<TablePage> AtCaseAsync(TestCase surgicalCase, TimeSpan ahead = default, string? script = null)
    {
        var table = await Tablet.NewAsync(chromium, hospital, ahead: ahead, script: script);
        await table.OpenToKeepAsync(surgicalCase.Id);
        return table;
    }

    async Task MoveClockAsync(TablePage table, int minutes)
    {
        await table.SetClockAsync(hospital.Now + TimeSpan.FromMinutes(minutes));
        await table.PassAsync(Tick);
    }

    /// <summary>The one entry happened then.</summary>
    static async Task AssertTimeAsync(TablePage table, TestCase surgicalCase, DateTimeOffset time) =>
        Assert.Equal(0, (Tablet.Time(Assert.Single(await table.RecordedAsync(surgicalCase.Id))) - time).TotalMinutes, tolerance: 1);
}
