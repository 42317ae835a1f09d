using Periop.Domain.Cases;
using Periop.Domain.Record;

namespace Periop.Domain.Outcomes;

/// <summary>Publishes a version of a definition. Once published, it does not change; another one has the next number.</summary>
/// <param name="Kind">The complication or the family of complications that it defines.</param>
/// <param name="Title">What a report calls it.</param>
/// <param name="Window">How long an event counts, in local days after the day of the anchor or in hours: one of the two.</param>
/// <param name="Anchor">What the window is counted from.</param>
/// <param name="Evidence">What shows, when the window has closed, besides an assessment that reaches the close, that there was none.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Criteria">What has to be found, for whoever reports or reviews.</param>
/// <param name="AssessedFrom">How many days after the anchor an assessment reaches the close; left out: from the close on.</param>
/// <param name="Review">Whether a report counts from its recording, or from its confirmation.</param>
/// <param name="Grace">How many days after the close a case may wait to be assessed before it is overdue.</param>
/// <param name="Denominator">Whether those who died in the window, without the event, are among the due.</param>
/// <param name="Measure">What is counted from the record itself, of blood products given in the window.</param>
/// <param name="Id">That of the path, or left out.</param>
/// <param name="Version">That of the path, or left out.</param>
/// <example>
/// {
///   "kind": "infection-deep", "title": "Deep infection within a year", "window": { "days": 365 }, "anchor": "first-incision",
///   "criteria": [ { "id": "pus", "text": "Pus from the deep incision." } ], "evidence": "assessment", "assessedFrom": 300, "review": "not-required",
///   "grace": 30, "denominator": "without-died", "source": "Own, for deformity surgery, of 2026"
/// }
/// </example>
public sealed record PublishDefinition(
    AssessedKind Kind, string Title, OutcomeWindow Window, OutcomeAnchor Anchor, OutcomeEvidence Evidence, string Source,
    IReadOnlyList<Criterion>? Criteria = null, int? AssessedFrom = null, ReviewDemand Review = ReviewDemand.NotRequired, int Grace = 30,
    Denominator Denominator = Denominator.WithoutDied, TransfusionMeasure? Measure = null, string? Id = null, int? Version = null) : ICommand
{
    /// <summary>Its id and number already make sure that it is published once.</summary>
    Guid? ICommand.EntryId => null;

    public IEnumerable<(string Member, string Problem)> Missing() => [];

    /// <summary>The definition under the id and number of the path.</summary>
    public OutcomeDefinition As(string id, int version) => new(
        id, version, Kind, Title, Window, Anchor, Criteria ?? [], Evidence, AssessedFrom, Review, Grace, Denominator, Source, Measure);
}
