using Periop.Domain.Cases;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases;

public class CompletenessTests
{
    static IReadOnlyList<string> Missing(CaseStory story) => Completeness.Of(story.Entries, CaseStory.Rules).Missing;

    [Fact]
    public void A_new_case_lacks_what_every_case_has() =>
        Assert.Equal(["room-entry", "sign-in", "time-out", "incision", "closing-count", "closure", "final-count", "sign-out", "room-exit"],
            Missing(CaseStory.Scheduled()));

    [Fact]
    public void A_complete_case_lacks_nothing() =>
        Assert.Empty(Missing(CaseStory.Scheduled().At("07:50", SignIn).Incised().Counted("10:50").At("11:00", Closure).Counted("11:01", CountPhase.Final)
            .At("11:20", SignOut).At("11:30", new LeaveRoom())));

    [Fact]
    public void Recorded_and_missing_together_are_what_is_expected()
    {
        var completeness = Completeness.Of(CaseStory.Scheduled().Incised().Entries, CaseStory.Rules);
        Assert.Equal((3, 9), (completeness.Recorded, completeness.Expected));
    }

    [Fact]
    public void Anesthesia_begun_has_to_end() =>
        Assert.Contains("anesthesia-end", Missing(CaseStory.Scheduled().At("08:00", new StartAnesthesia(AnesthesiaType.Local))));

    [Fact]
    public void Anesthesia_ended_has_to_have_begun() => Assert.Contains("anesthesia-start", Missing(CaseStory.Scheduled().At("08:00", new EndAnesthesia())));

    [Fact]
    public void General_anesthesia_has_an_induction() => Assert.Contains("induction", Missing(CaseStory.Scheduled().At("08:00", GeneralAnesthesia)));

    [Fact]
    public void Regional_anesthesia_has_no_induction() =>
        Assert.DoesNotContain("induction", Missing(CaseStory.Scheduled().At("08:00", new StartAnesthesia(AnesthesiaType.Regional))));

    [Fact]
    public void An_osteotomy_has_an_image_that_localised_its_level() =>
        Assert.Contains("level-localisation", Missing(CaseStory.Scheduled().At("09:00", Osteotomy("L3"))));

    [Fact]
    public void A_final_count_stands_for_the_closing_one() =>
        Assert.DoesNotContain("closing-count", Missing(CaseStory.Scheduled().Counted("10:00", CountPhase.Final)));

    [Fact]
    public void A_cancelled_case_lacks_nothing() => Assert.Empty(Missing(CaseStory.Scheduled().At("07:00", CallOff)));

    [Fact]
    public void A_case_entered_in_error_lacks_nothing() => Assert.Empty(Missing(CaseStory.Scheduled().At("07:00", Retract(CaseStory.Id(1)))));

    [Fact]
    public void A_case_aborted_before_the_incision_has_no_closure() =>
        Assert.Equal(["sign-in", "sign-out", "room-exit"], Missing(CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:10", CallOff)));

    [Fact]
    public void A_case_aborted_after_the_incision_has_a_closure() => Assert.Contains("closure", Missing(CaseStory.Scheduled().Incised().At("09:00", CallOff)));
}
