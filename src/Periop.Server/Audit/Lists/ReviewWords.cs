using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Domain.Text;
using Periop.Server.Audit.Reviews;
using Periop.Server.Shell;

namespace Periop.Server.Audit.Lists;

/// <summary>What is said of reviews.</summary>
static class ReviewWords
{
    public const string ChosenRule = "must be a case, an entry and the kind that it names, such as the lists lead to";

    /// <summary>Families, then kinds: what a list can be asked for.</summary>
    public static IEnumerable<string> Kinds => ["infection", "blood-clots", .. Vocabulary.Words<ComplicationKind>()];

    public static string Of(string status) => status == Vocabulary.WordFor(ReviewStatus.Unreviewed) ? "To review" : EntryWords.Sentence(status);

    public static string Of(ReviewStatus status, FindingSource source) =>
        status is not ReviewStatus.Unreviewed ? Vocabulary.WordFor(status) : Report.CanBeReviewed(source) ? "to review" : "as recorded";

    /// <summary>The sign beside the word.</summary>
    public static string Sign(ReviewStatus status, FindingSource source) => status switch
    {
        ReviewStatus.Confirmed => "check",
        ReviewStatus.Rejected => "cross",
        ReviewStatus.Reclassified => "back",
        _ => Report.CanBeReviewed(source) ? "clock" : "check",
    };

    /// <summary>The dates that count, by each version of the definition.</summary>
    public static string Dates(Report report, TimeWords words)
    {
        var began = report.Found.OnsetAt is { } onset ? $"Onset {words.Day(onset)}" : $"Found {words.Day(report.Found.FoundWhen.At)}, its onset is not stated";
        var incision = report.Facts.FirstIncision is { } first ? $", first incision {words.Day(first.When.At)}" : ", no incision on record";
        return $"{began}{incision}{(report.Windows.Count == 0 ? "" : ": " + string.Join(", ", report.Windows.Select(Window)))}.";
    }

    static string Window(WindowTold told)
    {
        var length = told.Definition.Window is { Hours: { } hours } ? NumberWords.Of(hours, "hour") : NumberWords.Of(told.Definition.Window.Days!.Value, "day");
        var window = $"the {length} of version {told.Definition.Version}, from the {Anchor(told.Definition.Anchor)}";
        return told.IsWithin switch { true => $"within {window}", false => $"not within {window}", _ => $"{window}, have not begun" };
    }

    static string Anchor(OutcomeAnchor anchor) => Vocabulary.WordFor(anchor).Replace('-', ' ');
}
