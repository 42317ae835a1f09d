using System.Text;
using System.Xml.Linq;
using Periop.Server.Audit.Plots;
using Periop.Statistics.Charts;
using Periop.Statistics.Cusums;
using Periop.Statistics.Funnels;
using Xunit;

namespace Periop.Server.Tests.Audit;

/// <summary>
/// Pictures of the statistics. With PERIOP_PLOTS set to a folder they are left there to be looked at.
/// </summary>
public sealed class Plots
{
    static readonly PlotCaption Caption = new("Deep infection, version 2, by surgeon", "1 Mar 2024 to 1 Mar 2026 · 1,160 cases assessed, 93 % complete",
        "As of 2 Mar 2026, 06:41:07 (Europe/Zurich) · infection-deep version 2 · engine 3", []);

    static readonly CountedGroup[] Surgeons =
    [
        new("S-01", 6, 112), new("S-03", 4, 142), new("S-07", 5, 98), new("S-12", 5, 118), new("S-19", 2, 74), new("S-21", 2, 109), new("S-30", 8, 42),
        new("S-33", 0, 31), new("S-38", 3, 131), new("S-40", 4, 96), new("S-44", 4, 32), new("S-45", 2, 25), new("S-47", 1, 150), new("Müller (手術室)", 0, 0),
    ];

    [Fact]
    public void A_funnel_says_what_it_shows_and_from_when()
    {
        var words = Words(Funnelled(false));
        Assert.Contains(Caption.Title, words);
        Assert.Contains(Caption.Question, words);
        Assert.Contains(Caption.Provenance, words);
        Assert.Contains("Cases assessed", words);
        Assert.Contains("99.8 % limit", words);
        Assert.Contains("95 % limit", words);
        Assert.Contains("all 4.0 %", words);
    }

    [Fact]
    public void The_shape_of_a_dot_follows_its_signal_and_what_is_outside_is_named()
    {
        var dots = Funnelled(false).Marks.OfType<Dot>().Where(d => d.Link is not null).ToDictionary(d => d.Link!, d => d.Shape);
        Assert.Equal(DotShape.Diamond, dots["/S-30"]);
        Assert.Equal(DotShape.Ring, dots["/S-47"]);
        Assert.Equal(DotShape.Disc, dots["/S-44"]);
        var words = Words(Funnelled(false));
        Assert.Contains("S-30", words);
        Assert.Contains("S-47", words);
        Assert.DoesNotContain("S-01", words);
    }

    [Fact]
    public void Where_line_and_signal_differ_the_picture_says_why() =>
        Assert.Contains(Words(Funnelled(false)), w => w.Contains("S-44 (3.67 %, not under 2.5) is inside.", StringComparison.Ordinal));

    [Fact]
    public void A_group_that_is_not_drawn_is_named() =>
        Assert.Contains("Not drawn, too little to compare: Müller (手術室).", Words(Funnelled(false)));

    [Fact]
    public void Widened_limits_stand_beside_the_others()
    {
        Assert.Contains(Words(Funnelled(true)), w => w.StartsWith("Spread between groups φ", StringComparison.Ordinal));
        Assert.Equal(4, Funnelled(true).Panels[0].Marks.OfType<Line>().Count(l => l.Dash == Dash.Long));
    }

    [Theory]
    [InlineData("funnel")]
    [InlineData("funnel-widened")]
    [InlineData("funnel-ratio")]
    [InlineData("funnel-empty")]
    [InlineData("cusum")]
    [InlineData("cusum-improvement")]
    [InlineData("chart-p")]
    [InlineData("chart-g")]
    [InlineData("chart-empty")]
    public void A_picture_is_readable_SVG_without_styles_and_the_same_text_each_time(string name)
    {
        var text = SvgText.Of(Figures(name));
        Leave($"{name}.svg", Encoding.UTF8.GetBytes(text));
        var root = XElement.Parse(text);
        // what is inside an image cannot be reached by keyboard
        Assert.Equal(root.Descendants().Any(e => e.Name.LocalName == "a") ? "group" : "img", root.Attribute("role")!.Value);
        Assert.All(new[] { "title", "desc" }, part => Assert.NotEmpty(root.Elements().Single(e => e.Name.LocalName == part).Value));
        // inline styles are what a page's content security policy forbids
        Assert.DoesNotContain(root.DescendantsAndSelf(), e => e.Attribute("style") is not null || e.Name.LocalName is "style" or "script");
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", text, StringComparison.Ordinal);
        Assert.Equal(text, SvgText.Of(Figures(name)));
    }

    [Theory]
    [InlineData("funnel")]
    [InlineData("cusum")]
    [InlineData("chart-p")]
    [InlineData("chart-g")]
    [InlineData("funnel-ratio")]
    public void The_same_picture_is_painted_at_twice_its_size(string name)
    {
        Assert.SkipUnless(PngImage.CanWrite, "there is no font here");
        var image = PngImage.Of(Figures(name));
        Leave($"{name}.png", image);
        using var bitmap = SkiaSharp.SKBitmap.Decode(image);
        Assert.Equal((Figures(name).Width * 2, Figures(name).Height * 2), (bitmap.Width, bitmap.Height));
        // paper, ink, and the colours of values or signals
        var colours = bitmap.Pixels.Distinct().Select(c => (c.Red, c.Green, c.Blue)).ToHashSet();
        Assert.Contains(((byte)0xff, (byte)0xff, (byte)0xff), colours);
        Assert.Contains(((byte)0x14, (byte)0x20, (byte)0x1e), colours);
        Assert.True(colours.Contains((0x00, 0x72, 0xb2)) || colours.Contains((0xc2, 0x4e, 0x00)));
    }

    [Fact]
    public void A_label_that_looks_like_markup_is_text()
    {
        var figure = FunnelPlot.Of(Funnel.OfProportions([new("A&B <i>", 9, 20)], .05), Caption, "Cases", false, _ => null);
        Assert.Contains("A&B <i>", XElement.Parse(SvgText.Of(figure)).Descendants().Select(e => e.Value));
    }

    [Fact]
    public void A_CUSUM_begins_anew_after_a_signal_and_names_it()
    {
        var figure = Watched(2, 1.5);
        Assert.True(figure.Panels[0].Marks.OfType<Line>().Count() > 2, "one stretch and the limit");
        Assert.Contains(figure.Marks.OfType<Dot>(), d => d.Shape == DotShape.Diamond && d.Tip.StartsWith("signal at case", StringComparison.Ordinal));
        Assert.Contains("limit 1.5", Words(figure));
        Assert.Contains(Words(figure), w => w.Contains("reaches 1.5 within 100 cases", StringComparison.Ordinal));
    }

    [Fact]
    public void A_chart_stops_its_line_at_a_gap_and_says_what_its_limits_are_worth()
    {
        var figure = Monthly();
        Assert.Equal(2, figure.Panels[0].Marks.OfType<Line>().Count(l => l.Ink == Ink.Inside));
        var words = Words(figure);
        Assert.Contains("Where the line stops there is no case, which is not the same as none with the event.", words);
        Assert.Contains(words, w => w.StartsWith("Trial limits from 9 values", StringComparison.Ordinal));
        Assert.Contains("signal by mdc-xmr v1", words);
        Assert.Contains("Beyond 3 sigma: Aug 2025.", words);
    }

    [Theory]
    [InlineData(0, 1, 5, new[] { 0, .2, .4, .6, .8, 1 })]
    [InlineData(0, .047, 5, new[] { 0, .01, .02, .03, .04 })]
    [InlineData(-3, 12, 5, new[] { 0.0, 5, 10 })]
    public void Ticks_are_round(double from, double to, int count, double[] ticks) => Assert.Equal(ticks, new Scale(from, to, 0, 100).Ticks(count));

    [Fact]
    public void Cases_have_no_halves() => Assert.Equal([0, 1, 2], new Scale(0, 2.1, 0, 100).Ticks(8, isWhole: true));

    static Figure Figures(string name) => name switch
    {
        "funnel" => Funnelled(false),
        "funnel-widened" => Funnelled(true),
        "funnel-ratio" => FunnelPlot.Of(
            Funnel.OfRatios([new("S-1", 12, 9.4), new("S-2", 0, 4.2), new("S-3", 30, 14.8), new("S-4", 2, .6)], adjust: DispersionForm.Cqc),
            Caption, "Events expected", true, _ => null),
        "funnel-empty" => FunnelPlot.Of(Funnel.OfProportions([]), Caption, "Cases", false, _ => null),
        "cusum" => Watched(2, 1.5),
        "cusum-improvement" => Watched(.5, -.9),
        "chart-p" => Monthly(),
        "chart-g" => ControlChartPlot.Of(
            ControlChart.Of(ChartKind.G, [.. new[] { 10, 25, 3, 40, 18, 7, 55, 12, 30, 20, 0, 31, 22, 9 }.Select(g => new ChartValue(g))], splits: [7]),
            [.. Enumerable.Range(1, 14).Select(i => $"{i} Mar 2025")], Caption, "Cases between infections", false, _ => null),
        _ => ControlChartPlot.Of(ControlChart.Of(ChartKind.P, []), [], Caption, "Rate", true, _ => null),
    };

    static Figure Funnelled(bool isWidened) =>
        FunnelPlot.Of(Funnel.OfProportions(Surgeons, adjust: isWidened), Caption, "Cases assessed", false, p => $"/{p.Key}");

    static Figure Watched(double oddsRatio, double limit)
    {
        var cases = Enumerable.Range(0, 160).Select(i => new ExpectedCase(.05 + i % 7 * .01, i % 23 == 5 || i is > 90 and < 110 && i % 4 == 0)).ToList();
        var reached = CusumLimit.Given(limit, [.. cases.Select(c => c.Expected)], oddsRatio);
        return CusumPlot.Of(Cusum.Of(cases, oddsRatio, limit), reached, Caption, p => $"case {p.Index}", p => $"/cases/{p.Index}");
    }

    static Figure Monthly() => ControlChartPlot.Of(
        ControlChart.Of(ChartKind.P,
            [new(3, 60), new(2, 55), new(4, 70), new(0, 0), new(1, 48), new(3, 66), new(2, 61), new(14, 58), new(3, 63), new(4, 71)], RuleSet.MdcXmr),
        ["Jan 2025", "Feb 2025", "Mar 2025", "Apr 2025", "May 2025", "Jun 2025", "Jul 2025", "Aug 2025", "Sep 2025", "Oct 2025"],
        Caption, "Share with the event", true, i => $"/months/{i}");

    static List<string> Words(Figure figure) => [.. figure.Marks.OfType<Words>().Select(w => w.Text)];

    static void Leave(string name, byte[] picture)
    {
        if (Environment.GetEnvironmentVariable("PERIOP_PLOTS") is { Length: > 0 } folder)
            File.WriteAllBytes(Path.Combine(folder, name), picture);
    }
}
