namespace Periop.Domain.Cases;

/// <summary>The complications that an entry says are there: what a review can be of.</summary>
public static class NamedComplications
{
    /// <summary>Each kind or family once, as the entry lists them; none when it names no complication.</summary>
    public static IReadOnlyList<AssessedKind> Of(CaseEvent happened) => happened switch
    {
        ComplicationReported report => [AssessedKind.Of(report.Kind)],
        OutcomesAssessed assessed => PresentIn(assessed.Assessments),
        FollowUpRecorded { Assessments: { } assessments } => PresentIn(assessments),
        _ => [],
    };

    static AssessedKind[] PresentIn(IEnumerable<Assessment> assessments) =>
        [.. assessments.Where(a => a.Finding is Finding.Present).Select(a => a.Kind).Distinct()];
}
