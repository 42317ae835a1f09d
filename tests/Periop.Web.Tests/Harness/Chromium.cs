using Microsoft.Playwright;
using Periop.Web.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Periop.Web.Tests;

/// <summary>The browser of this machine, started once; where there is none, tests that need one say so and are skipped.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>The first is the browser without its own windows: half the work for the same pages.</summary>
    static readonly string[] Places = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    IPlaywright? playwright;
    IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } place)
            return;
        Assertions.SetDefaultExpectTimeout(30_000);      // a busy machine is no fault
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = place,
            Args = ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none"],
        });
    }

    /// <summary>A browser of its own, as far as cookies and storage go.</summary>
    public async Task<IBrowserContext> NewContextAsync(string address, BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(browser is null, "there is no Chromium on this machine: apt-get install chromium");
        options ??= new BrowserNewContextOptions();
        options.BaseURL = address;
        options.ReducedMotion = ReducedMotion.Reduce;
        return await browser.NewContextAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
