using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Periop.Server.Tests;
using static Microsoft.Playwright.Assertions;

namespace Periop.Web.Tests;

/// <summary>Somebody with a tablet at the table. What can be tapped is known by its <c>data-key</c>.</summary>
public sealed class TablePage(Visitor visitor, TestHospital hospital) : IAsyncDisposable
{
    public Visitor Visitor { get; } = visitor;

    public IPage Page => Visitor.Page;

    /// <summary>What became of what was tapped, in a word.</summary>
    public ILocator Queue => Page.Locator("[data-key=queue]");

    /// <summary>The card of what was just recorded.</summary>
    public ILocator Done => Page.Locator("[data-done]");

    public ILocator Head => Page.Locator("#head");

    public ILocator Stop => Page.GetByRole(AriaRole.Alertdialog);

    public ILocator Sheet => Page.Locator(".sheet");

    /// <summary>Opens a tablet that is signed in.</summary>
    public static async Task<TablePage> NewAsync(
        Chromium chromium, TestHospital hospital, string subject = "N-07", TcpLine? over = null, ViewportSize? size = null, bool hasTouch = true)
    {
        var visitor = await Visitor.NewAsync(
            chromium, hospital.Host, new() { ViewportSize = size ?? new() { Width = 1180, Height = 820 }, HasTouch = hasTouch }, over);
        await visitor.Page.Clock.InstallAsync(new ClockInstallOptions { TimeDate = hospital.Now.UtcDateTime });     // or the tablet is months ahead
        await visitor.SignInAsync(hospital, subject);
        return new TablePage(visitor, hospital);
    }

    /// <summary>Opens a case, and waits until it can be recorded into and the shell is kept.</summary>
    public async Task OpenAsync(Guid caseId)
    {
        await Page.GotoAsync($"/cases/{caseId}");
        await Expect(Queue).ToContainTextAsync("All sent");
        await Expect(Page.Locator("#head h1")).Not.ToHaveTextAsync("Case");
    }

    public ILocator Key(string key) => Page.Locator($"[data-key='{key}']").First;

    public async Task TapAsync(params string[] keys)
    {
        foreach (var key in keys)
            await Key(key).ClickAsync();
    }

    /// <summary>An answer to a stop.</summary>
    public Task AnswerAsync(string way) => Stop.Locator($"[data-way='{way}']").ClickAsync();

    /// <summary>Asks the page until it answers yes. (Playwright's own waiting takes the promise of an answer for a yes.)</summary>
    public Task UntilAsync(string question, string what) => Eventually.BecomesAsync(() => Page.EvaluateAsync<bool>(question), yes => yes, what);

    public Task IsSentAsync() => Expect(Queue).ToContainTextAsync("All sent");

    /// <summary>The entries of a case as the record has them, in order of time; planning left out.</summary>
    public async Task<IReadOnlyList<JsonNode>> RecordedAsync(Guid caseId) =>
    [
        .. (await hospital.Nurse.GetAsync($"/api/cases/{caseId}/timeline")).Is(200).Json["entries"]!.AsArray().Select(entry => entry!)
            .Where(entry => entry["type"]!.GetValue<string>() != "case_scheduled"),
    ];

    public async Task<IReadOnlyList<string>> TypesAsync(Guid caseId) => [.. (await RecordedAsync(caseId)).Select(entry => entry["type"]!.GetValue<string>())];

    public ValueTask DisposeAsync() => Visitor.DisposeAsync();
}
