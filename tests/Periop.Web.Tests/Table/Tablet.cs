using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Periop.Server.Tests;
using static Microsoft.Playwright.Assertions;

namespace Periop.Web.Tests;

/// <summary>Tablets to which something happens: no network, another clock, a browser that keeps nothing. And what they keep.</summary>
static class Tablet
{
    /// <summary>From when on the page tries again by itself.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromSeconds(15);

    const string Records = """
        store => new Promise((done, failed) => {
          const asked = indexedDB.open('periop');
          asked.onerror = () => failed(asked.error);
          asked.onsuccess = () => {
            const all = asked.result.transaction(store).objectStore(store).getAll();
            all.onsuccess = () => { asked.result.close(); done(JSON.stringify(all.result)); };
          };
        })
        """;

    /// <param name="ahead">How far the tablet's clock is ahead of the hospital's.</param>
    /// <param name="script">What its browser does otherwise than others.</param>
    public static async Task<TablePage> NewAsync(
        Chromium chromium, TestHospital hospital, string subject = "N-07", TimeSpan ahead = default, string? script = null, string? timeZone = null,
        TcpLine? over = null)
    {
        var visitor = await Visitor.NewAsync(
            chromium, hospital.Host, new() { ViewportSize = new() { Width = 1180, Height = 820 }, HasTouch = true, TimezoneId = timeZone }, over);
        if (script is not null)
            await visitor.Context.AddInitScriptAsync(script);
        await visitor.Context.Clock.InstallAsync(new() { TimeDate = (hospital.Now + ahead).UtcDateTime });
        await visitor.SignInAsync(hospital, subject);
        return new TablePage(visitor, hospital);
    }

    /// <summary>A second tab of the same browser.</summary>
    public static async Task<TablePage> NewTabAsync(this TablePage table, TestHospital hospital)
    {
        var page = await table.Visitor.Context.NewPageAsync();
        return new TablePage(new Visitor(table.Visitor.Context, page, hospital.Host.Client.BaseAddress!.ToString()), hospital);
    }

    /// <summary>Opens a case, and waits until its shell is kept: from then on it opens without a network.</summary>
    public static async Task OpenToKeepAsync(this TablePage table, Guid caseId)
    {
        await table.OpenAsync(caseId);
        await table.Page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => null)");
    }

    /// <summary>Another one takes the tablet, signs in and opens the case.</summary>
    public static async Task HandToAsync(this TablePage table, TestHospital hospital, string subject, Guid caseId)
    {
        await table.Visitor.SignInAsync(hospital, subject);
        await table.Page.GotoAsync($"/cases/{caseId}");
        await Expect(table.Head).ToContainTextAsync($"you are {subject}");
    }

    public static Task GoOfflineAsync(this TablePage table) => table.Visitor.Context.SetOfflineAsync(true);

    public static Task GoOnlineAsync(this TablePage table) => table.Visitor.Context.SetOfflineAsync(false);

    /// <summary>Time passes on the tablet, and its timers run.</summary>
    public static Task PassAsync(this TablePage table, TimeSpan time) => table.Visitor.Context.Clock.FastForwardAsync((long)time.TotalMilliseconds);

    /// <summary>Its clock is set, and nothing else happens.</summary>
    public static Task SetClockAsync(this TablePage table, DateTimeOffset time) => table.Visitor.Context.Clock.SetSystemTimeAsync(time.UtcDateTime);

    /// <summary>What the tablet keeps in one of its stores.</summary>
    public static async Task<IReadOnlyList<JsonNode>> KeepsAsync(this TablePage table, string store) =>
        [.. JsonNode.Parse(await table.Page.EvaluateAsync<string>(Records, store))!.AsArray().Select(record => record!)];

    /// <summary>Whatever is recorded is answered so.</summary>
    public static Task AnswerWithAsync(this TablePage table, Func<IRoute, Task> answer) =>
        table.Visitor.Context.RouteAsync("**/api/cases/**", route => route.Request.Method == "POST" ? answer(route) : route.FallbackAsync());

    /// <summary>An answer that the program gives.</summary>
    public static Task RefuseAsync(this IRoute route, TestHospital hospital, int status, string code) => route.FulfillAsync(new()
    {
        Status = status,
        ContentType = "application/problem+json",
        Headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Periop-Time"] = hospital.Now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        },
        Body = $$"""{ "code": "{{code}}", "status": {{status}}, "detail": "It said {{status}}." }""",
    });

    /// <summary>From now on everything is answered by the program again.</summary>
    public static Task AnswerTrulyAsync(this TablePage table) => table.Visitor.Context.UnrouteAllAsync();

    public static Task SaysAsync(this TablePage table, string words) => Expect(table.Queue).ToContainTextAsync(words);

    /// <summary>What stands above the buttons.</summary>
    public static ILocator NoticeOf(this TablePage table, string words) => table.Page.Locator(".next .notice").Filter(new() { HasText = words });

    public static Task NoticesAsync(this TablePage table, string words) => Expect(table.NoticeOf(words)).ToBeVisibleAsync();

    /// <summary>Which version of the page is open.</summary>
    public static Task AssertReleaseAsync(this TablePage table, string release) =>
        Expect(table.Page.Locator("html")).ToHaveAttributeAsync("data-release", release);

    /// <summary>Its button says every second how long ago something was heard: a busy machine does not hit it in time.</summary>
    public static Task OpenQueueAsync(this TablePage table) => table.Queue.DispatchEventAsync("click");

    /// <summary>Sets a PIN while the program answers.</summary>
    public static async Task SetPinAsync(this TablePage table, string subject, string pin)
    {
        await table.OpenQueueAsync();
        await table.FillPinAsync($"PIN of {subject}", "Set PIN", pin);
        await Expect(table.Sheet).ToContainTextAsync("Kept on this tablet.");
        await table.TapAsync("close");
    }

    /// <summary>Says by PIN who stands here now.</summary>
    public static async Task SayWhoAsync(this TablePage table, string subject, string pin)
    {
        await table.OpenQueueAsync();
        await table.FillPinAsync($"PIN of {subject}", $"I am {subject}", pin);
    }

    static async Task FillPinAsync(this TablePage table, string label, string button, string pin)
    {
        await table.Page.GetByLabel(label).FillAsync(pin);
        await table.Sheet.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    /// <summary>Under whose names the entries of a case are recorded.</summary>
    public static async Task<IReadOnlyList<string>> AuthorsAsync(this TablePage table, Guid caseId) =>
        [.. (await table.RecordedAsync(caseId)).Select(entry => entry["recordedBy"]!.GetValue<string>())];

    public static DateTimeOffset Time(JsonNode entry) => entry["occurredAt"]!.GetValue<DateTimeOffset>();
}
