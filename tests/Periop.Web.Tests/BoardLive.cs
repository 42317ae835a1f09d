using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Periop.Server.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Periop.Web.Tests;

/// <summary>Screens that nobody touches, while the hospital works.</summary>
public sealed partial class BoardLive(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    const int LongEnough = 10_000;

    readonly PeriopHost host = listening.Host;
    readonly TestHospital hospital = listening.Host.NewHospital();

    [Fact]
    public async Task What_is_recorded_is_on_every_screen_without_a_reload()
    {
        await using var wall = await OnBoardAsync("W-01");
        await using var tablet = await OnBoardAsync("N-07");
        Visitor[] screens = [wall, tablet];
        await Expect(wall.Page.Locator("body")).ToHaveClassAsync("wall");
        await Expect(tablet.Page.Locator("body")).ToHaveClassAsync("tab");
        foreach (var screen in screens)
            await screen.Page.EvaluateAsync("() => { window.isTheSame = true; }");
        var surgicalCase = await hospital.CaseAsync("OR-2");
        foreach (var screen in screens)
            await Expect(Slot(screen, "OR-2", "next")).ToHaveTextAsync("Spinal osteotomy · surgeon-3");
        await surgicalCase.RecordedAsync("room-entry");
        foreach (var screen in screens)
        {
            await Expect(Slot(screen, "OR-2", "phase")).ToHaveTextAsync("In room");
            await Expect(screen.Page.Locator("[data-head=sums]")).ToHaveTextAsync("1 in rooms · 0 to come");
            Assert.True(await screen.Page.EvaluateAsync<bool>("() => window.isTheSame"));
            screen.AssertQuiet();
        }

        Assert.DoesNotContain($"{surgicalCase.Id}", await wall.Page.ContentAsync());
        Assert.Equal(0, await wall.Page.Locator("main a").CountAsync());
        await Expect(tablet.Page.Locator("[data-room='OR-2'] .cover")).ToHaveAttributeAsync("href", $"/cases/{surgicalCase.Id}");
    }

    [Fact]
    public async Task A_screen_that_is_cut_off_says_so_hides_what_runs_and_heals_with_nothing_missed()
    {
        await using var line = new TcpLine(host.Client.BaseAddress!);
        var surgicalCase = await hospital.CaseInRoomAsync("OR-1");
        await using var screen = await OnBoardAsync("W-01", line);
        await Expect(Slot(screen, "OR-1", "elapsed")).ToBeVisibleAsync();
        line.Cut();
        await surgicalCase.RecordedAsync("anesthesia");
        await hospital.CaseInRoomAsync("OR-3");
        await screen.Page.Clock.FastForwardAsync(LongEnough);
        await Expect(Age(screen)).ToContainTextAsync(AsOf());
        await Expect(screen.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Connection lost");
        await Expect(Slot(screen, "OR-1", "elapsed")).ToBeHiddenAsync();
        await Expect(Slot(screen, "OR-1", "phase")).ToHaveTextAsync("In room");
        await Expect(screen.Page.Locator("[data-clock]")).ToBeVisibleAsync();
        line.Heal();
        await Expect(Age(screen)).ToContainTextAsync("Live", Patiently);
        await Expect(Slot(screen, "OR-1", "phase")).ToHaveTextAsync("Anesthesia");
        await Expect(Slot(screen, "OR-3", "phase")).ToHaveTextAsync("In room");
        await Expect(Slot(screen, "OR-1", "elapsed")).ToBeVisibleAsync();
        await Expect(screen.Page.GetByRole(AriaRole.Alert)).ToBeEmptyAsync();
    }

    /// <summary>No end of it is told that it is: the browser believes that it is connected.</summary>
    [Fact]
    public async Task A_line_that_is_dead_is_noticed_and_opened_anew()
    {
        await using var line = new TcpLine(host.Client.BaseAddress!);
        await using var screen = await OnBoardAsync("W-01", line);
        line.GoDead();
        await screen.Page.Clock.FastForwardAsync(LongEnough);
        await Expect(Age(screen)).ToContainTextAsync(AsOf());
        await hospital.CaseInRoomAsync("OR-2");
        line.Heal();
        await screen.Page.Clock.FastForwardAsync(LongEnough);
        await Expect(Age(screen)).ToContainTextAsync("Live", Patiently);
        await Expect(Slot(screen, "OR-2", "phase")).ToHaveTextAsync("In room");
    }

    [Fact]
    public async Task When_the_sitting_has_ended_a_tablet_leads_to_the_sign_in_and_a_wall_stays_and_says_so()
    {
        await using var line = new TcpLine(host.Client.BaseAddress!);
        await using var tablet = await OnBoardAsync("N-07", line);
        await using var wall = await OnBoardAsync("W-01", line);
        foreach (var screen in new[] { tablet, wall })
            await screen.Context.ClearCookiesAsync();
        line.Cut();
        line.Heal();
        await tablet.Page.WaitForURLAsync(SignIn());
        await wall.Page.Clock.FastForwardAsync(LongEnough);
        await Expect(Age(wall)).ToContainTextAsync("Signed out · shown as of", new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task A_room_that_is_not_configured_appears_and_goes_again()
    {
        await using var screen = await OnBoardAsync("W-01");
        var elsewhere = await hospital.CaseInRoomAsync("Angio 2");
        await Expect(Slot(screen, "Angio 2", "phase")).ToHaveTextAsync("In room", new() { Timeout = 20_000 });
        Assert.Equal(4, await screen.Page.Locator(".room").CountAsync());
        await elsewhere.RecordedAsync("retractions", new { targetEntryId = elsewhere.Id, reason = "another patient" });
        await screen.Page.Clock.FastForwardAsync(LongEnough);
        await Expect(screen.Page.Locator(".room")).ToHaveCountAsync(3, new() { Timeout = 20_000 });
    }

    [Fact]
    public async Task Who_has_been_in_a_room_for_two_days_is_in_none_and_stands_apart()
    {
        await hospital.CaseInRoomAsync("OR-1");
        host.Clock.Advance(TimeSpan.FromHours(49));
        await using var wall = await OnBoardAsync("W-01");
        await Expect(wall.Page.Locator("[data-head=unclosed]")).ToHaveTextAsync("not closed: 1");
        await Expect(Slot(wall, "OR-1", "phase")).ToHaveTextAsync("Free");
        await using var tablet = await OnBoardAsync("N-07");
        await tablet.Page.Locator("summary").ClickAsync();
        await Expect(tablet.Page.Locator("[data-head=unclosedCases]")).ToContainTextAsync("Spinal osteotomy · since ");
        await tablet.AssertAccessibleAsync();
    }

    [Fact]
    public async Task A_tablet_remembers_which_rooms_somebody_wants_to_see()
    {
        await using var tablet = await OnBoardAsync("N-07");
        await tablet.Page.GetByRole(AriaRole.Button, new() { Name = "My room" }).ClickAsync();
        await tablet.Page.GetByLabel("My room").SelectOptionAsync("OR-2");
        await Expect(tablet.Page.Locator(".room:visible")).ToHaveCountAsync(1);
        await tablet.Page.ReloadAsync();
        await Expect(tablet.Page.Locator(".room:visible")).ToHaveAttributeAsync("data-room", "OR-2");
        await tablet.Page.GetByRole(AriaRole.Button, new() { Name = "Flags" }).ClickAsync();
        await Expect(tablet.Page.Locator(".room:visible")).ToHaveCountAsync(0);
        await (await hospital.CaseInRoomAsync("OR-3")).PostAsync("incision", new { @override = "emergency" });
        await Expect(tablet.Page.Locator(".room:visible")).ToHaveAttributeAsync("data-room", "OR-3");
        await tablet.AssertAccessibleAsync();
        tablet.AssertQuiet();
    }

    [Fact]
    public async Task More_rooms_than_a_wall_has_space_for_take_turns_and_a_flagged_one_stays()
    {
        var large = listening.WithRooms(20);
        await using var screen = await OnBoardAsync("W-01", of: large);
        await (await large.CaseInRoomAsync("OR-2")).PostAsync("incision", new { @override = "emergency" });
        await Expect(Slot(screen, "OR-2", "flag")).ToHaveTextAsync("No time-out");
        await Expect(screen.Page.Locator(".room:visible")).ToHaveCountAsync(12);
        await screen.Page.Clock.FastForwardAsync(15_000);
        await Expect(screen.Page.Locator("[data-pages]")).ToHaveTextAsync("page 2 of 2");
        var shown = await screen.Page.Locator(".room:visible").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.room)");
        Assert.Equal(["OR-2", .. Enumerable.Range(13, 8).Select(n => $"OR-{n}")], shown);
    }

    [Fact]
    public async Task A_hospital_without_rooms_is_told_why_its_board_is_empty()
    {
        await using var screen = await OnBoardAsync("W-01", of: listening.WithRooms(0));
        await Expect(screen.Page.Locator(".notice")).ToContainTextAsync("No operating rooms are configured");
        await screen.AssertAccessibleAsync();
        screen.AssertQuiet();
    }

    static LocatorAssertionsToContainTextOptions Patiently => new() { Timeout = 20_000 };

    /// <summary>A screen whose timers a test can let pass.</summary>
    async Task<Visitor> OnBoardAsync(string subject, TcpLine? over = null, TestHospital? of = null)
    {
        var screen = await Visitor.NewAsync(chromium, host, new() { ViewportSize = new() { Width = 1920, Height = 1080 } }, over);
        await screen.Page.Clock.InstallAsync();
        await screen.SignInAsync(of ?? hospital, subject);
        await screen.Page.GotoAsync("/board");
        await Expect(Age(screen)).ToContainTextAsync("Live");
        return screen;
    }

    static ILocator Age(Visitor screen) => screen.Page.Locator(".age");

    static ILocator Slot(Visitor screen, string room, string slot) => screen.Page.Locator($"[data-room='{room}'] [data-slot={slot}]");

    [GeneratedRegex(@"Connection lost · shown as of \d\d:\d\d, \d+ s old", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AsOf();

    [GeneratedRegex("/sign-in", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SignIn();
}
