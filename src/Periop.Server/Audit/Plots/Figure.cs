namespace Periop.Server.Audit.Plots;

/// <summary>A picture as shapes and words, from which SVG and PNG are written alike. Lengths count from the upper left corner.</summary>
/// <param name="Title">What it shows, for those who cannot see it.</param>
/// <param name="Description">What it says, in a sentence or two.</param>
/// <param name="Panels">The parts that are cut off at their edges, drawn first.</param>
/// <param name="Marks">What stands on top and around.</param>
sealed record Figure(string Title, string Description, int Width, int Height, IReadOnlyList<Panel> Panels, IReadOnlyList<Mark> Marks);

/// <summary>A part of a picture beyond whose edges nothing of it is seen.</summary>
sealed record Panel(Box Box, IReadOnlyList<Mark> Marks);

/// <summary>A rectangle by its edges.</summary>
sealed record Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;
}

/// <summary>A place in the picture.</summary>
sealed record Spot(double X, double Y);

/// <summary>Something that is drawn.</summary>
abstract record Mark;

/// <summary>A filled outline.</summary>
sealed record Area(IReadOnlyList<Spot> Outline, Ink Ink) : Mark;

/// <summary>A line through spots.</summary>
sealed record Line(IReadOnlyList<Spot> Spots, Ink Ink = Ink.Text, double Width = 1.3, Dash Dash = Dash.Solid) : Mark;

/// <summary>A value, with what it says when pointed at, and the address of what it is made of.</summary>
sealed record Dot(Spot At, DotShape Shape, string Tip, string? Link = null) : Mark;

/// <summary>A line of text.</summary>
/// <param name="At">Where its base line begins, has its middle or ends.</param>
sealed record Words(Spot At, string Text, double Size, bool IsBold = false, Side Side = Side.Start, Ink Ink = Ink.Text) : Mark
{
    /// <summary>About how long it is: digits and small letters take a little over half of their size.</summary>
    public double Length => Text.Length * Size * 0.56;
}

/// <summary>Which part of a text stands at its spot.</summary>
enum Side { Start, Middle, End }

enum Dash { Solid, Dashed, Dotted, Long }

/// <summary>What a value says, told by its shape first: colour repeats it.</summary>
enum DotShape
{
    /// <summary>Nothing unusual.</summary>
    Disc,

    /// <summary>Outside the inner limit.</summary>
    Ring,

    /// <summary>Outside the outer limit, or a signal.</summary>
    Diamond,
}

/// <summary>The colours there are, by what they are for. Pages may set their own by the class of the same name.</summary>
enum Ink { Text, Quiet, Rule, Inside, Outside, Band95, Band998, Paper }
