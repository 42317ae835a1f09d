using Periop.Domain.Text;

namespace Periop.Server.Audit.Plots;

/// <summary>
/// The colours of paper: told apart with every kind of colour blindness (after Okabe and Ito), and by their lightness in grey print.
/// </summary>
static class Palette
{
    public static string ColourOf(Ink ink) => ink switch
    {
        Ink.Text => "#14201e",
        Ink.Quiet => "#434e4a",
        Ink.Rule => "#8a8476",
        Ink.Inside => "#0072b2",
        Ink.Outside => "#c24e00",
        Ink.Band95 => "#e4e0d6",
        Ink.Band998 => "#f0ede5",
        _ => "#ffffff",
    };

    /// <summary>The class by which a page gives it its own colour.</summary>
    public static string ClassOf(Ink ink) => $"plot-{Vocabulary.WordFor(ink)}";

    /// <summary>Lengths of dashes and gaps; empty for none.</summary>
    public static float[] DashesOf(Dash dash) => dash switch
    {
        Dash.Dashed => [6, 4],
        Dash.Dotted => [2, 3],
        Dash.Long => [12, 4],
        _ => [],
    };
}
