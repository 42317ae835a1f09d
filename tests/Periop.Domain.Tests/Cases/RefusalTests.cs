using Periop.Domain.Cases;
using Periop.Domain.Record;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases;

public class RefusalTests
{
    static readonly Guid Unknown = CaseStory.Id(4711);

    [Theory]
    [InlineData(EntrySource.Live)]
    [InlineData(EntrySource.Device)]
    public void A_cancelled_case_does_not_go_on(EntrySource source) =>
        Expect.Refused(CaseStory.Scheduled().At("07:00", CallOff).When("08:00", EnterRoom().From(source)), "case-called-off");

    [Fact]
    public void The_refusal_names_the_calling_off_to_retract()
    {
        var story = CaseStory.Scheduled().At("07:00", CallOff, out var callingOff);
        Assert.Equal(callingOff, Expect.Refused(story.When("08:00", EnterRoom()), "case-called-off").EntryId);
    }

    [Fact]
    public void A_case_goes_on_after_its_calling_off_is_retracted() =>
        Expect.Recorded(CaseStory.Scheduled().At("07:00", CallOff, out var callingOff).At("07:30", Retract(callingOff)).When("08:00", EnterRoom()));

    [Fact]
    public void An_entry_that_replaces_the_calling_off_is_recorded() =>
        Expect.Recorded(CaseStory.Scheduled().At("07:00", CallOff, out var callingOff).When("08:00", EnterRoom().Replacing(callingOff)));

    [Theory]
    [InlineData(EntrySource.Import)]
    [InlineData(EntrySource.Downtime)]
    public void Files_and_notes_of_a_downtime_are_taken_into_a_cancelled_case_and_flagged(EntrySource source) =>
        Assert.Contains("entry-after-calling-off",
            Expect.Recorded(CaseStory.Scheduled().At("07:00", CallOff).When("08:00", GeneralAnesthesia.From(source))).Receipt.Flags.Select(f => f.Code));

    [Fact]
    public void A_cancelled_case_is_not_planned_again() =>
        Expect.Refused(CaseStory.Scheduled().At("07:00", CallOff).When("07:05", new DelayCase(new Term("transport-late"), 10)), "case-called-off");

    [Fact]
    public void A_cancelled_case_has_no_wound_to_close() =>
        Expect.Refused(CaseStory.Scheduled().At("07:00", CallOff).When("08:00", Closure), "case-called-off");

    [Fact]
    public void An_aborted_case_is_not_operated_on() =>
        Expect.Refused(CaseStory.Scheduled().Incised().At("09:00", CallOff).When("09:10", Osteotomy("L3")), "case-called-off");

    [Fact]
    public void An_aborted_case_can_be_closed() =>
        Expect.Recorded(CaseStory.Scheduled().Incised().At("09:00", CallOff).When("09:30", Closure));

    [Fact]
    public void The_patient_of_an_aborted_case_can_leave_the_room() =>
        Expect.Recorded(CaseStory.Scheduled().Incised().At("09:00", CallOff).When("09:40", new LeaveRoom()));

    [Fact]
    public void Outcomes_of_an_aborted_case_are_recorded() =>
        Expect.Recorded(CaseStory.Scheduled().Incised().At("09:00", CallOff).When("+9 09:40", Infection));

    [Fact]
    public void The_record_of_a_cancelled_case_can_be_corrected() =>
        Expect.Recorded(CaseStory.Scheduled().At("06:30", new DelayCase(new Term("transport-late"), 10), out var delay)
            .At("07:00", CallOff).When("08:00", Retract(delay)));

    public static TheoryData<CaseCommand> PointingNowhere =>
    [
        Retract(Unknown), Correct(Unknown, "08:00"), new RemoveHardware(Unknown), new ResolveAlert(Unknown, AlertOutcome.Resolved),
        Infection with { TargetEntryId = Unknown }, new ReviewComplication(ReviewDecision.Confirmed) { TargetEntryId = Unknown }, Closure.Replacing(Unknown),
        new AcknowledgeFlag(new Term("recorded-late")),
    ];

    [Theory, MemberData(nameof(PointingNowhere), DisableDiscoveryEnumeration = true)]
    public void A_target_that_the_case_does_not_have_is_unknown(CaseCommand command) =>
        Expect.Refused(CaseStory.Scheduled().Incised().When("09:00", command), "target-unknown");

    [Fact]
    public void A_target_of_another_kind_is_unknown() =>
        Expect.Refused(CaseStory.Scheduled().Incised().At("09:00", Alert, out var alert).When("09:10", new RemoveHardware(alert)), "target-unknown");

    [Fact]
    public void What_is_no_complication_cannot_be_reviewed() =>
        Expect.Refused(CaseStory.Scheduled().Incised().At("09:00", Alert, out var alert)
            .When("09:10", new ReviewComplication(ReviewDecision.Confirmed) { TargetEntryId = alert }), "target-unknown");

    [Fact]
    public void A_flag_of_another_entry_cannot_be_acknowledged_here()
    {
        var story = CaseStory.Scheduled().At("08:00", EnterRoom(), out var entered).At("08:45", new MakeIncision());
        Expect.Refused(story.When("09:00", new AcknowledgeFlag(new Term("time-out-missing"), entered)), "target-unknown");
    }

    /// <summary>Found by the fuzzer: seed 12, request 56,614.</summary>
    [Fact]
    public void A_refusal_does_not_repeat_what_was_sent_for_a_flag()
    {
        var acknowledgement = new AcknowledgeFlag(new Term("Miller")) { Reason = new Note("seen") };
        var refused = Assert.IsType<CommandResult.Refused>(CaseStory.Scheduled().When("09:00", acknowledgement));
        Assert.DoesNotContain("Miller", refused.Refusal.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void The_time_of_a_retracted_entry_is_not_corrected() =>
        Expect.Refused(
            CaseStory.Scheduled().At("08:00", EnterRoom(), out var entered).At("08:01", Retract(entered)).When("08:02", Correct(entered, "07:58")),
            "target-retracted");

    [Fact]
    public void A_retracted_implant_is_not_removed() =>
        Expect.Refused(
            CaseStory.Scheduled().Incised().At("09:00", Screw(), out var screw).At("09:01", Retract(screw)).When("09:02", new RemoveHardware(screw)),
            "target-retracted");

    [Fact]
    public void What_is_retracted_is_not_retracted_again() =>
        Expect.Refused(
            CaseStory.Scheduled().At("08:00", EnterRoom(), out var entered).At("08:01", Retract(entered)).When("08:02", Retract(entered)),
            "already-retracted");

    [Fact]
    public void What_is_retracted_is_not_replaced() =>
        Expect.Refused(CaseStory.Scheduled().At("08:00", EnterRoom(), out var entered).At("08:01", Retract(entered))
            .When("08:02", EnterRoom().Replacing(entered)), "already-retracted");

    [Fact]
    public void A_signed_record_takes_no_entry_without_a_reason() =>
        Expect.Refused(CaseStory.Scheduled().Signed("13:00").When("13:01", Closure), "record-signed");

    [Fact]
    public void A_reason_opens_a_signed_record() =>
        Expect.Recorded(CaseStory.Scheduled().Incised().Signed("13:00").When("13:01", Closure.Because("forgotten")));

    [Fact]
    public void A_surgeons_signature_alone_freezes_nothing() =>
        Expect.Recorded(CaseStory.Scheduled().Incised().At("13:00", Sign(TeamRole.Surgeon)).When("13:01", Closure));

    [Fact]
    public void A_retracted_signature_freezes_nothing() =>
        Expect.Recorded(CaseStory.Scheduled().Incised().Signed("13:00", out _, out var signature).At("13:01", Retract(signature)).When("13:02", Closure));

    [Fact]
    public void A_signature_given_back_freezes_the_record_again() =>
        Expect.Refused(CaseStory.Scheduled().Incised().Signed("13:00", out _, out var signature)
            .At("13:01", Retract(signature), out var retraction).At("13:02", Retract(retraction)).When("13:03", Closure), "record-signed");

    [Theory]
    [InlineData(TeamRole.Surgeon, TeamRole.CirculatingNurse)]
    [InlineData(TeamRole.CirculatingNurse, TeamRole.Surgeon)]
    public void Nobody_signs_as_surgeon_and_as_circulating_nurse(TeamRole first, TeamRole second)
    {
        var story = CaseStory.Scheduled().At("13:00", Sign(first), out var own);
        Assert.Equal(own, Expect.Refused(story.When("13:01", Sign(second)), "signer-signed-already").EntryId);
    }

    [Fact]
    public void The_same_person_may_sign_again_in_the_same_role() =>
        Expect.Recorded(CaseStory.Scheduled().At("13:00", Sign(TeamRole.Surgeon)).When("13:01", Sign(TeamRole.Surgeon)));

    [Fact]
    public void Whoever_signed_as_surgeon_may_sign_in_a_role_outside_the_pair() =>
        Expect.Recorded(CaseStory.Scheduled().At("13:00", Sign(TeamRole.Surgeon)).When("13:01", Sign(TeamRole.Assistant)));

    [Fact]
    public void A_signature_in_the_wrong_role_can_be_withdrawn_and_given_in_the_other() =>
        Expect.Recorded(CaseStory.Scheduled().At("13:00", Sign(TeamRole.Surgeon), out var wrong).At("13:01", Retract(wrong))
            .When("13:02", Sign(TeamRole.CirculatingNurse)));

    [Fact]
    public void A_signature_in_the_wrong_role_can_be_replaced() =>
        Expect.Recorded(CaseStory.Scheduled().At("13:00", Sign(TeamRole.Surgeon), out var wrong)
            .When("13:02", Sign(TeamRole.CirculatingNurse).Replacing(wrong)));

    /// <summary>As records have it that were signed when one person still could.</summary>
    [Fact]
    public void Two_signatures_of_one_person_freeze_nothing()
    {
        var story = CaseStory.Scheduled().Incised().At("12:59", Sign(TeamRole.Surgeon), out var first).At("13:00", Retract(first), out var retraction)
            .At("13:01", Sign(TeamRole.CirculatingNurse)).At("13:02", Retract(retraction));
        Expect.Recorded(story.When("13:03", Closure));
        Expect.Refused(story.By("surgeon-3").At("13:03", Sign(TeamRole.Surgeon)).When("13:04", Closure), "record-signed");
    }

    [Fact]
    public void A_calling_off_that_came_too_late_keeps_nothing_from_being_recorded() =>
        Expect.Recorded(CaseStory.Scheduled().Incised().At("11:00", Closure).At("11:05", CallOff).When("11:10", GeneralAnesthesia));

    [Theory]
    [InlineData(EntrySource.Device)]
    [InlineData(EntrySource.Import)]
    [InlineData(EntrySource.Downtime)]
    public void An_offline_entry_of_a_time_before_the_signature_is_taken_and_flagged(EntrySource source) =>
        Assert.Contains("entry-after-signature",
            Expect.Recorded(CaseStory.Scheduled().Incised().Signed("13:00").When("15:00", Closure.From(source).HappenedAt("12:00")))
                .Receipt.Flags.Select(f => f.Code));

    [Fact]
    public void An_offline_entry_of_a_time_after_the_signature_needs_a_reason() =>
        Expect.Refused(CaseStory.Scheduled().Signed("13:00").When("15:00", Closure.From(EntrySource.Downtime).HappenedAt("13:01")), "record-signed");

    [Fact]
    public void An_entry_at_a_screen_of_a_time_before_the_signature_needs_a_reason() =>
        Expect.Refused(CaseStory.Scheduled().Signed("13:00").When("15:00", Closure.HappenedAt("12:00")), "record-signed");

    public static TheoryData<CaseCommand> AfterTheOperation =>
        [Discharge, Infection, new RecordDeath(), new AddAddendum(new Note("Family informed.")), new RecordFollowUp(Alive: true), new DecideCodes([])];

    [Theory, MemberData(nameof(AfterTheOperation), DisableDiscoveryEnumeration = true)]
    public void After_the_signature_outcomes_and_addenda_go_on(CaseCommand command) =>
        Expect.Recorded(CaseStory.Scheduled().Signed("13:00").When("+5 10:00", command));

    static CommandResult WhenScheduler(CaseStory story, CaseCommand command) => Recording.Record(story.Case, command,
        new Circumstances(CaseStory.Id(99), "", "scheduler-1", CaseStory.Time("09:00"), null, new HashSet<string>(), CaseStory.Rules) { PlanningAlone = true });

    [Fact]
    public void Who_may_plan_alone_takes_planned_things_back()
    {
        var story = CaseStory.Scheduled().At("06:30", new ChangePlan(ScheduledMinutes: 90), out var change).At("06:40", Retract(change), out var retraction);
        Expect.Recorded(WhenScheduler(story, Retract(CaseStory.Id(1))));
        Expect.Recorded(WhenScheduler(story, Retract(retraction)));
        Expect.Recorded(WhenScheduler(story.At("07:00", CallOff, out var callingOff), Retract(callingOff)));
    }

    [Fact]
    public void Who_may_plan_alone_takes_nothing_else_back()
    {
        var story = CaseStory.Scheduled().At("08:00", EnterRoom(), out var entered).At("08:10", Retract(entered), out var retraction)
            .At("08:20", EnterRoom(), out var again);
        foreach (var command in new[] { Retract(again), Retract(retraction), new ChangePlan(ScheduledMinutes: 90).Replacing(again) })
            Assert.Equal(RefusalKind.Forbidden, Expect.Refused(WhenScheduler(story, command), "forbidden").Kind);
    }

    [Fact]
    public void An_entry_id_is_not_used_for_something_else() =>
        Expect.Refused(CaseStory.Scheduled().At("08:00", EnterRoom(), out var entered).When("08:01", EnterRoom("OR-5").Under(entered)), "entry-id-reused");

    [Fact]
    public void A_time_five_minutes_ahead_is_taken() => Expect.Recorded(CaseStory.Scheduled().When("08:00", EnterRoom().HappenedAt("08:05")));

    [Fact]
    public void A_time_more_than_five_minutes_ahead_is_refused() =>
        Expect.Refused(CaseStory.Scheduled().When("08:00", EnterRoom().HappenedAt("08:05:00.000001")), "time-in-the-future");

    public static TheoryData<CaseCommand> TooFarAhead =>
    [
        new EmergePatient(CaseStory.Time("08:06")), Infection with { OnsetAt = CaseStory.Time("08:06") },
        Infection with { DetectedAt = CaseStory.Time("08:06") },
        Correct(CaseStory.Id(1), "08:06"),
        new ReviewComplication(ReviewDecision.Confirmed, OnsetAt: CaseStory.Time("08:06")) { TargetEntryId = CaseStory.Id(1) },
    ];

    [Theory, MemberData(nameof(TooFarAhead), DisableDiscoveryEnumeration = true)]
    public void A_second_time_in_the_future_is_refused_as_well(CaseCommand command) =>
        Expect.Refused(CaseStory.Scheduled().When("08:00", command), "time-in-the-future");

    [Fact]
    public void An_onset_before_any_plausible_time_is_refused() =>
        Expect.Refused(
            CaseStory.Scheduled().When("08:00", Infection with { OnsetAt = new DateTimeOffset(1026, 3, 2, 8, 0, 0, TimeSpan.Zero) }), "senseless-value");

    [Fact]
    public void A_stale_version_is_told_the_present_one() =>
        Assert.Equal(2, Assert.IsType<CommandResult.Stale>(
            CaseStory.Scheduled().At("08:00", EnterRoom()).When("08:10", GeneralAnesthesia, ifMatch: 1)).Version);

    [Fact]
    public void A_version_that_matches_is_recorded() =>
        Expect.Recorded(CaseStory.Scheduled().At("08:00", EnterRoom()).When("08:10", GeneralAnesthesia, ifMatch: 2));
}
