using Periop.Domain.Cases;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases.Flags;

public class CountFlagTests
{
    [Fact, Raises("count-missing")]
    public void A_closure_before_the_counts_is_flagged() =>
        Assert.Contains("count-missing", CaseStory.Scheduled().Incised().At("11:00", Closure).Counted("11:01").Codes);

    [Fact, NearMissOf("count-missing")]
    public void A_closure_after_the_counts_is_in_order() =>
        Assert.DoesNotContain("count-missing", CaseStory.Scheduled().Incised().Counted("11:00").At("11:00", Closure).Codes);

    [Fact, Raises("count-missing")]
    public void The_first_counts_do_not_stand_for_the_closing_ones() =>
        Assert.Contains("count-missing", CaseStory.Scheduled().Incised().Counted("10:59", CountPhase.Initial).At("11:00", Closure).Codes);

    [Fact, Raises("count-missing")]
    public void The_items_not_counted_are_named() =>
        Assert.Equal("The wound was closed without a count of sharps, instruments.", CaseStory.Scheduled().Incised()
            .At("10:59", new PerformCount(CountedItem.Sponges, CountPhase.Closing, CountResult.Correct)).At("11:00", Closure)
            .Flags.Single(f => f.Code == "count-missing").Message);

    [Fact, Raises("count-not-done")]
    public void A_closure_after_a_count_not_done_is_flagged() =>
        Assert.Contains("count-not-done", CaseStory.Scheduled().Incised().Counted("10:59", result: CountResult.NotDone).At("11:00", Closure).Codes);

    [Fact, NearMissOf("count-not-done")]
    public void A_count_made_up_for_before_the_closure_is_in_order() =>
        Assert.DoesNotContain("count-not-done", CaseStory.Scheduled().Incised()
            .Counted("10:50", result: CountResult.NotDone).Counted("10:59", CountPhase.Final).At("11:00", Closure).Codes);

    [Fact, Raises("count-unresolved")]
    public void A_closure_with_a_count_that_did_not_agree_is_flagged() =>
        Assert.Contains("count-unresolved", CaseStory.Scheduled().Incised().Counted("10:59", result: CountResult.Discrepancy).At("11:00", Closure).Codes);

    [Fact, NearMissOf("count-unresolved")]
    public void A_count_resolved_before_the_closure_is_in_order() =>
        Assert.DoesNotContain("count-unresolved", CaseStory.Scheduled().Incised()
            .Counted("10:50", result: CountResult.Discrepancy).Counted("10:59", result: CountResult.Resolved).At("11:00", Closure).Codes);
}
