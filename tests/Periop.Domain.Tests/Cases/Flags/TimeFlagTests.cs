using Periop.Domain.Cases;
using Periop.Domain.Spine;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases.Flags;

public class TimeFlagTests
{
    [Fact, Raises("recorded-late")]
    public void A_milestone_recorded_more_than_20_minutes_later_is_flagged() =>
        Assert.Contains("recorded-late", CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:20:01", new MakeIncision().HappenedAt("08:00")).Codes);

    [Fact, NearMissOf("recorded-late")]
    public void A_milestone_recorded_20_minutes_later_is_not_late() =>
        Assert.DoesNotContain("recorded-late", CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:20", new MakeIncision().HappenedAt("08:00")).Codes);

    [Fact, Raises("recorded-twice")]
    public void A_second_induction_is_flagged_with_both() =>
        Assert.Contains("recorded-twice", CaseStory.Scheduled().At("08:00", new InduceAnesthesia()).At("08:05", new InduceAnesthesia()).Codes);

    [Fact, NearMissOf("recorded-twice")]
    public void A_second_induction_is_no_flag_once_the_first_is_retracted() =>
        Assert.DoesNotContain("recorded-twice", CaseStory.Scheduled()
            .At("08:00", new InduceAnesthesia(), out var first).At("08:05", new InduceAnesthesia()).At("08:06", Retract(first)).Codes);

    [Fact, NearMissOf("recorded-twice")]
    public void A_second_incision_is_no_flag() =>
        Assert.DoesNotContain("recorded-twice", CaseStory.Scheduled().Incised().At("10:00", new MakeIncision()).Codes);

    [Fact, Raises("recorded-twice")]
    public void Entering_the_planned_room_twice_is_flagged() =>
        Assert.Contains("recorded-twice", CaseStory.Scheduled(Plan()).At("08:00", EnterRoom()).At("08:05", EnterRoom("OR-3")).Codes);

    [Fact, NearMissOf("recorded-twice")]
    public void Entering_another_room_is_a_transfer() =>
        Assert.DoesNotContain("recorded-twice", CaseStory.Scheduled(Plan()).At("08:00", EnterRoom()).At("08:05", EnterRoom("OR-5")).Codes);

    [Fact, Raises("recorded-twice")]
    public void Entering_a_room_that_nobody_named_and_then_one_by_name_is_flagged() =>
        Assert.Contains("recorded-twice", CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:05", EnterRoom("OR-3")).Codes);

    [Fact, NearMissOf("recorded-twice")]
    public void Coming_back_into_the_first_room_is_a_transfer_too() =>
        Assert.DoesNotContain("recorded-twice",
            CaseStory.Scheduled(Plan()).At("08:00", EnterRoom()).At("08:05", EnterRoom("OR-5")).At("08:10", EnterRoom("OR-3")).Codes);

    [Fact, Raises("recorded-twice")]
    public void Of_a_room_entry_recorded_twice_flag_duration_lateness_and_order_take_the_first_recorded()
    {
        var story = CaseStory.Scheduled(Plan()).At("08:00", EnterRoom("OR-3"), out var first)
            .At("08:05", EnterRoom().HappenedAt("07:50")).At("08:10", new MakeIncision().HappenedAt("07:55")).At("09:00", new LeaveRoom());
        var inRoom = Domain.Times.Duration.Of(story.Entries).Single(d => d.Name == "in-room");
        Assert.Equal(first, story.Flags.Single(f => f.Code == "recorded-twice").EntryIds[0]);
        Assert.Equal((60m, first, "room-entry is recorded twice"), (inRoom.Minutes, inRoom.FromEntryId, inRoom.Reason));
        Assert.Contains("before-room-entry", story.Codes);
    }

    public static TheoryData<CaseCommand> MayBeDoubled =>
    [
        Screw(udi: "(01)51022222233336(10)A213B1") with { Level = new Level("L3") }, Antibiotic("cefazolin"), new GiveBloodProduct(new Term("red-cells"), 1),
        new RecordFluid(FluidKind.Crystalloid, 500, new Term("ml")), new WasteHardware { Kind = HardwareKind.Rod, Code = new Term("dropped") },
    ];

    [Theory, MemberData(nameof(MayBeDoubled), DisableDiscoveryEnumeration = true), Raises("possibly-doubled")]
    public void What_is_recorded_twice_alike_within_two_minutes_is_perhaps_doubled(CaseCommand command)
    {
        var story = CaseStory.Scheduled().Incised().At("09:00", command, out var first).At("09:02", command, out var second);
        Assert.Equal([first, second], story.Flags.Single(f => f.Code == "possibly-doubled").EntryIds);
    }

    [Theory, MemberData(nameof(MayBeDoubled), DisableDiscoveryEnumeration = true), NearMissOf("possibly-doubled")]
    public void What_is_recorded_alike_more_than_two_minutes_later_is_another(CaseCommand command) =>
        Assert.DoesNotContain("possibly-doubled", CaseStory.Scheduled().Incised().At("09:00", command).At("09:02:01", command).Codes);

    [Fact, Raises("possibly-doubled")]
    public void The_words_of_a_note_do_not_keep_two_entries_apart() =>
        Assert.Contains("possibly-doubled", CaseStory.Scheduled().Incised()
            .At("09:00", Screw() with { Note = new Note("left of the rod") }).At("09:01", Screw() with { Note = new Note("again") }).Codes);

    [Fact, NearMissOf("possibly-doubled")]
    public void A_device_at_another_level_is_another() =>
        Assert.DoesNotContain("possibly-doubled", CaseStory.Scheduled().Incised()
            .At("09:00", Screw() with { Levels = [new Level("L3")] }).At("09:01", Screw() with { Levels = [new Level("L4")] }).Codes);

    [Fact, NearMissOf("possibly-doubled")]
    public void A_replaced_dose_is_not_doubled() =>
        Assert.DoesNotContain("possibly-doubled", CaseStory.Scheduled().Incised()
            .At("09:00", Antibiotic("cefazolin"), out var first).At("09:01", Antibiotic("cefazolin").Replacing(first)).Codes);

    [Fact, Raises("longer-than-planned")]
    public void A_minute_in_the_room_more_than_planned_is_flagged() =>
        Assert.Contains("longer-than-planned", CaseStory.Scheduled(Plan()).At("08:00", EnterRoom()).At("13:01", new LeaveRoom()).Codes);

    [Fact, NearMissOf("longer-than-planned")]
    public void As_long_in_the_room_as_planned_is_in_order() =>
        Assert.DoesNotContain("longer-than-planned", CaseStory.Scheduled(Plan()).At("08:00", EnterRoom()).At("13:00", new LeaveRoom()).Codes);

    [Fact, NearMissOf("longer-than-planned")]
    public void The_duration_planned_last_decides() =>
        Assert.DoesNotContain("longer-than-planned", CaseStory.Scheduled(Plan()).At("08:00", EnterRoom())
            .At("09:00", new ChangePlan(ScheduledMinutes: 400)).At("13:01", new LeaveRoom()).Codes);

    [Fact, Raises("implausible-duration")]
    public void More_than_a_day_in_the_room_is_implausible() =>
        Assert.Contains("implausible-duration", CaseStory.Scheduled().At("08:00", EnterRoom()).At("+1 08:01", new LeaveRoom()).Codes);

    [Fact, NearMissOf("implausible-duration")]
    public void A_day_in_the_room_is_long_but_plausible() =>
        Assert.DoesNotContain("implausible-duration", CaseStory.Scheduled().At("08:00", EnterRoom()).At("+1 08:00", new LeaveRoom()).Codes);

    [Fact, NearMissOf("implausible-duration")]
    public void A_stay_of_a_week_is_plausible() =>
        Assert.DoesNotContain("implausible-duration", CaseStory.Scheduled()
            .At("08:00", EnterRoom()).At("12:00", new LeaveRoom()).At("+7 12:00", Discharge).Codes);

    [Fact, Raises("milestone-missing")]
    public void A_discharge_without_a_recorded_closure_is_flagged() =>
        Assert.Equal(["The closure of the wound is not recorded."],
            Missing(CaseStory.Scheduled().Incised().At("12:00", new LeaveRoom()).At("+5 10:00", Discharge)));

    [Fact, Raises("milestone-missing")]
    public void A_death_without_the_end_of_anesthesia_is_flagged() =>
        Assert.Equal(["The end of anesthesia is not recorded."], Missing(CaseStory.Scheduled().At("08:00", GeneralAnesthesia).At("09:00", new RecordDeath())));

    [Fact, Raises("milestone-missing")]
    public void A_discharge_without_a_room_exit_is_flagged() =>
        Assert.Equal(["The patient leaving the room is not recorded."], Missing(CaseStory.Scheduled().At("08:00", EnterRoom()).At("+5 10:00", Discharge)));

    [Fact, NearMissOf("milestone-missing")]
    public void A_discharge_after_a_complete_operation_is_in_order() =>
        Assert.Empty(Missing(CaseStory.Scheduled().At("08:00", GeneralAnesthesia).Incised()
            .At("11:00", Closure).At("11:30", new LeaveRoom()).At("11:40", new EndAnesthesia()).At("+5 10:00", new DischargePatient(new Term("home")))));

    [Fact, NearMissOf("milestone-missing")]
    public void Before_the_discharge_nothing_is_missing_yet() =>
        Assert.Empty(Missing(CaseStory.Scheduled().Incised().At("12:00", new LeaveRoom())));

    static IEnumerable<string> Missing(CaseStory story) => story.Flags.Where(f => f.Code == "milestone-missing").Select(f => f.Message);
}
