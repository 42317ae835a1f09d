using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using static Periop.Domain.Tests.Outcomes.Judged;

namespace Periop.Domain.Tests.Outcomes;

/// <summary>The seven states, and which of them comes first. The window closes with 1 April, 30 days after the incision.</summary>
public class StateTests
{
    static readonly ReportComplication Reported = new(ComplicationKind.InfectionDeep, OnsetAt: CaseStory.Time("20 08:00"));

    [Fact]
    public void While_the_window_is_open_a_case_is_not_yet_due() =>
        Assert.Equal((OutcomeState.NotYetDue, OutcomeReason.WindowOpen), Operated.StateBy(DeepInfection, "30 22:00"));

    [Fact]
    public void When_it_has_closed_a_case_of_which_nothing_is_known_is_due_and_not_assessed() =>
        Assert.Equal((OutcomeState.DueNotAssessed, OutcomeReason.NothingRecorded), Operated.StateBy(DeepInfection, "31 00:30"));

    [Fact]
    public void A_report_in_the_window_makes_it_present_at_once() =>
        Assert.Equal((OutcomeState.Present, OutcomeReason.Found), Operated.At("21 09:00", Reported).StateBy(DeepInfection, "21 10:00"));

    [Fact]
    public void What_proves_it_is_named()
    {
        var story = Operated.At("21 09:00", Reported, out var report);
        Assert.Equal([report], story.By(DeepInfection, "40 10:00").EntryIds);
    }

    [Fact]
    public void An_entry_that_tells_of_two_members_is_named_once()
    {
        AssessOutcomes bothUnsaid = new([new(new("infection-deep"), Finding.NotAssessed), new(new("infection-superficial"), Finding.NotAssessed)]);
        var story = Operated.At("31 09:00", bothUnsaid, out var entry);
        Assert.Equal([entry], story.By(Infection, "31 10:00").EntryIds);
    }

    [Fact]
    public void A_report_of_an_onset_after_the_window_does_not_count() =>
        Assert.Equal((OutcomeState.DueNotAssessed, OutcomeReason.NothingRecorded),
            Operated.At("40 09:00", Reported with { OnsetAt = CaseStory.Time("31 08:00") }).StateBy(DeepInfection, "41 10:00"));

    [Fact]
    public void A_late_report_of_an_onset_in_the_window_counts() =>
        Assert.Equal(OutcomeState.Present, Operated.At("300 09:00", Reported).By(DeepInfection, "300 10:00").State);

    [Fact]
    public void A_retracted_report_does_not_count_any_more() =>
        Assert.Equal(OutcomeState.DueNotAssessed,
            Operated.At("21 09:00", Reported, out var report).At("22 09:00", Steps.Retract(report)).By(DeepInfection, "40 10:00").State);

    [Fact]
    public void An_assessment_before_the_close_is_not_enough() =>
        Assert.Equal((OutcomeState.DueNotAssessed, OutcomeReason.AssessedTooEarly),
            Operated.At("29 09:00", Assess("infection-deep", Finding.Absent)).StateBy(DeepInfection, "31 10:00"));

    [Fact]
    public void An_assessment_on_the_last_day_reaches_the_close() =>
        Assert.Equal((OutcomeState.Absent, OutcomeReason.AssessedAbsent),
            Operated.At("30 09:00", Assess("infection-deep", Finding.Absent)).StateBy(DeepInfection, "31 10:00"));

    [Fact]
    public void An_assessment_that_found_none_leaves_an_open_window_open() =>
        Assert.Equal(OutcomeState.NotYetDue, Operated.At("30 09:00", Assess("infection-deep", Finding.Absent)).By(DeepInfection, "30 10:00").State);

    [Fact]
    public void A_definition_may_count_an_assessment_from_an_earlier_day_on() =>
        Assert.Equal(OutcomeState.Absent,
            Operated.At("25 09:00", Assess("infection-deep", Finding.Absent)).By(DeepInfection with { AssessedFrom = 25 }, "31 10:00").State);

    [Fact]
    public void What_was_assessed_too_early_for_a_definition_is_not_counted() =>
        Assert.Equal(OutcomeState.DueNotAssessed,
            Operated.At("24 09:00", Assess("infection-deep", Finding.Absent)).By(DeepInfection with { AssessedFrom = 25 }, "31 10:00").State);

    [Fact]
    public void An_assessment_that_could_not_say_is_no_evidence() =>
        Assert.Equal((OutcomeState.DueNotAssessed, OutcomeReason.NotAssessed),
            Operated.At("31 09:00", Assess("infection-deep", Finding.NotAssessed)).StateBy(DeepInfection, "31 10:00"));

    [Fact]
    public void A_report_counts_more_than_an_assessment_that_found_none() =>
        Assert.Equal(OutcomeState.Present,
            Operated.At("35 09:00", Assess("infection-deep", Finding.Absent)).At("36 09:00", Reported).By(DeepInfection, "40 10:00").State);

    [Fact]
    public void Without_a_report_a_death_in_the_window_makes_it_died() =>
        Assert.Equal((OutcomeState.Died, OutcomeReason.DiedInWindow), Operated.At("10 09:00", new RecordDeath()).StateBy(DeepInfection, "40 10:00"));

    [Fact]
    public void Someone_who_died_with_the_event_had_it() =>
        Assert.Equal(OutcomeState.Present, Operated.At("21 09:00", Reported).At("22 09:00", new RecordDeath()).By(DeepInfection, "40 10:00").State);

    [Fact]
    public void A_death_after_the_close_proves_nothing() =>
        Assert.Equal(OutcomeState.DueNotAssessed, Operated.At("31 09:00", new RecordDeath()).By(DeepInfection, "40 10:00").State);

    [Fact]
    public void Who_declines_is_withdrawn() =>
        Assert.Equal((OutcomeState.Withdrawn, OutcomeReason.FollowUpDeclined),
            Operated.At("40 09:00", new DeclineFollowUp()).StateBy(DeepInfection, "40 10:00"));

    [Fact]
    public void Who_was_assessed_before_declining_is_absent() =>
        Assert.Equal(OutcomeState.Absent,
            Operated.At("35 09:00", Assess("infection-deep", Finding.Absent)).At("40 09:00", new DeclineFollowUp()).By(DeepInfection, "40 10:00").State);

    [Fact]
    public void Who_is_lost_after_an_attempt_is_lost() =>
        Assert.Equal((OutcomeState.Lost, OutcomeReason.FollowUpLost),
            Operated.At("39 09:00", Attempt).At("40 09:00", new LoseFollowUp()).StateBy(DeepInfection, "40 10:00"));

    [Fact]
    public void Who_is_given_up_without_an_attempt_is_due() =>
        Assert.Equal((OutcomeState.DueNotAssessed, OutcomeReason.LostWithoutAttempt),
            Operated.At("40 09:00", new LoseFollowUp()).StateBy(DeepInfection, "40 10:00"));

    [Fact]
    public void Who_declines_and_is_lost_is_withdrawn() =>
        Assert.Equal(OutcomeState.Withdrawn,
            Operated.At("38 09:00", new DeclineFollowUp()).At("39 09:00", Attempt).At("40 09:00", new LoseFollowUp()).By(DeepInfection, "40 10:00").State);

    [Fact]
    public void Who_comes_to_a_later_follow_up_is_neither_lost_nor_withdrawn() =>
        Assert.Equal(OutcomeState.DueNotAssessed,
            Operated.At("38 09:00", new DeclineFollowUp()).At("39 09:00", Attempt).At("40 09:00", new LoseFollowUp())
                .At("41 09:00", new RecordFollowUp(Alive: true)).By(DeepInfection, "41 10:00").State);

    [Theory]
    [InlineData(OutcomeEvidence.Discharged, "5 09:00", true)]
    [InlineData(OutcomeEvidence.DischargedAfterClose, "5 09:00", false)]
    [InlineData(OutcomeEvidence.DischargedAfterClose, "30 09:00", true)]
    [InlineData(OutcomeEvidence.Assessment, "30 09:00", false)]
    public void A_definition_names_the_discharge_that_completes_the_record(OutcomeEvidence evidence, string discharged, bool isAbsent) =>
        Assert.Equal(isAbsent ? (OutcomeState.Absent, OutcomeReason.RecordComplete) : (OutcomeState.DueNotAssessed, OutcomeReason.NothingRecorded),
            Operated.At(discharged, Steps.Discharge).StateBy(DeepInfection with { Evidence = evidence }, "40 10:00"));

    [Fact]
    public void A_signed_record_may_be_complete() =>
        Assert.Equal((OutcomeState.Absent, OutcomeReason.RecordComplete),
            Operated.Signed("18:00").StateBy(DeepInfection with { Evidence = OutcomeEvidence.Signed }, "40 10:00"));

    [Fact]
    public void Being_seen_alive_after_the_close_may_complete_the_record() =>
        Assert.Equal((OutcomeState.Absent, OutcomeReason.RecordComplete),
            Operated.At("35 09:00", new RecordFollowUp(Alive: true))
                .StateBy(DeepInfection with { Evidence = OutcomeEvidence.SeenAliveAfterClose }, "40 10:00"));

    static AttemptFollowUp Attempt => new(FollowUpMethod.Call, FollowUpResult.NotReached);
}
