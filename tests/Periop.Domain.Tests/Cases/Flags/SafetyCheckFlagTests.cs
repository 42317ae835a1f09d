using Periop.Domain.Cases;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases.Flags;

public class SafetyCheckFlagTests
{
    [Fact, Raises("time-out-missing")]
    public void An_incision_before_the_time_out_is_flagged() =>
        Assert.Contains("time-out-missing", CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:45", new MakeIncision()).At("08:46", TimeOut).Codes);

    [Fact, NearMissOf("time-out-missing")]
    public void An_incision_at_the_time_of_the_time_out_is_in_order() =>
        Assert.DoesNotContain("time-out-missing", CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:45", new MakeIncision()).At("08:45", TimeOut).Codes);

    [Fact, Raises("time-out-missing")]
    public void A_retracted_time_out_does_not_count() =>
        Assert.Contains("time-out-missing", CaseStory.Scheduled()
            .At("08:40", TimeOut, out var timeOut).At("08:45", new MakeIncision()).At("08:50", Retract(timeOut)).Codes);

    [Fact, Raises("sign-in-missing")]
    public void An_induction_without_a_sign_in_is_flagged() =>
        Assert.Contains("sign-in-missing", CaseStory.Scheduled().At("08:10", new InduceAnesthesia()).At("08:11", SignIn).Codes);

    [Fact, NearMissOf("sign-in-missing")]
    public void An_induction_after_the_sign_in_is_in_order() =>
        Assert.DoesNotContain("sign-in-missing", CaseStory.Scheduled().At("08:09", SignIn).At("08:10", new InduceAnesthesia()).Codes);

    [Fact, Raises("sign-in-missing")]
    public void A_patient_anesthetized_without_induction_and_sign_in_is_flagged() =>
        Assert.Contains("sign-in-missing", CaseStory.Scheduled().At("08:10", new AnesthetizePatient()).Codes);

    [Fact, NearMissOf("sign-in-missing")]
    public void An_imported_induction_says_nothing_about_the_sign_in() =>
        Assert.DoesNotContain("sign-in-missing", CaseStory.Scheduled().At("08:10", new InduceAnesthesia().From(EntrySource.Import)).Codes);

    [Fact, Raises("sign-out-missing")]
    public void Leaving_the_room_before_the_sign_out_is_flagged() =>
        Assert.Contains("sign-out-missing", CaseStory.Scheduled().At("11:00", new LeaveRoom()).At("11:01", SignOut).Codes);

    [Fact, NearMissOf("sign-out-missing")]
    public void Leaving_the_room_after_the_sign_out_is_in_order() =>
        Assert.DoesNotContain("sign-out-missing", CaseStory.Scheduled().At("10:59", SignOut).At("11:00", new LeaveRoom()).Codes);

    [Fact, Raises("preparation-incomplete")]
    public void Entering_the_room_with_nothing_prepared_is_flagged() =>
        Assert.Contains("preparation-incomplete", CaseStory.Scheduled().At("08:00", EnterRoom()).Codes);

    [Fact, NearMissOf("preparation-incomplete")]
    public void The_nurses_declaration_covers_what_was_not_ticked() =>
        Assert.DoesNotContain("preparation-incomplete", CaseStory.Scheduled().At("07:50", new DeclarePatientPrepared()).At("08:00", EnterRoom()).Codes);

    [Fact, Raises("preparation-incomplete")]
    public void The_nurses_declaration_does_not_cover_a_problem() =>
        Assert.Contains("preparation-incomplete", CaseStory.Scheduled()
            .At("07:45", Item(PreparationItem.Consent, PreparationOutcome.Problem)).At("07:50", new DeclarePatientPrepared()).At("08:00", EnterRoom()).Codes);

    [Fact, NearMissOf("preparation-incomplete")]
    public void A_problem_that_was_solved_is_none() =>
        Assert.DoesNotContain("preparation-incomplete", CaseStory.Scheduled()
            .At("07:45", Item(PreparationItem.Consent, PreparationOutcome.Problem)).At("07:48", Item(PreparationItem.Consent))
            .At("07:50", new DeclarePatientPrepared()).At("08:00", EnterRoom()).Codes);

    [Fact, NearMissOf("preparation-incomplete")]
    public void Every_item_ticked_needs_no_declaration() =>
        Assert.DoesNotContain("preparation-incomplete",
            Enum.GetValues<PreparationItem>().Aggregate(CaseStory.Scheduled(), (soFar, item) => soFar.At("07:45", Item(item))).At("08:00", EnterRoom()).Codes);

    [Fact, Raises("preparation-incomplete")]
    public void The_open_items_are_named() =>
        Assert.Equal("The patient entered the room with open preparation: site-marked.",
            Enum.GetValues<PreparationItem>().Where(i => i is not PreparationItem.SiteMarked)
                .Aggregate(CaseStory.Scheduled(), (soFar, item) => soFar.At("07:45", Item(item))).At("08:00", EnterRoom())
                .Flags.Single(f => f.Code == "preparation-incomplete").Message);
}
