using Microsoft.Playwright;
using Periop.Server.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Periop.Web.Tests;

/// <summary>A new version is deployed while a tablet is in use.</summary>
public sealed class NewRelease(DeployedHost deployed, Chromium chromium) : IClassFixture<DeployedHost>, IAsyncLifetime
{
    const string NotBegun = "This page did not begin. Load it again; write times down until then.";

    readonly TestHospital hospital = deployed.Host.NewHospital();

    /// <summary>Whatever the test before has left.</summary>
    public async ValueTask InitializeAsync()
    {
        await deployed.DeployAsync("release-1");
        deployed.Line.Heal();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task It_is_taken_when_nothing_waits_any_more_and_somebody_taps()
    {
        var surgicalCase = await hospital.CaseInRoomAsync();
        await using var table = await Tablet.NewAsync(chromium, hospital, over: deployed.Line);
        await table.OpenToKeepAsync(surgicalCase.Id);
        await table.TapAsync("tool-Times", "time-incision");
        await table.AnswerAsync("later");
        await table.SaysAsync("1 needs you");
        await table.Page.ReloadAsync();
        Assert.Equal("release-1", Assert.Single(await table.KeepsAsync("queue"))["release"]!.GetValue<string>());
        deployed.Line.Cut();
        await deployed.DeployAsync("release-2");
        deployed.Line.Heal();
        await table.PassAsync(TimeSpan.FromMinutes(10));
        await table.UntilAsync("async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting)", "the new version waits");
        await table.SaysAsync("1 needs you");
        await Expect(table.NoticeOf("A new version is here.")).ToHaveCountAsync(0);
        await table.AssertReleaseAsync("release-1");
        await table.AnswerAsync("mistake");
        await table.NoticesAsync("A new version is here. It is taken when you tap.");
        await table.AssertReleaseAsync("release-1");
        await TakeAsync(table);
        await table.AssertReleaseAsync("release-2");
        await table.IsSentAsync();
    }

    /// <summary>Nobody answers it: what has begun goes on without.</summary>
    [Fact]
    public async Task A_page_that_has_only_begun_is_of_the_version_that_another_tab_takes()
    {
        await using var table = await Tablet.NewAsync(chromium, hospital, over: deployed.Line);
        var other = await WithAnotherTabThatIsOfferedAsync(table, await hospital.CaseAsync());
        await table.Page.RouteAsync("**/api/**", _ => Task.CompletedTask);
        await LoadAnewAsync(table);
        await AssertBegunAsync(table, "release-1");
        await TakeAsync(other);
        await AssertBegunAsync(table, "release-2");
    }

    [Fact]
    public async Task A_page_that_cannot_begin_says_so_after_it_has_loaded_itself_anew_once()
    {
        await using var table = await Tablet.NewAsync(chromium, hospital, over: deployed.Line);
        await table.OpenToKeepAsync((await hospital.CaseAsync()).Id);
        var loaded = 0;
        table.Page.FrameNavigated += (_, _) => loaded++;
        await LoadWithoutModuleAsync(table);
        await Expect(table.Page.Locator("#body")).ToHaveTextAsync(NotBegun);
        Assert.Equal(2, loaded);
    }

    [Fact]
    public async Task A_page_that_could_not_begin_begins_as_the_version_that_another_tab_takes()
    {
        await using var table = await Tablet.NewAsync(chromium, hospital, over: deployed.Line);
        var other = await WithAnotherTabThatIsOfferedAsync(table, await hospital.CaseAsync());
        await LoadWithoutModuleAsync(table);
        await Expect(table.Page.Locator("#body")).ToHaveTextAsync(NotBegun);
        await table.PassAsync(TimeSpan.FromSeconds(10));
        await TakeAsync(other);
        await AssertBegunAsync(table, "release-2");
    }

    [Fact]
    public async Task What_a_page_alone_holds_is_sent_before_it_is_of_the_version_that_another_tab_takes()
    {
        var surgicalCase = await hospital.CaseAsync();
        await using var table = await Tablet.NewAsync(chromium, hospital, over: deployed.Line);
        var other = await WithAnotherTabThatIsOfferedAsync(table, surgicalCase);
        await table.Page.EvaluateAsync($"() => {{ {KeptOnTheTablet.NeverComplete} }}");
        deployed.Line.Cut();
        await table.TapAsync("room-entry");
        await table.PassAsync(TimeSpan.FromSeconds(2));
        await table.NoticesAsync("This tablet cannot keep entries.");
        await TakeAsync(other);
        await AssertBegunAsync(other, "release-2");
        await table.AssertReleaseAsync("release-1");
        deployed.Line.Heal();
        await table.PassAsync(Tablet.Again);
        await table.AssertReleaseAsync("release-2");
        Assert.Equal(["patient_entered_room"], await table.TypesAsync(surgicalCase.Id));
    }

    /// <summary>A tablet with two tabs, after another version has been deployed.</summary>
    async Task<TablePage> WithAnotherTabThatIsOfferedAsync(TablePage table, TestCase surgicalCase)
    {
        await table.OpenToKeepAsync(surgicalCase.Id);
        await table.Page.ReloadAsync();     // what is opened first is no page of the worker that keeps the shell
        var other = await table.NewTabAsync(hospital);
        await other.Page.GotoAsync(table.Page.Url);
        await AssertBegunAsync(other, "release-1");
        deployed.Line.Cut();
        await deployed.DeployAsync("release-2");
        deployed.Line.Heal();
        await table.PassAsync(TimeSpan.FromMinutes(10));
        await other.NoticesAsync("A new version is here.");
        return other;
    }

    static Task TakeAsync(TablePage tab) => tab.NoticeOf("A new version is here.").GetByRole(AriaRole.Button).ClickAsync();

    static async Task AssertBegunAsync(TablePage tab, string release)
    {
        await tab.AssertReleaseAsync(release);
        await Expect(tab.Page.Locator("html")).ToHaveAttributeAsync("data-begun", "");
    }

    /// <summary>It may do so once more by itself, so that nobody waits until it is loaded.</summary>
    static Task LoadAnewAsync(TablePage table) => table.Page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit });

    /// <summary>Of what is kept one module is gone, and there is no network to ask for it.</summary>
    async Task LoadWithoutModuleAsync(TablePage table)
    {
        Assert.True(await table.Page.EvaluateAsync<bool>("async () => (await caches.open('shell-release-1')).delete('/js/case/words.js')"));
        deployed.Line.Cut();
        await LoadAnewAsync(table);
    }
}
