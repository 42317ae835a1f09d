using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Periop.Server.Tests;
using Xunit;

namespace Periop.Web.Tests;

/// <summary>Somebody at a browser. Whatever the browser complains of, and whatever it asks of another host, is known at the end.</summary>
public sealed class Visitor(IBrowserContext context, IPage page, string address) : IAsyncDisposable
{
    static readonly string[] Grave = ["serious", "critical"];

    readonly ConcurrentQueue<string> complaints = new();

    public IPage Page { get; } = page;

    public IBrowserContext Context { get; } = context;

    /// <summary>Opens a browser that is signed in as nobody yet.</summary>
    /// <param name="over">The line to the program, if it is not a direct one.</param>
    public static async Task<Visitor> NewAsync(Chromium chromium, PeriopHost host, BrowserNewContextOptions? options = null, TcpLine? over = null)
    {
        var address = (over?.Address ?? host.Client.BaseAddress!).ToString();
        var context = await chromium.NewContextAsync(address, options);
        var visitor = new Visitor(context, await context.NewPageAsync(), address);
        visitor.Listen(visitor.Page);
        return visitor;
    }

    /// <summary>Signs in as one of those whom Development offers.</summary>
    public async Task SignInAsync(TestHospital hospital, string subject)
    {
        await Page.GotoAsync($"/sign-in?hospital={hospital.Id}");
        await Page.Locator($"button[value='{subject}']").ClickAsync();
    }

    /// <summary>Nothing that keeps somebody from reading or using the page.</summary>
    public async Task AssertAccessibleAsync()
    {
        var found = (await ExaminedAsync()).Violations.Where(violation => Grave.Contains(violation.Impact))
            .Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}");
        Assert.Empty(found);
    }

    /// <summary>A page that loads itself anew every few seconds may do so in the middle, and takes the examiner's script with it.</summary>
    async Task<AxeResult> ExaminedAsync()
    {
        for (var tries = 1; ; tries++)
            try
            {
                return await Page.RunAxe();
            }
            catch (PlaywrightException gone) when (tries < 5 && gone.Message.Contains("axe is not defined", StringComparison.Ordinal))
            {
                await Page.WaitForLoadStateAsync();
            }
    }

    /// <summary>The page broke no rule of ours: no script error, nothing inline, nothing from another host.</summary>
    public void AssertQuiet() => Assert.Empty(complaints);

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();

    void Listen(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                complaints.Enqueue(message.Text);
        };
        page.PageError += (_, error) => complaints.Enqueue(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal))
                complaints.Enqueue($"asks {request.Url}");
        };
    }
}
