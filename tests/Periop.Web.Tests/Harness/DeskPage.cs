using Microsoft.Playwright;
using Periop.Server.Tests;
using Xunit;

namespace Periop.Web.Tests;

/// <summary>Pages of the quality desk, as tests look at them.</summary>
static class DeskPage
{
    const string Answer = """
        () => { const main = document.querySelector('main').cloneNode(true);
                main.querySelectorAll('form, [popover], .notice, .printfoot').forEach(part => part.remove());
                return main.innerHTML; }
        """;

    const string Numbers = """
        async () => { const found = [];
            const numbers = 'table.rates td.num a, table.points td.num a, .reading a[href*="state="], .outside a[href*="state="]';
            for (const link of document.querySelectorAll(numbers)) {
                const text = await (await fetch(link.href, { headers: { Accept: 'text/html' } })).text();
                const listed = new DOMParser().parseFromString(text, 'text/html').querySelectorAll('table.outcomes tbody tr').length;
                found.push([link.textContent.replace(/[^0-9]/g, ''), listed, link.search].join(' '));
            }
            return found; }
        """;

    /// <summary>The quality team at a browser.</summary>
    public static async Task<Visitor> AtDeskAsync(this TestHospital hospital, Chromium chromium)
    {
        var visitor = await Visitor.NewAsync(chromium, hospital.Host);
        await visitor.SignInAsync(hospital, "Q-02");
        return visitor;
    }

    /// <summary>What an address promises to give again: not its forms, nor who printed it.</summary>
    public static Task<string> AnswerAsync(this IPage page) => page.EvaluateAsync<string>(Answer);

    /// <summary>Every number of the page's tables, with how many cases its address lists.</summary>
    public static async Task AssertNumbersLeadToListsAsync(this IPage page)
    {
        var numbers = await page.EvaluateAsync<string[]>(Numbers);
        Assert.NotEmpty(numbers);
        Assert.All(numbers, number => Assert.True(number.Split(' ') is [var said, var listed, ..] && said == listed, number));
    }

    /// <summary>What is wider on paper than the place that it has.</summary>
    const string Cut = """
        () => [...document.querySelectorAll('main, main *')].filter(part => {
            const style = getComputedStyle(part), box = part.getBoundingClientRect();
            return box.width && !part.closest('.sr, svg, .noprint, [popover]') && (box.right > innerWidth + 1
                || style.overflowX !== 'visible' && style.display !== 'inline' && part.scrollWidth > part.clientWidth + 1);
        }).map(part => `${part.tagName} ${part.className} "${part.textContent.trim().slice(0, 40)}"`).slice(0, 5)
        """;

    /// <summary>What a page of paper is wide between its margins: 297 mm less twice 14, at 96 to the inch.</summary>
    const int Paper = 1016;

    /// <summary>Printed, no column is cut off, nothing to press is there, and the foot says whose it is.</summary>
    public static async Task AssertPrintsWholeAsync(this IPage page)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.SetViewportSizeAsync(Paper, 718);
        Assert.Empty(await page.EvaluateAsync<string[]>(Cut));
        Assert.True(await page.Locator(".printfoot").IsVisibleAsync());
        Assert.Equal(0, await page.Locator("main :is(button.btn, a.btn):visible").CountAsync());
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
    }

    /// <summary>Printed, it is one page, with its address at the foot.</summary>
    public static async Task AssertPrintsOnOnePageAsync(this IPage page)
    {
        var pdf = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true }));
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(pdf, @"/Type\s*/Page\b", default, TimeSpan.FromSeconds(5)));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Contains("asOf=", await page.Locator(".printfoot").InnerTextAsync(), StringComparison.Ordinal);
        Assert.False(await page.Locator(".tools2").IsVisibleAsync());
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
    }
}
