using System.Globalization;
using System.Xml.Linq;

namespace Periop.Server.Audit.Plots;

/// <summary>
/// Writes a picture as SVG: text stays text, a value links to its cases, and colours are attributes with a class beside, so that it can
/// stand in a page as it is or by itself. It needs no font, and the same picture is the same text.
/// </summary>
static class SvgText
{
    public const string ContentType = "image/svg+xml";

    /// <summary>Faces with the letters of Helvetica, wherever the picture is looked at.</summary>
    const string Fonts = "\"Segoe UI\", -apple-system, Roboto, \"Helvetica Neue\", \"Liberation Sans\", Arial, sans-serif";

    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Of(Figure figure) => new XElement(Svg + "svg",
        new XAttribute("viewBox", $"0 0 {figure.Width} {figure.Height}"), new XAttribute("width", figure.Width), new XAttribute("height", figure.Height),
        new XAttribute("role", RoleOf(figure)), new XAttribute("font-family", Fonts), new XAttribute("class", "plot"),
        new XElement(Svg + "title", figure.Title), new XElement(Svg + "desc", figure.Description),
        new XElement(Svg + "rect", new XAttribute("width", figure.Width), new XAttribute("height", figure.Height), Fill(Ink.Paper)),
        figure.Panels.Select(Cut), figure.Marks.Select(Drawn)).ToString(SaveOptions.DisableFormatting);

    /// <summary>What is inside an image cannot be reached by keyboard: with links it is a group of them.</summary>
    static string RoleOf(Figure figure) => figure.Marks.Any(mark => mark is Dot { Link: not null }) ? "group" : "img";

    /// <summary>An inner picture is cut off at its edges without a name that two pictures on a page would share.</summary>
    static XElement Cut(Panel panel) => new(Svg + "svg",
        new XAttribute("x", N(panel.Box.Left)), new XAttribute("y", N(panel.Box.Top)),
        new XAttribute("width", N(panel.Box.Width)), new XAttribute("height", N(panel.Box.Height)),
        new XAttribute("viewBox", $"{N(panel.Box.Left)} {N(panel.Box.Top)} {N(panel.Box.Width)} {N(panel.Box.Height)}"), panel.Marks.Select(Drawn));

    static XElement Drawn(Mark mark) => mark switch
    {
        Area area => new(Svg + "path", new XAttribute("d", $"{Path(area.Outline)}Z"), Fill(area.Ink)),
        Line line => new(Svg + "path", new XAttribute("d", Path(line.Spots)), new XAttribute("fill", "none"), Stroke(line.Ink, line.Width),
            Palette.DashesOf(line.Dash) is { Length: > 0 } dashes ? new XAttribute("stroke-dasharray", string.Join(' ', dashes)) : null),
        Dot { Link: { } link } dot => new(Svg + "a", new XAttribute("href", link), Shape(dot)),
        Dot dot => Shape(dot),
        Words words => Text(words),
        _ => throw new InvalidOperationException($"A {mark.GetType().Name} is not drawn."),
    };

    static XElement Shape(Dot dot)
    {
        var paper = Palette.ColourOf(Ink.Paper);
        var tip = new XElement(Svg + "title", dot.Tip);
        XAttribute[] place = [new("cx", N(dot.At.X)), new("cy", N(dot.At.Y))];
        return dot.Shape switch
        {
            DotShape.Disc => new(Svg + "circle", place, new XAttribute("r", "5"), Fill(Ink.Inside), new XAttribute("stroke", paper), tip),
            DotShape.Ring => new(Svg + "circle", place, new XAttribute("r", "5.5"), new XAttribute("fill", paper), Stroke(Ink.Inside, 2.5), tip),
            _ => new(Svg + "path", new XAttribute("d", $"{Path(Diamond(dot.At))}Z"), Fill(Ink.Outside), new XAttribute("stroke", paper), tip),
        };
    }

    public static IReadOnlyList<Spot> Diamond(Spot at) => [new(at.X, at.Y - 7.5), new(at.X + 7.5, at.Y), new(at.X, at.Y + 7.5), new(at.X - 7.5, at.Y)];

    static XElement Text(Words words) => new(Svg + "text",
        new XAttribute("x", N(words.At.X)), new XAttribute("y", N(words.At.Y)), new XAttribute("font-size", N(words.Size)),
        words.IsBold ? new XAttribute("font-weight", "700") : null,
        words.Side switch
        {
            Side.Middle => new XAttribute("text-anchor", "middle"),
            Side.End => new XAttribute("text-anchor", "end"),
            _ => null,
        },
        Fill(words.Ink), words.Text);

    static object[] Fill(Ink ink) => [new XAttribute("fill", Palette.ColourOf(ink)), new XAttribute("class", Palette.ClassOf(ink))];

    static object[] Stroke(Ink ink, double width) =>
        [new XAttribute("stroke", Palette.ColourOf(ink)), new XAttribute("stroke-width", N(width)), new XAttribute("class", $"{Palette.ClassOf(ink)}-line")];

    static string Path(IReadOnlyList<Spot> spots) => $"M{string.Join('L', spots.Select(s => $"{N(s.X)} {N(s.Y)}"))}";

    static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
