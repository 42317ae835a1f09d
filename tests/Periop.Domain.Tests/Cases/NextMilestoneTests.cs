using Periop.Domain.Cases;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases;

public class NextMilestoneTests
{
    static CaseStory Anesthetized => CaseStory.Scheduled(Plan("L2")).At("07:30", new DeclarePatientPrepared()).At("07:40", new ReadyRoom())
        .At("08:00", EnterRoom()).At("08:05", GeneralAnesthesia).At("08:10", SignIn).At("08:15", new InduceAnesthesia()).At("08:25", new AnesthetizePatient());

    static CaseStory Open => Anesthetized.At("08:30", new PositionPatient(BodyPosition.Prone)).At("08:35", new PrepareSkin()).At("08:40", TimeOut)
        .At("08:45", new MakeIncision());

    static CaseStory Closed => Open.Counted("11:00").At("11:05", new StartClosing()).At("11:30", Closure);

    [Fact]
    public void Before_the_room_everything_is_still_to_come_in_its_normal_order() =>
        Comes(CaseStory.Scheduled(Plan("L2")), [.. Milestone.All.Select(m => m.Name).Where(n => n != "death")]);

    [Fact]
    public void In_the_room_anesthesia_and_sign_in_come_first() =>
        Begins(CaseStory.Scheduled().At("08:00", EnterRoom()), "anesthesia-start", "sign-in", "induction", "anesthesia", "position");

    [Fact]
    public void Under_anesthesia_the_patient_is_positioned_and_the_time_out_made() => Begins(Anesthetized, "position", "skin-prep", "time-out", "incision");

    [Fact]
    public void After_the_incision_of_a_spine_comes_its_exposure() => Begins(Open, "exposure", "closing-start", "closure", "dressing", "sign-out");

    [Fact]
    public void Without_levels_in_the_plan_there_is_no_exposure() => Begins(CaseStory.Scheduled().Incised(), "closing-start", "closure");

    [Fact]
    public void A_milestone_that_others_have_passed_is_not_likely_any_more() =>
        Begins(CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:10", SignIn).At("08:40", TimeOut), "incision");

    [Fact]
    public void A_sign_in_that_was_passed_over_is_likely_until_the_incision()
    {
        var story = CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:25", new AnesthetizePatient());
        Begins(story, "sign-in", "position");
        Begins(story.At("08:40", TimeOut).At("08:45", new MakeIncision()), "closing-start");
    }

    [Fact]
    public void A_sign_out_that_was_passed_over_is_likely_until_the_room_exit()
    {
        Begins(Closed.At("11:40", new EmergePatient()), "sign-out", "room-exit");
        Begins(Closed.At("11:40", new LeaveRoom()), "anesthesia-end", "room-cleaned", "recovery-entry");
    }

    [Fact]
    public void Cleaning_and_the_end_of_anesthesia_are_likely_also_once_the_patient_is_in_recovery() =>
        Comes(Closed.At("11:40", new LeaveRoom()).At("11:50", new EnterRecovery()),
            "anesthesia-end", "room-cleaned", "recovery-exit", "physical-therapy", "discharge");

    [Fact]
    public void Without_anesthesia_it_does_not_end() =>
        Begins(CaseStory.Scheduled().Incised().Counted("09:00").At("09:10", Closure).At("09:20", new LeaveRoom()), "room-cleaned");

    [Fact]
    public void After_the_discharge_nothing_comes() =>
        Comes(Closed.At("11:40", new LeaveRoom()).At("3 10:00", Discharge));

    [Fact]
    public void A_second_incision_is_closed_once_more() =>
        Begins(Closed.At("11:35", SignOut).At("12:00", new MakeIncision()), "exposure", "closing-start", "closure", "dressing", "sign-out");

    [Fact]
    public void A_patient_brought_back_into_the_room_leaves_it_again() =>
        Assert.Contains("room-exit", Names(Closed.At("11:40", new LeaveRoom()).At("12:00", EnterRoom())));

    [Fact]
    public void While_a_count_does_not_match_it_comes_first_and_no_closing_does()
    {
        var open = Open.At("11:00", new PerformCount(CountedItem.Sponges, CountPhase.Closing, CountResult.Discrepancy));
        Assert.Equal([typeof(PerformCount)], Next(open).Remedies.Select(r => r.Command));
        Comes(open, "exposure", "dressing", "sign-out", "emergence", "room-exit", "anesthesia-end", "room-cleaned", "recovery-entry", "recovery-exit",
            "physical-therapy", "discharge");
    }

    [Fact]
    public void Once_the_count_is_resolved_closing_may_come()
    {
        var story = Open.At("11:00", new PerformCount(CountedItem.Sponges, CountPhase.Closing, CountResult.Discrepancy))
            .At("11:04", new PerformCount(CountedItem.Sponges, CountPhase.Closing, CountResult.Resolved));
        Assert.Empty(Next(story).Remedies);
        Assert.Contains("closing-start", Names(story));
    }

    [Theory]
    [InlineData(AlertOutcome.Resolved)]
    [InlineData(AlertOutcome.Persistent)]
    public void While_nothing_is_said_of_the_end_of_an_alert_that_comes_first_and_no_closing_does(AlertOutcome outcome)
    {
        var open = Open.At("10:00", Alert, out var alert);
        Assert.Equal([typeof(ResolveAlert)], Next(open).Remedies.Select(r => r.Command));
        Assert.DoesNotContain("closure", Names(open));
        var answered = open.At("10:10", new ResolveAlert(alert, outcome));
        Assert.Empty(Next(answered).Remedies);
        Assert.Contains("closure", Names(answered));
    }

    [Fact]
    public void What_answers_a_safety_flag_comes_first() =>
        Assert.Equal([new CompleteSafetyCheck(SafetyCheckPhase.TimeOut)],
            Next(CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:45", new MakeIncision())).Remedies.Select(r => r.Whole));

    [Fact]
    public void A_safety_flag_that_somebody_has_answered_asks_for_nothing_any_more()
    {
        var story = CaseStory.Scheduled().At("08:00", EnterRoom());
        Assert.Empty(Next(story.At("08:45", new MakeIncision().Overriding("bleeding"))).Remedies);
        Assert.Empty(Next(story.At("08:45", new MakeIncision())
            .At("08:50", new AcknowledgeFlag(new("time-out-missing")) { Reason = new("bleeding") })).Remedies);
    }

    [Fact]
    public void Nothing_comes_in_a_case_that_was_cancelled() => Comes(CaseStory.Scheduled().At("07:00", CallOff));

    [Fact]
    public void A_case_aborted_before_the_incision_comes_to_its_end_without_a_wound() =>
        Begins(Anesthetized.At("08:30", CallOff), "sign-out", "emergence", "room-exit", "anesthesia-end", "room-cleaned");

    [Fact]
    public void A_case_aborted_after_the_incision_is_closed() => Begins(Open.At("09:00", CallOff), "closing-start", "closure", "dressing", "sign-out");

    [Fact]
    public void A_patient_who_has_died_leaves_the_room_and_it_is_cleaned() =>
        Comes(Open.At("09:00", new RecordDeath()), "room-exit", "anesthesia-end", "room-cleaned");

    static NextMilestones Next(CaseStory story) => NextMilestones.Of(story.Entries, CaseStory.Rules);

    static IEnumerable<string> Names(CaseStory story) => Next(story).Milestones.Select(m => m.Name);

    static void Comes(CaseStory story, params string[] names) => Assert.Equal(names, Names(story));

    static void Begins(CaseStory story, params string[] names) => Assert.Equal(names, Names(story).Take(names.Length));
}
