using System.Globalization;
using Periop.Server.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Periop.Web.Tests;

/// <summary>How long gloves wait. Run by hand, on a machine that has nothing else to do.</summary>
public sealed class TableSpeed(ListeningHost listening, Chromium chromium, ITestOutputHelper output) : IClassFixture<ListeningHost>
{
    const int Taps = 100, Waiting = 1000;

    /// <summary>From the press of a button until it says so, and until nothing waits any more.</summary>
    const string TapAndWait = """
        async ([path, body]) => {
          const { act } = await import('/js/case/screen.js'), { outbox } = await import('/js/case/outbox.js');
          const tapped = performance.now();
          const shown = new Promise(seen => new MutationObserver((_, observer) => { observer.disconnect(); seen(performance.now()); })
            .observe(document.getElementById('body'), { childList: true }));
          const sent = new Promise(done => outbox.onRecorded(() => done(performance.now())));
          act({ path, body, said: 'Blood loss' });
          const answered = await shown - tapped;
          return [answered, window.isOffline ? 0 : await sent - tapped];
        }
        """;

    readonly TestHospital hospital = listening.Host.NewHospital();

    [Fact(Explicit = true)]
    public async Task Of_a_tap_of_the_first_paint_and_of_a_long_queue()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await using var visitor = await Visitor.NewAsync(chromium, listening.Host);
        await visitor.SignInAsync(hospital, "N-07");
        var paints = new List<double>();
        for (var time = 0; time < 10; time++)
        {
            await visitor.Page.GotoAsync($"/cases/{surgicalCase.Id}");
            await Expect(visitor.Page.Locator("[data-likely]").First).ToBeVisibleAsync();
            paints.Add(await visitor.Page.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0].startTime"));
        }

        output.WriteLine($"first paint: {Said(paints)}");
        await Expect(visitor.Page.Locator("[data-key=queue]")).ToContainTextAsync("All sent");
        var taps = new List<double[]>();
        for (var tap = 0; tap < Taps; tap++)
            taps.Add(await visitor.Page.EvaluateAsync<double[]>(TapAndWait, new object[] { "blood-loss", new { cumulativeMl = tap + 1 } }));
        output.WriteLine($"tap to shown: {Said(taps.Select(tap => tap[0]))}");
        output.WriteLine($"tap to sent: {Said(taps.Select(tap => tap[1]))}");
        await visitor.Context.SetOfflineAsync(true);
        await visitor.Page.EvaluateAsync("""
            async count => { window.isOffline = true;
              const { outbox } = await import('/js/case/outbox.js'), { record } = await import('/js/case/record.js');
              for (let at = 0; at < count; at++)
                await outbox.record({
                  caseId: record.caseId, path: 'blood-loss', body: { cumulativeMl: 1000 + at }, said: `Blood loss ${1000 + at} mL` }).kept; }
            """, Waiting);
        taps.Clear();
        for (var tap = 0; tap < Taps; tap++)
            taps.Add(await visitor.Page.EvaluateAsync<double[]>(TapAndWait, new object[] { "blood-loss", new { cumulativeMl = 3000 + tap } }));
        output.WriteLine($"tap to shown with {Waiting} waiting: {Said(taps.Select(tap => tap[0]))}");
    }

    static string Said(IEnumerable<double> milliseconds)
    {
        double[] sorted = [.. milliseconds.Order()];
        return string.Create(CultureInfo.InvariantCulture, $"p50 {At(.5):0} ms, p99 {At(.99):0} ms of {sorted.Length}");

        double At(double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }
}
