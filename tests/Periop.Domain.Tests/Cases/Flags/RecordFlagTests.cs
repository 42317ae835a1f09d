using Periop.Domain.Cases;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases.Flags;

public class RecordFlagTests
{
    [Fact, Raises("entry-after-signature")]
    public void An_intraoperative_entry_after_the_signatures_is_flagged() =>
        Assert.Contains("entry-after-signature", CaseStory.Scheduled().Signed("13:00").At("13:01", Closure.Because("forgotten")).Codes);

    [Fact, NearMissOf("entry-after-signature")]
    public void An_entry_after_the_surgeons_signature_alone_is_no_flag() =>
        Assert.DoesNotContain("entry-after-signature", CaseStory.Scheduled().At("13:00", Sign(TeamRole.Surgeon)).At("13:01", Closure).Codes);

    [Fact, Raises("entry-after-signature")]
    public void What_was_recorded_while_the_record_was_frozen_keeps_its_flag_when_a_signature_is_withdrawn() =>
        Assert.Contains("entry-after-signature", CaseStory.Scheduled().Signed("13:00", out var signature, out _)
            .At("13:01", Closure.Because("forgotten")).At("13:05", Retract(signature)).Codes);

    [Fact, Raises("entry-after-signature")]
    public void Signing_again_takes_no_flag_away() =>
        Assert.Contains("entry-after-signature", CaseStory.Scheduled().Signed("13:00", out var signature, out _)
            .At("13:01", Closure.Because("forgotten")).At("13:05", Retract(signature)).Signed("13:10").Codes);

    [Fact, Raises("entry-after-signature")]
    public void A_second_signature_in_the_same_role_takes_no_flag_away() =>
        Assert.Contains("entry-after-signature", CaseStory.Scheduled().Signed("13:00", out var first, out _)
            .By("surgeon-4").At("13:01", Sign(TeamRole.Surgeon)).At("13:02", Closure.Because("forgotten")).At("13:03", Retract(first)).Codes);

    [Fact, NearMissOf("entry-after-signature")]
    public void Between_a_withdrawn_signature_and_the_next_one_an_entry_is_no_flag() =>
        Assert.DoesNotContain("entry-after-signature", CaseStory.Scheduled().Signed("13:00", out var signature, out _)
            .At("13:05", Retract(signature)).At("13:06", Closure).Signed("13:10").Codes);

    [Fact, Raises("entry-after-signature")]
    public void An_entry_after_a_signature_was_given_back_is_flagged() =>
        Assert.Contains("entry-after-signature", CaseStory.Scheduled().Signed("13:00", out var signature, out _)
            .At("13:05", Retract(signature), out var retraction).At("13:06", Retract(retraction)).At("13:07", Closure.Because("forgotten")).Codes);

    [Fact]
    public void What_was_recorded_while_frozen_and_is_retracted_is_no_flag() =>
        Assert.DoesNotContain(CaseStory.Scheduled().Signed("13:00").At("13:01", Closure.Because("forgotten"), out var closure)
            .At("13:02", Retract(closure)).Flags, f => f.Code == "entry-after-signature" && f.EntryIds.Contains(closure));

    [Fact, Raises("entry-after-signature")]
    public void A_correction_of_a_correction_of_an_intraoperative_time_after_the_signatures_is_flagged() =>
        Assert.Contains("entry-after-signature", CaseStory.Scheduled().At("11:00", Closure, out var closure)
            .At("11:10", Correct(closure, "10:50"), out var correction).Signed("13:00").At("13:01", Correct(correction, "11:11")).Codes);

    [Fact, Raises("signature-withdrawn")]
    public void A_withdrawn_signature_is_flagged_with_what_withdrew_it()
    {
        var story = CaseStory.Scheduled().Signed("13:00", out var signature, out _).At("13:05", Retract(signature), out var retraction);
        Assert.Equal([retraction, signature], story.Flags.Single(f => f.Code == "signature-withdrawn").EntryIds);
    }

    [Fact, Raises("signature-withdrawn")]
    public void A_replaced_signature_is_flagged() =>
        Assert.Contains("signature-withdrawn", CaseStory.Scheduled().At("13:00", Sign(TeamRole.Surgeon), out var signature)
            .At("13:05", Sign(TeamRole.CirculatingNurse).Replacing(signature)).Codes);

    [Fact, NearMissOf("signature-withdrawn")]
    public void A_signature_given_back_is_no_flag() =>
        Assert.DoesNotContain("signature-withdrawn", CaseStory.Scheduled().Signed("13:00", out var signature, out _)
            .At("13:05", Retract(signature), out var retraction).At("13:06", Retract(retraction)).Codes);

    [Fact, NearMissOf("signature-withdrawn")]
    public void A_retraction_of_something_else_withdraws_no_signature() =>
        Assert.DoesNotContain("signature-withdrawn", CaseStory.Scheduled().At("11:00", Closure, out var closure).Signed("13:00")
            .At("13:05", Retract(closure)).Codes);

    [Fact, Raises("called-off-after-surgery")]
    public void A_case_called_off_after_the_closure_is_flagged() =>
        Assert.Contains("called-off-after-surgery", CaseStory.Scheduled().Incised().At("11:00", Closure).At("11:01", CallOff).Codes);

    [Fact, Raises("called-off-after-surgery")]
    public void A_case_called_off_after_the_room_exit_of_an_operated_patient_is_flagged() =>
        Assert.Contains("called-off-after-surgery", CaseStory.Scheduled().Incised().At("11:00", new LeaveRoom()).At("11:01", CallOff).Codes);

    [Fact, NearMissOf("called-off-after-surgery")]
    public void A_case_called_off_after_the_room_exit_without_an_incision_is_no_flag() =>
        Assert.DoesNotContain("called-off-after-surgery",
            CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:30", new LeaveRoom()).At("08:40", CallOff).Codes);

    [Fact, NearMissOf("called-off-after-surgery")]
    public void A_case_called_off_with_the_wound_open_is_no_flag() =>
        Assert.DoesNotContain("called-off-after-surgery", CaseStory.Scheduled().Incised().At("09:00", CallOff).At("09:30", Closure).Codes);

    [Fact, NearMissOf("called-off-after-surgery")]
    public void A_calling_off_recorded_after_the_closure_that_happened_before_it_is_no_flag() =>
        Assert.DoesNotContain("called-off-after-surgery",
            CaseStory.Scheduled().Incised().At("11:00", Closure).At("11:01", CallOff.HappenedAt("10:00")).Codes);

    [Fact, Raises("entry-after-signature")]
    public void A_correction_of_an_intraoperative_time_after_the_signatures_is_flagged() =>
        Assert.Contains("entry-after-signature", CaseStory.Scheduled()
            .At("11:00", Closure, out var closure).Signed("13:00").At("13:01", Correct(closure, "10:50")).Codes);

    [Fact, NearMissOf("entry-after-signature")]
    public void An_outcome_after_the_signatures_is_no_flag() =>
        Assert.DoesNotContain("entry-after-signature", CaseStory.Scheduled().Signed("13:00").At("+9 10:00", Infection).Codes);

    [Fact, NearMissOf("entry-after-signature")]
    public void A_correction_of_an_outcome_after_the_signatures_is_no_flag() =>
        Assert.DoesNotContain("entry-after-signature", CaseStory.Scheduled()
            .Signed("13:00").At("+9 10:00", Infection, out var infection).At("+9 10:01", Retract(infection)).Codes);

    [Fact, Raises("entry-after-calling-off")]
    public void An_imported_step_of_a_cancelled_case_is_flagged() =>
        Assert.Contains("entry-after-calling-off", CaseStory.Scheduled()
            .At("07:00", CallOff).At("12:00", GeneralAnesthesia.From(EntrySource.Import).HappenedAt("08:00")).Codes);

    [Fact, NearMissOf("entry-after-calling-off")]
    public void An_imported_step_from_before_the_calling_off_is_no_flag() =>
        Assert.DoesNotContain("entry-after-calling-off", CaseStory.Scheduled()
            .At("07:00", CallOff).At("12:00", GeneralAnesthesia.From(EntrySource.Import).HappenedAt("06:59")).Codes);

    [Fact, Raises("entry-after-calling-off")]
    public void An_imported_osteotomy_of_an_aborted_case_is_flagged() =>
        Assert.Contains("entry-after-calling-off", CaseStory.Scheduled().Incised()
            .At("09:00", CallOff).At("12:00", Osteotomy("L3").From(EntrySource.Downtime).HappenedAt("09:30")).Codes);

    [Fact, Raises("entry-after-calling-off")]
    public void A_step_keeps_its_flag_when_the_calling_off_is_retracted() =>
        Assert.Contains("entry-after-calling-off", CaseStory.Scheduled().At("07:00", CallOff, out var callingOff)
            .At("12:00", GeneralAnesthesia.From(EntrySource.Import).HappenedAt("08:00")).At("12:10", Retract(callingOff)).Codes);

    [Fact, Raises("entry-after-calling-off")]
    public void A_step_keeps_its_flag_when_the_calling_off_gets_a_later_time() =>
        Assert.Contains("entry-after-calling-off", CaseStory.Scheduled().At("07:00", CallOff, out var callingOff)
            .At("12:00", GeneralAnesthesia.From(EntrySource.Import).HappenedAt("08:00")).At("12:10", Correct(callingOff, "09:00")).Codes);

    [Fact, NearMissOf("entry-after-calling-off")]
    public void A_step_after_the_calling_off_is_retracted_is_no_flag() =>
        Assert.DoesNotContain("entry-after-calling-off", CaseStory.Scheduled().At("07:00", CallOff, out var callingOff)
            .At("07:10", Retract(callingOff)).At("12:00", GeneralAnesthesia.From(EntrySource.Import).HappenedAt("08:00")).Codes);

    [Fact, NearMissOf("entry-after-calling-off")]
    public void A_step_recorded_before_the_calling_off_is_no_flag_when_that_gets_an_earlier_time() =>
        Assert.DoesNotContain("entry-after-calling-off", CaseStory.Scheduled().At("06:30", GeneralAnesthesia)
            .At("07:00", CallOff, out var callingOff).At("07:10", Correct(callingOff, "06:20")).Codes);

    [Fact, Raises("entry-after-calling-off")]
    public void A_step_whose_time_is_corrected_to_one_after_the_calling_off_is_flagged_with_the_correction()
    {
        var story = CaseStory.Scheduled().At("07:00", CallOff).At("12:00", GeneralAnesthesia.From(EntrySource.Import).HappenedAt("06:59"), out var start)
            .At("12:10", Correct(start, "08:00"), out var correction);
        Assert.Contains(correction, story.Flags.Single(f => f.Code == "entry-after-calling-off").EntryIds);
    }

    [Fact, Raises("entry-after-calling-off")]
    public void A_change_of_plan_from_a_file_after_the_calling_off_is_flagged() =>
        Assert.Contains("entry-after-calling-off", CaseStory.Scheduled()
            .At("07:00", CallOff).At("12:00", new ChangePlan(ScheduledMinutes: 60).From(EntrySource.Import)).Codes);

    [Fact, NearMissOf("entry-after-calling-off")]
    public void A_step_after_a_calling_off_that_came_too_late_is_no_flag() =>
        Assert.DoesNotContain("entry-after-calling-off", CaseStory.Scheduled().Incised().At("11:00", Closure)
            .At("11:05", CallOff).At("12:00", Screw().From(EntrySource.Downtime).HappenedAt("11:10")).Codes);

    [Fact, NearMissOf("entry-after-calling-off")]
    public void Closing_an_aborted_case_is_no_flag() =>
        Assert.DoesNotContain("entry-after-calling-off", CaseStory.Scheduled().Incised()
            .At("09:00", CallOff).At("09:30", Closure).At("09:40", new LeaveRoom()).Codes);

    [Fact, NearMissOf("entry-after-calling-off")]
    public void Taking_an_implant_out_of_an_aborted_case_is_no_flag() =>
        Assert.DoesNotContain("entry-after-calling-off", CaseStory.Scheduled().Incised().At("08:55", Screw(), out var screw)
            .At("09:00", CallOff).At("09:30", new RemoveHardware(screw)).Codes);

    [Fact, Raises("entry-after-calling-off")]
    public void An_imported_room_entry_after_the_calling_off_is_flagged() =>
        Assert.Contains("entry-after-calling-off", CaseStory.Scheduled()
            .At("07:00", CallOff).At("12:00", EnterRoom().From(EntrySource.Import).HappenedAt("08:00")).Codes);

    [Fact, Raises("entry-after-death")]
    public void A_therapy_after_the_recorded_death_is_flagged() =>
        Assert.Contains("entry-after-death", CaseStory.Scheduled().At("12:00", new RecordDeath()).At("12:01", new StartPhysicalTherapy()).Codes);

    [Fact, Raises("entry-after-death")]
    public void An_attempt_to_follow_up_after_the_recorded_death_is_flagged() =>
        Assert.Contains("entry-after-death", CaseStory.Scheduled().At("12:00", new RecordDeath())
            .At("+40 12:00", new AttemptFollowUp(FollowUpMethod.Call, FollowUpResult.Reached)).Codes);

    [Fact, NearMissOf("entry-after-death")]
    public void A_therapy_at_the_time_of_death_is_no_flag() =>
        Assert.DoesNotContain("entry-after-death", CaseStory.Scheduled().At("12:00", new RecordDeath()).At("12:00", new StartPhysicalTherapy()).Codes);

    [Fact, NearMissOf("entry-after-death")]
    public void Leaving_the_room_and_the_addendum_after_a_death_are_no_flag() =>
        Assert.DoesNotContain("entry-after-death", CaseStory.Scheduled()
            .At("12:00", new RecordDeath()).At("12:30", new LeaveRoom()).At("13:00", new AddAddendum(new Note("Family informed."))).Codes);
}
