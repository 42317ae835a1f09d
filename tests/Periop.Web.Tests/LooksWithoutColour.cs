using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Shell;
using Periop.Server.Tests;
using Xunit;

namespace Periop.Web.Tests;

/// <summary>
/// What is said by colour is said by a shape besides: in a grey print, and to whom red is no colour. Compared is what a browser draws of each class but for
/// its colours.
/// </summary>
public sealed partial class LooksWithoutColour(ListeningHost listening, Chromium chromium) : IClassFixture<ListeningHost>
{
    /// <summary>How the parts of a mark are drawn, with every colour that is seen as ink.</summary>
    const string Shapes = """
        ([marks, selector]) => marks.map(mark => {
            const place = document.body.appendChild(document.createElement('div'));
            place.innerHTML = mark;
            const ink = text => text.replace(/(rgba?|color)\([^)]*\)/g, color => /,\s*0\)$|\/\s*0\)$/.test(color) ? 'none' : 'ink');
            const drawn = [...place.querySelectorAll(selector)].map(part => {
                const style = getComputedStyle(part);
                return [style.borderTopStyle, style.borderTopWidth, style.borderRadius, ink(style.backgroundImage), style.backgroundPosition,
                    ink(style.backgroundColor), style.textDecorationLine, style.fontWeight].join(' ');
            });
            place.remove();
            return drawn.join(' | ');
        })
        """;

    readonly TestHospital hospital = listening.Host.NewHospital();

    [Fact]
    public async Task What_has_become_of_a_case_has_a_shape_for_each_state()
    {
        await using var visitor = await AtAsync("Q-02", "/quality/register");
        var states = OutcomeWords.States.Select(OutcomeWords.Shape).Distinct().ToArray();
        Assert.True(states.Length >= 7, string.Join(", ", states));
        await AssertDifferentAsync(visitor.Page, [.. states.Select(state => $"<span class=\"state {state}\"><i></i></span>")], "i");
    }

    [Fact]
    public async Task The_plan_of_a_day_tells_what_is_done_running_to_come_and_called_off()
    {
        await using var visitor = await AtAsync("P-04", "/schedule");
        await AssertDifferentAsync(visitor.Page, [.. new[] { "done", "inroom", "soon", "off" }.Select(kind => $"<a class=\"c {kind}\"><b>1</b></a>")], "a, b");
    }

    [Fact]
    public async Task A_room_tells_an_open_wound_a_patient_and_nobody()
    {
        await using var visitor = await AtAsync("N-07", "/board?view=wall");
        await AssertDifferentAsync(
            visitor.Page, [.. new[] { "open", "in", "idle" }.Select(kind => $"<div class=\"room {kind}\"><div class=\"tile\">1</div></div>")], ".tile");
    }

    [Fact]
    public async Task Each_sign_has_an_outline_of_its_own()
    {
        string[] signs = ["stop", "safety", "attention", "info", "clock", "check", "back", "cross", "live", "lost"];
        var drawn = await Task.WhenAll(signs.Select(sign => Rendered.AsHtmlAsync<Icon>((nameof(Icon.Name), sign))));
        Assert.Distinct(drawn.Select(html => html[html.IndexOf('>', StringComparison.Ordinal)..]));
        // octagon, triangle, diamond, circle
        Assert.Equal([8, 3, 4, 0], drawn[..4].Select(html => Corners(html)));
    }

    static async Task AssertDifferentAsync(IPage page, string[] marks, string selector)
    {
        var shapes = await page.EvaluateAsync<string[]>(Shapes, new object[] { marks, selector });
        Assert.True(shapes.Distinct().Count() == marks.Length, string.Join('\n', marks.Zip(shapes, (mark, shape) => $"{mark}: {shape}")));
    }

    /// <summary>How many corners the outline has; a circle has none.</summary>
    static int Corners(string html) => html.Contains("<circle", StringComparison.Ordinal) ? 0
        : Command().Matches(html.Split(" d=\"")[1].Split('z')[0])
            .Sum(command => Number().Count(command.Groups["numbers"].Value) / (command.Groups["name"].Value is "M" or "l" ? 2 : 1));

    [GeneratedRegex("(?<name>[A-Za-z])(?<numbers>[^A-Za-z]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"\d*\.\d+|\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    async Task<Visitor> AtAsync(string subject, string address)
    {
        var visitor = await Visitor.NewAsync(chromium, listening.Host);
        await visitor.SignInAsync(hospital, subject);
        await visitor.Page.GotoAsync(address);
        return visitor;
    }
}
