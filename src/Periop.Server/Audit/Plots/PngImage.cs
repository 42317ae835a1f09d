using SkiaSharp;

namespace Periop.Server.Audit.Plots;

/// <summary>Paints a picture, at twice its size so that it prints well over half a page.</summary>
static class PngImage
{
    public const string ContentType = "image/png";

    const int Scale = 2;

    static readonly string[] Preferred = ["Liberation Sans", "Arial", "Helvetica", "DejaVu Sans"];

    /// <summary>The faces of the machine, those preferred first. They are kept: there are few, and to look for one takes long.</summary>
    static readonly Lazy<IReadOnlyList<Face>> Faces = new(() =>
    [
        .. SKFontManager.Default.FontFamilies.OrderBy(f => Array.IndexOf(Preferred, f) is >= 0 and var place ? place : Preferred.Length)
            .ThenBy(f => f, StringComparer.Ordinal).Select(f => new Face(f)),
    ]);

    /// <summary>Whether there is a font to write with: a picture without its words defends nothing.</summary>
    public static bool CanWrite => Faces.Value.Any(f => f.Writes('0'));

    /// <summary>The picture as PNG.</summary>
    /// <exception cref="InvalidOperationException">There is no font.</exception>
    public static byte[] Of(Figure figure)
    {
        if (!CanWrite)
            throw new InvalidOperationException("There is no font to write with.");
        using var surface = SKSurface.Create(new SKImageInfo(figure.Width * Scale, figure.Height * Scale));
        var canvas = surface.Canvas;
        canvas.Scale(Scale);
        canvas.Clear(Colour(Ink.Paper));
        foreach (var panel in figure.Panels)
        {
            canvas.Save();
            canvas.ClipRect(new((float)panel.Box.Left, (float)panel.Box.Top, (float)panel.Box.Right, (float)panel.Box.Bottom));
            Draw(canvas, panel.Marks);
            canvas.Restore();
        }
        Draw(canvas, figure.Marks);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    static void Draw(SKCanvas canvas, IReadOnlyList<Mark> marks)
    {
        foreach (var mark in marks)
            switch (mark)
            {
                case Area area:
                    Fill(canvas, area.Outline, area.Ink);
                    break;
                case Line line:
                    Stroke(canvas, line);
                    break;
                case Dot dot:
                    Shape(canvas, dot);
                    break;
                case Words words:
                    Write(canvas, words);
                    break;
                default:
                    throw new InvalidOperationException($"A {mark.GetType().Name} is not drawn.");
            }
    }

    static void Fill(SKCanvas canvas, IReadOnlyList<Spot> outline, Ink ink)
    {
        using var path = Path(outline, close: true);
        using var paint = Paint(ink);
        canvas.DrawPath(path, paint);
    }

    static void Stroke(SKCanvas canvas, Line line)
    {
        using var path = Path(line.Spots, close: false);
        using var paint = Paint(line.Ink, line.Width);
        using var dashes = Palette.DashesOf(line.Dash) is { Length: > 0 } lengths ? SKPathEffect.CreateDash(lengths, 0) : null;
        paint.PathEffect = dashes;
        canvas.DrawPath(path, paint);
    }

    static void Shape(SKCanvas canvas, Dot dot)
    {
        var (x, y) = ((float)dot.At.X, (float)dot.At.Y);
        using var paper = Paint(Ink.Paper);
        if (dot.Shape == DotShape.Diamond)
        {
            Fill(canvas, SvgText.Diamond(dot.At), Ink.Outside);
            return;
        }
        canvas.DrawCircle(x, y, dot.Shape == DotShape.Ring ? 6.5f : 5.5f, paper);
        using var paint = dot.Shape == DotShape.Ring ? Paint(Ink.Inside, 2.5) : Paint(Ink.Inside);
        canvas.DrawCircle(x, y, dot.Shape == DotShape.Ring ? 5.5f : 5, paint);
    }

    static void Write(SKCanvas canvas, Words words)
    {
        var parts = Parts(words);
        try
        {
            canvas.Save();
            canvas.Translate((float)words.At.X, (float)words.At.Y);
            var length = parts.Sum(p => p.Font.MeasureText(p.Text));
            var x = words.Side switch { Side.Middle => -length / 2, Side.End => -length, _ => 0 };
            using var paint = Paint(words.Ink);
            foreach (var (text, font) in parts)
            {
                canvas.DrawText(text, x, 0, SKTextAlign.Left, font, paint);
                x += font.MeasureText(text);
            }
            canvas.Restore();
        }
        finally
        {
            parts.ForEach(p => p.Font.Dispose());
        }
    }

    /// <summary>Hospitals write in every script: what the first face has no letters for is written in one that has, if there is one.</summary>
    static List<(string Text, SKFont Font)> Parts(Words words)
    {
        var parts = new List<(string Text, Face Face)>();
        foreach (var rune in words.Text.EnumerateRunes())
        {
            var face = Faces.Value.FirstOrDefault(f => f.Writes(rune.Value)) ?? Faces.Value.First(f => f.Writes('0'));
            if (parts is [.., var (text, same)] && same == face)
                parts[^1] = (text + rune, face);
            else
                parts.Add((rune.ToString(), face));
        }
        return [.. parts.Select(p => (p.Text, new SKFont(words.IsBold ? p.Face.Bold : p.Face.Regular, (float)words.Size)))];
    }

    static SKPath Path(IReadOnlyList<Spot> spots, bool close)
    {
        var path = new SKPath();
        path.AddPoly([.. spots.Select(s => new SKPoint((float)s.X, (float)s.Y))], close);
        return path;
    }

    static SKPaint Paint(Ink ink) => new() { Color = Colour(ink), IsAntialias = true };

    static SKPaint Paint(Ink ink, double width) => new() { Color = Colour(ink), IsAntialias = true, IsStroke = true, StrokeWidth = (float)width };

    static SKColor Colour(Ink ink) => SKColor.Parse(Palette.ColourOf(ink));

    /// <summary>A family of letters in its two weights, looked up when first needed.</summary>
    sealed class Face(string family)
    {
        readonly Lazy<SKTypeface> regular = new(() => SKFontManager.Default.MatchFamily(family, SKFontStyle.Normal) ?? SKTypeface.Default);
        readonly Lazy<SKTypeface> bold = new(() => SKFontManager.Default.MatchFamily(family, SKFontStyle.Bold) ?? SKTypeface.Default);

        public SKTypeface Regular => regular.Value;

        public SKTypeface Bold => bold.Value;

        public bool Writes(int letter) => Regular.ContainsGlyph(letter);
    }
}
