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

    [Fact, NearMissOf("entry-after-death")]
    public void A_therapy_at_the_time_of_death_is_no_flag() =>
        Assert.DoesNotContain("entry-after-death", CaseStory.Scheduled().At("12:00", new RecordDeath()).At("12:00", new StartPhysicalTherapy()).Codes);

    [Fact, NearMissOf("entry-after-death")]
    public void Leaving_the_room_and_the_addendum_after_a_death_are_no_flag() =>
        Assert.DoesNotContain("entry-after-death", CaseStory.Scheduled()
            .At("12:00", new RecordDeath()).At("12:30", new LeaveRoom()).At("13:00", new AddAddendum(new Note("Family informed."))).Codes);
}
