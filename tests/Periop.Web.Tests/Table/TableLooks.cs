using Microsoft.Playwright;
using Periop.Server.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Periop.Web.Tests;

/// <summary>What gloves meet and tired eyes read: in both themes, on a tablet and on a phone, in every state.</summary>
public sealed class TableLooks(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    const string Milestones = """
        () => [...document.querySelectorAll('.next .go')].map(go => go.getBoundingClientRect()).flatMap((box, at, all) => [
          ...(box.height < 96 ? [`${Math.round(box.height)} high`] : []),
          ...all.slice(at + 1)
            .filter(other => other.top < box.bottom + 16 && other.bottom > box.top - 16 && other.left < box.right + 16 && other.right > box.left - 16)
            .map(other => `${Math.round(other.top - box.bottom)} or ${Math.round(other.left - box.right)} apart`)])
        """;

    readonly TestHospital hospital = listening.Host.NewHospital();

    /// <summary>Each sheet and each card that takes the place of the buttons.</summary>
    static readonly string[][] States =
    [
        [], ["tool-Times"], ["tool-Spine"], ["tool-Implant"], ["tool-Counts"], ["tool-Drugs", "chip-cefazolin"], ["tool-Monitoring"], ["tool-More"],
        ["tool-More", "to-flags"], ["tool-More", "to-timeline"], ["tool-More", "to-move"], ["tool-More", "to-sign"], ["queue"],
        ["level-image", "adjust-5"], ["set-time"], ["take-back"],
    ];

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Every_text_is_read_and_everything_pressed_by_a_glove(string theme)
    {
        await using var table = await InOperationAsync();
        await table.Page.EvaluateAsync("theme => document.documentElement.dataset.theme = theme", theme);
        foreach (var keys in States)
        {
            await table.TapAsync(keys);
            await Contrast.AssertAsync(table.Page, 7);
            if (theme == "light")       // colours are all that differs in the dark
            {
                await Targets.AssertAsync(table.Page, 48);
                await table.Visitor.AssertAccessibleAsync();
            }

            while (await table.Key("panel-back").Or(table.Key("close")).First.IsVisibleAsync())
                await table.Key("panel-back").Or(table.Key("close")).First.ClickAsync();
        }

        table.Visitor.AssertQuiet();
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(820, 1180)]
    [InlineData(1180, 820)]
    [InlineData(1440, 900)]
    public async Task Milestones_are_96_high_and_16_apart_and_nothing_lies_beyond_the_edge(int width, int height)
    {
        await using var table = await InOperationAsync(new() { Width = width, Height = height });
        Assert.Empty(await table.Page.EvaluateAsync<string[]>(Milestones));
        await Targets.AssertFitsAsync(table.Page, width);
    }

    [Fact]
    public async Task On_a_phone_every_part_is_reached_from_the_bar()
    {
        await using var table = await InOperationAsync(new() { Width = 390, Height = 844 });
        foreach (var part in new[] { "part-Spine", "part-Implant", "part-Timeline", "part-More" })
        {
            await table.TapAsync(part);
            await Expect(table.Sheet).ToBeVisibleAsync();
            await Contrast.AssertAsync(table.Page, 7);
            await Targets.AssertAsync(table.Page, 48);
            await Targets.AssertFitsAsync(table.Page, 390);
        }

        await table.TapAsync("part-Next");
        await Expect(table.Sheet).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_shell_weighs_less_than_150_kilobytes()
    {
        await using var table = await InOperationAsync();
        var weight = await table.Page.EvaluateAsync<int>("""
            async () => { const files = [...document.querySelectorAll('link[href], script[src]')].map(file => file.href ?? file.src);
              const sizes = await Promise.all([location.href, ...files].map(async file => {
                const bytes = await (await fetch(file, { cache: 'no-store', headers: { Accept: 'text/html, */*' } })).arrayBuffer();
                return (await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()).byteLength; }));
              return sizes.reduce((sum, size) => sum + size, 0); }
            """);
        Assert.InRange(weight, 10_000, 150_000);
    }

    async Task<TablePage> InOperationAsync(ViewportSize? size = null)
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var table = await TablePage.NewAsync(chromium, hospital, size: size);
        await table.OpenAsync(surgicalCase.Id);
        return table;
    }
}
