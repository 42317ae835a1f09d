using System.Text;
using Periop.Domain.Outcomes;
using Periop.Domain.Text;

namespace Periop.Domain.Tests.Outcomes;

/// <summary>The page about the shipped definitions, for people.</summary>
static class DefinitionPage
{
    const string Introduction =
        """
        # Definitions of outcomes

        What counts as an outcome, in which window, and what shows that there was none. Definitions are data, made to be reviewed: a file per
        version in `src/Periop.Domain/Outcomes/Definitions`, with its source and what nobody has confirmed against a primary text yet. This page is
        made from them, and compared with them by a test: delete it and run the tests to have it written anew.

        A version that was in use is never edited: a change is a new file with the next number. When a release first starts, what it ships is
        published to each hospital, and known to questions from that instant on. A hospital publishes versions of its own over HTTP
        (`PUT /api/audit/definitions/{id}/versions/{n}`); where one has the id and number of a shipped one, it is the hospital's that counts there.
        A question that names no version is answered by the highest that is known.

        - *Window*: so many local days of the hospital after the day of the anchor, or so many hours. An event in it counts.
        - *Absent by*: what shows, when the window has closed, that there was none. An assessment has to reach the close, or the day that is said.
        - *Grace*: so many days after the close until a case that was not assessed is overdue.

        Unless said otherwise, reports count before somebody has reviewed them, and those who died in the window without the event are not in the
        denominator.


        """;

    public static string Of(ShippedDefinitions definitions)
    {
        var page = new StringBuilder(Introduction).Append("| id | version | counted | grace |\n|---|---|---|---|\n");
        foreach (var definition in definitions.All)
            page.Append($"| [`{definition.Id}`](#{definition.Id}) | {definition.Version} | {Counted(definition)} | {definition.Grace} days |\n");
        foreach (var versions in definitions.All.GroupBy(d => d.Id))
        {
            page.Append($"\n## {versions.Key}\n");
            foreach (var definition in versions)
                page.Append(SectionOf(definition));
        }

        return page.ToString();
    }

    /// <summary>Window, anchor and evidence in a few words.</summary>
    public static string Counted(OutcomeDefinition definition) =>
        $"{(definition.Window.Days is { } days ? $"{days} days" : $"{definition.Window.Hours} hours")} from {Vocabulary.WordFor(definition.Anchor)}, "
        + Vocabulary.WordFor(definition.Evidence) + (definition.AssessedFrom is { } from ? $" from day {from}" : "");

    static string SectionOf(OutcomeDefinition definition)
    {
        var section = new StringBuilder($"\n### {definition.Title} (version {definition.Version})\n\n");
        foreach (var criterion in definition.Criteria)
            section.Append($"- `{criterion.Id}`: {criterion.Text}\n");
        if (definition.Measure is { } measure)
            section.Append($"\nCounted from the record: {measure.AtLeastUnits} units or more of {string.Join(", ", measure.Products)}.\n");
        if (definition.Review is ReviewDemand.Required)
            section.Append("\nA report counts from its confirmation on.\n");
        if (definition.Denominator is Denominator.WithDied)
            section.Append("\nThose who died in the window are in the denominator.\n");
        return section.Append($"\nSource: {definition.Source}\n").ToString();
    }
}
