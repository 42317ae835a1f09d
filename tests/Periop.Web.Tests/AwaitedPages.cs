using Microsoft.Playwright;
using Periop.Server.Tests;
using Xunit;

namespace Periop.Web.Tests;

/// <summary>What somebody sees who has asked and has no answer yet, by the browser's own clock.</summary>
public sealed class AwaitedPages(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    const string Press = "selector => document.querySelector(selector).click()";

    /// <summary>
    /// Whoever asks is not answered: the browser is kept from asking once the page has done what it does. An answer that is only held back would keep the
    /// tool from looking at the page, too.
    /// </summary>
    const string HoldBack = """
        () => {
          addEventListener('click', event => event.target.closest('a') && event.preventDefault());
          addEventListener('submit', event => event.preventDefault());
        }
        """;

    readonly TestHospital hospital = listening.Host.NewHospital();

    [Theory]
    [InlineData("form.filters .btn", "asked-again")]
    [InlineData("nav.sub a[href='/quality/deviations']", "asked-another")]
    public async Task Nothing_changes_for_300_ms_then_there_are_shapes_and_after_five_seconds_a_sentence(string pressed, string shapes)
    {
        await using var visitor = await AtRegisterAsync();
        var page = visitor.Page;
        await page.EvaluateAsync(Press, pressed);
        await page.Clock.RunForAsync(299);
        Assert.Equal(("q", false), await ShownAsync(page));
        await page.Clock.RunForAsync(1);
        Assert.Equal(($"q {shapes}", true), await ShownAsync(page));
        await page.Clock.RunForAsync(4_699);
        Assert.Equal("", await page.InnerTextAsync("[data-awaited] [role=status]"));
        await page.Clock.RunForAsync(1);
        await Assertions.Expect(page.Locator("[data-awaited] [role=status]")).ToContainTextAsync("This takes longer than usual.");
        await page.GotoAsync("/quality/deviations");
        Assert.Equal(("q", false), await ShownAsync(page));
        visitor.AssertQuiet();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_comes_back_or_stops_finds_the_page_as_it_was(bool stops)
    {
        await using var visitor = await AtRegisterAsync();
        await visitor.Page.EvaluateAsync(Press, "nav.sub a[href='/quality/deviations']");
        await visitor.Page.Clock.RunForAsync(6_000);
        Assert.True((await ShownAsync(visitor.Page)).IsBusy);
        if (stops)
            await visitor.Page.Keyboard.PressAsync("Escape");
        else
            await visitor.Page.EvaluateAsync("() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
        await visitor.Page.Clock.RunForAsync(6_000);
        Assert.Equal(("q", false), await ShownAsync(visitor.Page));
        Assert.Equal("", await visitor.Page.Locator("[data-awaited] [role=status]").TextContentAsync());
    }

    [Fact]
    public async Task A_file_a_place_on_the_page_and_another_tab_are_not_waited_for()
    {
        await using var visitor = await AtRegisterAsync();
        var page = visitor.Page;
        await page.EvaluateAsync(Press, "a[download]");
        await page.EvaluateAsync(Press, ".skip");
        await page.EvaluateAsync("""
            () => document.querySelector("nav.sub a[href='/quality/deviations']").dispatchEvent(
                new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }))
            """);
        await page.Clock.RunForAsync(6_000);
        Assert.Equal(("q", false), await ShownAsync(page));
    }

    static async Task<(string Class, bool IsBusy)> ShownAsync(IPage page) => (
        await page.EvaluateAsync<string>("() => document.body.className.trim()"), await page.Locator("main[aria-busy=true]").CountAsync() == 1);

    /// <summary>At the register, from where no page is answered until it is let through, and time stands still.</summary>
    async Task<Visitor> AtRegisterAsync()
    {
        await hospital.AskedAsync("/api/register/complications");
        var visitor = await hospital.AtDeskAsync(chromium);
        await visitor.Page.Clock.InstallAsync();
        await visitor.Page.GotoAsync("/quality/register");
        await visitor.Page.Clock.PauseAtAsync(DateTime.UtcNow.AddHours(1));
        await visitor.Page.EvaluateAsync(HoldBack);
        return visitor;
    }
}
