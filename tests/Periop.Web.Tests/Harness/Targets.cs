using Microsoft.Playwright;
using Xunit;

namespace Periop.Web.Tests;

/// <summary>Whether a finger or a mouse meets what can be pressed, and whether all of the page can be seen without scrolling sideways.</summary>
public static class Targets
{
    /// <summary>Points of a plot are as large as they are drawn: each has its line in the table beside it, or leads to a list.</summary>
    const string TooSmall = """
        least => [...document.querySelectorAll('a, button, select, summary, input:not([type=hidden])')].flatMap(element => {
          const box = element.getBoundingClientRect();
          return box.width && !element.closest('.skip, .sr, figure') && (box.height < least || box.width < least)
            ? [`${Math.round(box.width)}x${Math.round(box.height)} "${element.textContent.trim().slice(0, 40)}"`] : [];
        })
        """;

    /// <summary>With what would fit if it were not there.</summary>
    const string Beyond = """
        () => document.documentElement.scrollWidth <= innerWidth ? [] : [`${document.documentElement.scrollWidth} of ${innerWidth}`].concat(
          [...document.querySelectorAll('body *')].filter(element => {
            element.style.display = 'none';
            const fits = document.documentElement.scrollWidth <= innerWidth;
            element.style.display = '';
            return fits;
          })
            .map(element => `${element.tagName} ${element.getAttribute('class')} "${element.textContent.trim().slice(0, 40)}"`).slice(0, 5))
        """;

    /// <summary>Whatever can be pressed is that many pixels wide and high: 48 on the board, the case and at sign-in, 24 elsewhere.</summary>
    public static async Task AssertAsync(IPage page, int least) => Assert.Empty(await page.EvaluateAsync<string[]>(TooSmall, least));

    /// <summary>Nothing is beyond the right edge at these widths.</summary>
    public static async Task AssertFitsAsync(IPage page, params int[] widths)
    {
        foreach (var width in widths)
        {
            await page.SetViewportSizeAsync(width, page.ViewportSize!.Height);
            Assert.Empty(await page.EvaluateAsync<string[]>(Beyond));
        }
    }
}
