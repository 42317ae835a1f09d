using Microsoft.Extensions.Time.Testing;
using Periop.Server;
using Periop.Server.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Periop.Web.Tests;

/// <summary>A board whose hospital's clock runs faster than life.</summary>
public sealed class BoardOfSimulatedDay(TestDatabases databases, Chromium chromium)
{
    [Fact]
    public async Task It_says_so_and_its_clock_runs_on_between_two_messages_as_fast_as_the_hospitals()
    {
        await using var host = new PeriopHost(databases) { Listens = true, Hospitals = 1, Clock = new Faster() };
        await host.InitializeAsync();
        await using var wall = await Visitor.NewAsync(chromium, host);
        await wall.Page.Clock.InstallAsync();
        await wall.SignInAsync(host.NewHospital(), "W-01");
        await wall.Page.GotoAsync("/board");
        await Expect(wall.Page.Locator(".simulated")).ToHaveTextAsync("Simulated clock ×60");
        await Expect(wall.Page.Locator(".age")).ToContainTextAsync("Live");
        await wall.Page.Clock.FastForwardAsync(5_000);
        await Expect(wall.Page.Locator(".age")).ToContainTextAsync("min old");
        wall.AssertQuiet();
    }

    sealed class Faster() : FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero)), ISimulated
    {
        public double Factor => 60;
    }
}
