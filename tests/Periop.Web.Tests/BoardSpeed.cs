using System.Globalization;
using Periop.Server.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Periop.Web.Tests;

/// <summary>How long somebody in front of a board waits. Run by hand, on a machine that has nothing else to do.</summary>
public sealed class BoardSpeed(ListeningHost listening, Chromium chromium, ITestOutputHelper output) : IClassFixture<ListeningHost>
{
    const int Commands = 100;

    readonly TestHospital hospital = listening.Host.NewHospital();

    [Fact(Explicit = true)]
    public async Task From_a_command_to_another_browser()
    {
        await using var wall = await Visitor.NewAsync(chromium, listening.Host);
        await wall.SignInAsync(hospital, "W-01");
        var paints = new List<double>();
        for (var time = 0; time < 10; time++)
        {
            await wall.Page.GotoAsync("/board");
            await Expect(wall.Page.Locator(".age")).ToContainTextAsync("Live");
            paints.Add(await wall.Page.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0].startTime"));
        }

        output.WriteLine($"first paint: {Said(paints)}");
        var surgicalCase = await hospital.CaseInRoomAsync("OR-1");
        await Expect(wall.Page.Locator("[data-room=OR-1] .phase")).ToHaveTextAsync("In room");
        var waits = new List<double>();
        for (var command = 0; command < Commands; command++)
        {
            var room = command % 2 == 0 ? "OR-2" : "OR-1";
            listening.Host.Clock.Advance(TimeSpan.FromSeconds(10));
            await wall.Page.EvaluateAsync("""
                room => { window.shown = new Promise(shown => {
                  const phase = document.querySelector(`[data-room="${room}"] .phase`);
                  new MutationObserver(() => phase.textContent === 'In room' && shown(performance.timeOrigin + performance.now()))
                    .observe(phase, { childList: true });
                }); }
                """, room);
            var sent = (DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).TotalMilliseconds;
            await surgicalCase.RecordedAsync("room-entry", new { room });
            waits.Add(await wall.Page.EvaluateAsync<double>("() => window.shown") - sent);
        }

        output.WriteLine($"command to another browser: {Said(waits)}");
    }

    static string Said(List<double> milliseconds)
    {
        milliseconds.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"p50 {At(.5):0} ms, p99 {At(.99):0} ms of {milliseconds.Count}");

        double At(double share) => milliseconds[(int)Math.Ceiling(share * milliseconds.Count) - 1];
    }
}
