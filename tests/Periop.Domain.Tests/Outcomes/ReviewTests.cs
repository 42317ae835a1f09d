using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using static Periop.Domain.Tests.Outcomes.Judged;

namespace Periop.Domain.Tests.Outcomes;

/// <summary>What a review makes of a report.</summary>
public class ReviewTests
{
    static readonly ReportComplication Reported = new(ComplicationKind.InfectionDeep);

    [Fact]
    public void A_rejected_report_does_not_count() =>
        Assert.Equal(OutcomeState.DueNotAssessed, Reviewed(ReviewDecision.Rejected).By(DeepInfection, "40 10:00").State);

    [Fact]
    public void A_retracted_rejection_lets_it_count_again()
    {
        var rejected = Operated.At("20 09:00", Reported, out var report)
            .At("21 09:00", new ReviewComplication(ReviewDecision.Rejected) { TargetEntryId = report }, out var review);
        Assert.Equal(OutcomeState.Present, rejected.At("22 09:00", Steps.Retract(review)).By(DeepInfection, "40 10:00").State);
    }

    [Fact]
    public void A_reclassified_report_counts_as_what_it_was_classified() =>
        Assert.Equal((OutcomeState.DueNotAssessed, OutcomeState.Present),
            Reviewed(ReviewDecision.Reclassified, ComplicationKind.InfectionOrganSpace) is var story
                ? (story.By(DeepInfection, "40 10:00").State, story.By(Within(30, "infection-organ-space"), "40 10:00").State) : default);

    [Fact]
    public void A_definition_may_count_a_report_from_its_confirmation_only()
    {
        var strict = DeepInfection with { Review = ReviewDemand.Required };
        Assert.Equal((OutcomeState.DueNotAssessed, OutcomeReason.Unreviewed), Operated.At("20 09:00", Reported).StateBy(strict, "40 10:00"));
        Assert.Equal((OutcomeState.Present, OutcomeReason.Found), Reviewed(ReviewDecision.Confirmed).StateBy(strict, "40 10:00"));
    }

    [Fact]
    public void What_waits_for_its_review_is_not_absent() =>
        Assert.Equal(OutcomeReason.Unreviewed, Operated.At("20 09:00", Reported).At("35 09:00", Steps.Discharge)
            .By(DeepInfection with { Review = ReviewDemand.Required, Evidence = OutcomeEvidence.Discharged }, "40 10:00").Reason);

    [Fact]
    public void What_is_first_found_after_the_close_needs_an_onset() =>
        Assert.Equal((OutcomeState.DueNotAssessed, OutcomeReason.OnsetUnknown), Operated.At("35 09:00", Reported).StateBy(DeepInfection, "40 10:00"));

    [Fact]
    public void A_review_may_give_the_onset() =>
        Assert.Equal(OutcomeState.Present, Operated.At("35 09:00", Reported, out var report)
            .At("36 09:00", new ReviewComplication(ReviewDecision.Confirmed, OnsetAt: CaseStory.Time("25 08:00")) { TargetEntryId = report })
            .By(DeepInfection, "40 10:00").State);

    [Fact]
    public void What_was_detected_in_the_window_and_recorded_later_counts() =>
        Assert.Equal(OutcomeState.Present,
            Operated.At("35 09:00", Reported with { DetectedAt = CaseStory.Time("28 09:00") }).By(DeepInfection, "40 10:00").State);

    [Fact]
    public void The_review_is_part_of_the_proof() => Assert.Equal(2, Reviewed(ReviewDecision.Confirmed).By(DeepInfection, "40 10:00").EntryIds.Count);

    static CaseStory Reviewed(ReviewDecision decision, ComplicationKind? kind = null) => Operated.At("20 09:00", Reported, out var report)
        .At("21 09:00", new ReviewComplication(decision, Kind: kind) { TargetEntryId = report, Reason = new("read the culture") });
}
