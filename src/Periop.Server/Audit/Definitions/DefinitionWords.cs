using Periop.Domain.Outcomes;

namespace Periop.Server.Audit.Definitions;

/// <summary>What a definition counts, in words.</summary>
static class DefinitionWords
{
    /// <summary>As the middle of a sentence has it: deep infection within 90 days.</summary>
    public static string Title(string title) => title is [var first, >= 'a' and <= 'z', ..] ? char.ToLowerInvariant(first) + title[1..] : title;

    /// <summary>90 days, 72 hours.</summary>
    public static string Length(OutcomeWindow window) =>
        window.Hours is { } hours ? $"{hours} hour{(hours == 1 ? "" : "s")}" : $"{window.Days} day{(window.Days == 1 ? "" : "s")}";

    /// <summary>Within 90 days of the first incision.</summary>
    public static string Window(DefinitionView of) => $"within {Length(of.Window)} of {Anchor(of.Anchor)}";

    public static string Anchor(OutcomeAnchor anchor) => anchor switch
    {
        OutcomeAnchor.FirstIncision => "the first incision",
        OutcomeAnchor.RoomExit => "leaving the room",
        _ => "discharge",
    };
}
