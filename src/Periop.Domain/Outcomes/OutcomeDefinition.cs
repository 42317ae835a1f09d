using Periop.Domain.Cases;

namespace Periop.Domain.Outcomes;

/// <summary>
/// What counts as an outcome: one version of a definition, data that never changes. Another version is beside it, never in its place.
/// </summary>
/// <param name="Id">What it is called, such as <c>infection-deep</c>; all versions share it.</param>
/// <param name="Version">From 1.</param>
/// <param name="Kind">The complication or the family of complications that it defines.</param>
/// <param name="Title">What a report calls it.</param>
/// <param name="Window">How long an event counts.</param>
/// <param name="Anchor">What the window is counted from.</param>
/// <param name="Criteria">What has to be found, for whoever reports or reviews; the machine does not judge it.</param>
/// <param name="Evidence">What shows, besides an assessment, that there was none.</param>
/// <param name="AssessedFrom">How many days after the anchor an assessment reaches the close; null: from the close on.</param>
/// <param name="Review">Whether a report counts before somebody has confirmed it.</param>
/// <param name="Grace">How many days after the close a case may wait to be assessed before it is overdue.</param>
/// <param name="Denominator">Who else is due.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Measure">What is counted from the record itself; null where only people can say.</param>
public sealed record OutcomeDefinition(
    string Id, int Version, AssessedKind Kind, string Title, OutcomeWindow Window, OutcomeAnchor Anchor, IReadOnlyList<Criterion> Criteria,
    OutcomeEvidence Evidence, int? AssessedFrom, ReviewDemand Review, int Grace, Denominator Denominator, string Source, TransfusionMeasure? Measure = null);

/// <summary>How long after its anchor an event counts: so many local days, or so many hours. One of the two.</summary>
public sealed record OutcomeWindow(int? Days = null, int? Hours = null);

/// <summary>What a window is counted from.</summary>
public enum OutcomeAnchor { FirstIncision, RoomExit, Discharge }

/// <summary>
/// What makes an outcome absent once its window has closed, besides an assessment that reaches the close: nothing, or a record that is
/// complete, by the fact that shows it.
/// </summary>
public enum OutcomeEvidence { Assessment, Discharged, DischargedAfterClose, Signed, SeenAliveAfterClose }

/// <summary>Whether a report counts from its recording, or from its confirmation.</summary>
public enum ReviewDemand { NotRequired, Required }

/// <summary>Whether those who died in the window, without the event, are among the due.</summary>
public enum Denominator { WithoutDied, WithDied }

/// <summary>Something that has to be found.</summary>
/// <param name="Id">As reports and reviews name it.</param>
public sealed record Criterion(string Id, string Text);

/// <summary>Units of blood given in the window. So many or more are the event.</summary>
/// <param name="Products">The words for what is counted, compared without case, blanks and hyphens.</param>
public sealed record TransfusionMeasure(IReadOnlyList<string> Products, decimal AtLeastUnits)
{
    /// <summary>Whether a product is one of those that are counted.</summary>
    public bool Counts(string product) => Products.Any(p => Plain(p) == Plain(product));

    static string Plain(string product) => product.Replace("-", "").Replace(" ", "").ToUpperInvariant();
}
