using Microsoft.Playwright;
using Xunit;

namespace Periop.Web.Tests;

/// <summary>Whether what is written can be read, measured as WCAG does, on the colours that the browser has worked out.</summary>
public static class Contrast
{
    const string Measure = """
        least => {
          const numbers = color => {
            const n = color.match(/[\d.]+/g).map(Number);
            return color.startsWith('color(srgb') ? [n[0] * 255, n[1] * 255, n[2] * 255, n[3] ?? 1] : [n[0], n[1], n[2], n[3] ?? 1];
          };
          const light = ([r, g, b]) => {
            const f = v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
            return .2126 * f(r) + .7152 * f(g) + .0722 * f(b);
          };
          const over = (a, b) => [0, 1, 2].map(i => a[i] * a[3] + b[i] * (1 - a[3])).concat(1);
          const behind = element => {
            const stack = [];
            for (let e = element; e; e = e.parentElement) {
              const c = numbers(getComputedStyle(e).backgroundColor);
              if (c[3] > 0) stack.push(c);
              if (c[3] >= 1) break;
            }
            return stack.reverse().reduce((below, c) => over(c, below), [255, 255, 255, 1]);
          };
          const low = new Set();
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let text; text = texts.nextNode();) {
            const element = text.parentElement, style = getComputedStyle(element), svg = element.closest('foreignObject') ? null : element.closest('svg');
            if (!text.data.trim() || element.closest('script, style, title, desc, .sr, .skel') || style.visibility === 'hidden') continue;
            const range = document.createRange();
            range.selectNodeContents(text);
            if (!range.getBoundingClientRect().width) continue;
            const ground = behind(svg ?? element);
            const [dark, bright] = [light(over(numbers(svg ? style.fill : style.color), ground)), light(ground)].sort((a, b) => a - b);
            const ratio = (bright + .05) / (dark + .05);
            if (ratio < least) low.add(`${ratio.toFixed(2)} "${text.data.trim().slice(0, 40)}"`);
          }
          return [...low];
        }
        """;

    /// <summary>Every text that is shown stands out from what is behind it: 7 on the board and the case, 4.5 elsewhere.</summary>
    public static async Task AssertAsync(IPage page, double least) => Assert.Empty(await page.EvaluateAsync<string[]>(Measure, least));
}
