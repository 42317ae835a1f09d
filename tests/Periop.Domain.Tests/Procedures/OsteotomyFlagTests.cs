using Periop.Domain.Cases;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Procedures;

public class OsteotomyFlagTests
{
    [Fact, Raises("level-outside-plan")]
    public void A_level_that_the_plan_does_not_name_is_flagged() =>
        Assert.Contains("level-outside-plan", CaseStory.Scheduled(Plan("L2", "L3")).Incised().At("09:30", Osteotomy("L4")).Codes);

    [Fact, NearMissOf("level-outside-plan")]
    public void A_planned_level_is_in_order() =>
        Assert.DoesNotContain("level-outside-plan", CaseStory.Scheduled(Plan("L2", "L3")).Incised().At("09:30", Osteotomy("L3")).Codes);

    [Fact, NearMissOf("level-outside-plan")]
    public void A_plan_without_levels_excludes_none() =>
        Assert.DoesNotContain("level-outside-plan", CaseStory.Scheduled().Incised().At("09:30", Osteotomy("L3")).Codes);

    [Fact, Raises("level-outside-plan")]
    public void A_plan_changed_after_the_osteotomy_does_not_cover_it() =>
        Assert.Contains("level-outside-plan", CaseStory.Scheduled(Plan("L2")).Incised().At("09:30", Osteotomy("L4")).At("09:31", PlanLevels("L4")).Codes);

    [Fact, NearMissOf("level-outside-plan")]
    public void A_plan_changed_before_the_osteotomy_covers_it() =>
        Assert.DoesNotContain("level-outside-plan", CaseStory.Scheduled(Plan("L2")).Incised().At("09:29", PlanLevels("L4")).At("09:30", Osteotomy("L4")).Codes);

    [Fact, Raises("level-not-confirmed")]
    public void An_osteotomy_before_the_image_that_localised_its_level_is_flagged() =>
        Assert.Contains("level-not-confirmed", CaseStory.Scheduled().Incised().At("09:30", Osteotomy("L3")).At("09:31", LocalisingImage("L3")).Codes);

    [Fact, NearMissOf("level-not-confirmed")]
    public void An_osteotomy_after_the_image_that_localised_its_level_is_in_order() =>
        Assert.DoesNotContain("level-not-confirmed", CaseStory.Scheduled().Incised().At("09:29", LocalisingImage("L3")).At("09:30", Osteotomy("L3")).Codes);

    [Fact, Raises("level-not-confirmed")]
    public void An_image_of_another_level_does_not_confirm() =>
        Assert.Contains("level-not-confirmed", CaseStory.Scheduled().Incised().At("09:29", LocalisingImage("L2")).At("09:30", Osteotomy("L3")).Codes);

    [Fact, NearMissOf("level-not-confirmed")]
    public void An_image_that_names_no_level_confirms_all() =>
        Assert.DoesNotContain("level-not-confirmed", CaseStory.Scheduled().Incised().At("09:29", LocalisingImage()).At("09:30", Osteotomy("L3")).Codes);

    [Theory, Raises("grade-columns-clash")]
    [InlineData(3, 1)]
    [InlineData(6, 2)]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    public void Grade_and_columns_that_do_not_fit_together_are_flagged(int grade, int columns) =>
        Assert.Contains("grade-columns-clash", CaseStory.Scheduled().Incised().At("09:30", Osteotomy("L3", grade, columns)).Codes);

    [Theory, NearMissOf("grade-columns-clash")]
    [InlineData(3, 3)]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    [InlineData(4, null)]
    [InlineData(null, 3)]
    public void Grade_and_columns_that_fit_together_are_in_order(int? grade, int? columns) =>
        Assert.DoesNotContain("grade-columns-clash", CaseStory.Scheduled().Incised().At("09:30", Osteotomy("L3", grade, columns)).Codes);

    [Fact, Raises("neuromonitoring-missing")]
    public void A_three_column_osteotomy_before_neuromonitoring_is_flagged() =>
        Assert.Contains("neuromonitoring-missing", CaseStory.Scheduled().Incised().At("09:30", Osteotomy("L3", 3)).At("09:31", Neuromonitoring).Codes);

    [Fact, NearMissOf("neuromonitoring-missing")]
    public void A_three_column_osteotomy_under_neuromonitoring_is_in_order() =>
        Assert.DoesNotContain("neuromonitoring-missing", CaseStory.Scheduled().Incised().At("09:29", Neuromonitoring).At("09:30", Osteotomy("L3", 3)).Codes);

    [Fact, NearMissOf("neuromonitoring-missing")]
    public void An_osteotomy_of_the_posterior_column_needs_no_neuromonitoring() =>
        Assert.DoesNotContain("neuromonitoring-missing", CaseStory.Scheduled().Incised().At("09:30", Osteotomy("L3", 2)).Codes);

    [Fact, Raises("alert-unresolved")]
    public void A_closure_with_an_open_alert_is_flagged() =>
        Assert.Contains("alert-unresolved", CaseStory.Scheduled().Incised().At("10:00", Alert).At("11:00", Closure).Codes);

    [Fact, NearMissOf("alert-unresolved")]
    public void A_closure_after_the_alert_was_resolved_is_in_order() =>
        Assert.DoesNotContain("alert-unresolved", CaseStory.Scheduled().Incised()
            .At("10:00", Alert, out var alert).At("10:10", new ResolveAlert(alert, AlertOutcome.Resolved)).At("11:00", Closure).Codes);

    [Fact, Raises("alert-unresolved")]
    public void A_persistent_alert_is_not_resolved() =>
        Assert.Contains("alert-unresolved", CaseStory.Scheduled().Incised()
            .At("10:00", Alert, out var alert).At("10:10", new ResolveAlert(alert, AlertOutcome.Persistent)).At("11:00", Closure).Codes);
}
