using System.Globalization;

namespace Periop.Server.Audit.Plots;

/// <summary>What all plots have alike: a head that says what is shown, axes, and notes at the foot.</summary>
static class Sheet
{
    public const int Width = 900;

    /// <summary>Where plots lie on the sheet; labels of lines stand to the right of it.</summary>
    public const double Left = 70, Right = 770, Top = 104;

    const double Small = 13, Foot = 20;

    /// <summary>The head above, notes below, the height as it comes.</summary>
    /// <param name="bottom">Where what is drawn ends, its axis included.</param>
    /// <param name="description">For those who cannot see it.</param>
    public static Figure Of(PlotCaption caption, string description, double bottom, IReadOnlyList<Panel> panels, IEnumerable<Mark> marks)
    {
        var notes = caption.Notes.SelectMany(Wrapped).Select((note, i) => new Words(new(Foot, bottom + 24 + i * 19), note, Small, Ink: Ink.Quiet)).ToList();
        Mark[] head =
        [
            new Words(new(Foot, 30), caption.Title, 18, IsBold: true),
            new Words(new(Foot, 51), caption.Question, 14, Ink: Ink.Quiet),
            new Words(new(Foot, 70), caption.Provenance, 14, Ink: Ink.Quiet),
        ];
        return new(caption.Title, $"{description} {caption.Question}. {caption.Provenance}.", Width, (int)(bottom + 24 + notes.Count * 19), panels,
            [.. head, .. marks, .. notes]);
    }

    /// <summary>A picture of nothing, which says so.</summary>
    public static Figure Empty(PlotCaption caption, string sentence) =>
        Of(caption, sentence, Top + 40, [], [new Words(new(Left, Top + 30), sentence, 14)]);

    /// <summary>The line at the foot of a panel, with ticks, their words, and what is counted.</summary>
    public static IEnumerable<Mark> Below(Box box, IEnumerable<(double At, string Text)> ticks, string label)
    {
        yield return new Line([new(box.Left, box.Bottom), new(box.Right, box.Bottom)]);
        foreach (var (at, text) in ticks)
        {
            yield return new Line([new(at, box.Bottom), new(at, box.Bottom + 6)]);
            yield return new Words(new(at, box.Bottom + 22), text, Small, Side: Side.Middle);
        }
        yield return new Words(new((box.Left + box.Right) / 2, box.Bottom + 44), label, 14, Side: Side.Middle);
    }

    /// <summary>The line at the left of a panel, with what it measures above it.</summary>
    public static IEnumerable<Mark> Beside(Box box, IEnumerable<(double At, string Text)> ticks, string label)
    {
        yield return new Line([new(box.Left, box.Top), new(box.Left, box.Bottom)]);
        foreach (var (at, text) in ticks)
        {
            yield return new Line([new(box.Left - 6, at), new(box.Left, at)]);
            yield return new Words(new(box.Left - 10, at + 4.5), text, Small, Side: Side.End);
        }
        if (label.Length > 0)
            yield return new Words(new(Foot, box.Top - 10), label, Small);
    }

    /// <summary>Labels at the ends of lines, moved apart where they would stand on each other.</summary>
    public static IEnumerable<Mark> Labels(Box box, IEnumerable<(double At, string Text, bool IsBold)> labels)
    {
        var last = double.NegativeInfinity;
        foreach (var (at, text, isBold) in labels.Where(l => l.At >= box.Top - 1 && l.At <= box.Bottom + 1).OrderBy(l => l.At))
        {
            last = Math.Max(at, last + 16);
            yield return new Words(new(box.Right + 8, last + 4.5), text, Small, isBold);
        }
    }

    /// <summary>Names of dots, each to a side where it stands on no other and within the panel; one that finds no place is left out.</summary>
    public static IEnumerable<Mark> Names(Box box, IReadOnlyList<Spot> dots, IEnumerable<(Spot At, string Text)> names)
    {
        var taken = dots.Select(d => new Box(d.X - 7, d.Y - 7, d.X + 7, d.Y + 7)).ToList();
        foreach (var (at, text) in names)
        {
            var words = new Words(at, text, Small, IsBold: true);
            var places = new Spot[]
            {
                new(at.X + 12, at.Y + 4.5), new(at.X + 8, at.Y - 10), new(at.X + 8, at.Y + 19),
                new(at.X - 12 - words.Length, at.Y + 4.5), new(at.X - 8 - words.Length, at.Y - 10),
            };
            var place = places.FirstOrDefault(p =>
                Room(p, words) is var room && room.Right <= box.Right && room.Left >= box.Left && !taken.Any(t => Meet(t, room)));
            if (place is null)
                continue;
            taken.Add(Room(place, words));
            yield return words with { At = place };
        }
    }

    /// <summary>A legend of shapes, from left to right.</summary>
    public static IEnumerable<Mark> Legend(double top, IEnumerable<(DotShape Shape, string Text)> entries)
    {
        var x = Foot + 6;
        foreach (var (shape, text) in entries)
        {
            yield return new Dot(new(x, top - 4.5), shape, text);
            var words = new Words(new(x + 12, top), text, Small, Ink: Ink.Quiet);
            yield return words;
            x += words.Length + 36;
        }
    }

    /// <summary>A share in percent, with so many decimals.</summary>
    public static string Percent(double share, int decimals) => $"{(share * 100).ToString($"F{decimals}", CultureInfo.InvariantCulture)} %";

    /// <summary>Ticks of shares in percent, with as many decimals as tell them apart.</summary>
    public static IEnumerable<(double At, string Text)> Percents(Scale scale, int count)
    {
        var ticks = scale.Ticks(count);
        var decimals = ticks.Count < 2 ? 1 : Math.Clamp((int)Math.Ceiling(-Math.Log10((ticks[1] - ticks[0]) * 100) - 1e-9), 0, 4);
        return ticks.Select(t => (scale.At(t), Percent(t, decimals)));
    }

    static Box Room(Spot place, Words words) => new(place.X, place.Y - 11, place.X + words.Length, place.Y + 3);

    static bool Meet(Box one, Box other) => one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom;

    static IEnumerable<string> Wrapped(string note)
    {
        var line = "";
        foreach (var word in note.Split(' '))
        {
            if (line.Length + word.Length > 122)
            {
                yield return line;
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        yield return line;
    }
}
