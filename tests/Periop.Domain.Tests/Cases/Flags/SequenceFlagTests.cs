using Periop.Domain.Cases;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases.Flags;

public class SequenceFlagTests
{
    [Fact, Raises("before-room-entry")]
    public void An_incision_before_the_patient_is_in_the_room_is_flagged() =>
        Assert.Contains("before-room-entry", CaseStory.Scheduled().At("08:45", new MakeIncision()).Codes);

    [Fact, NearMissOf("before-room-entry")]
    public void An_incision_at_the_very_time_of_the_room_entry_is_in_order() =>
        Assert.DoesNotContain("before-room-entry", CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:00", new MakeIncision()).Codes);

    [Fact, NearMissOf("before-room-entry")]
    public void A_room_entry_recorded_later_for_an_earlier_time_takes_the_flag_away() =>
        Assert.DoesNotContain("before-room-entry", CaseStory.Scheduled().At("08:45", new MakeIncision()).At("09:00", EnterRoom().HappenedAt("08:00")).Codes);

    [Fact, Raises("before-incision")]
    public void An_implant_before_the_incision_is_flagged() =>
        Assert.Contains("before-incision", CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:30", Screw()).At("08:45", new MakeIncision()).Codes);

    [Fact, NearMissOf("before-incision")]
    public void An_implant_at_the_time_of_the_incision_is_in_order() =>
        Assert.DoesNotContain("before-incision", CaseStory.Scheduled().Incised().At("08:45", Screw()).Codes);

    [Fact, Raises("order-unusual")]
    public void A_closure_before_closing_started_is_unusual() =>
        Assert.Contains("order-unusual", CaseStory.Scheduled().Incised().At("11:00", Closure).At("11:01", new StartClosing()).Codes);

    [Fact, NearMissOf("order-unusual")]
    public void A_closure_at_the_time_closing_started_is_not_unusual() =>
        Assert.DoesNotContain("order-unusual", CaseStory.Scheduled().Incised().At("11:00", Closure).At("11:00", new StartClosing()).Codes);

    [Fact, NearMissOf("order-unusual")]
    public void Anesthesia_ending_after_the_patient_left_the_room_is_not_unusual() =>
        Assert.DoesNotContain("order-unusual", CaseStory.Scheduled().Incised()
            .At("11:00", Closure).At("11:30", new LeaveRoom()).At("11:40", new EndAnesthesia()).Codes);

    [Fact, NearMissOf("order-unusual")]
    public void A_second_incision_after_the_first_closure_is_not_unusual() =>
        Assert.DoesNotContain("order-unusual", CaseStory.Scheduled().Incised().At("10:00", Closure).At("11:00", new MakeIncision()).At("12:00", Closure).Codes);

    [Fact, Raises("order-unusual")]
    public void An_unusual_order_names_both_entries()
    {
        var story = CaseStory.Scheduled().Incised().At("11:00", Closure, out var closed).At("11:01", new StartClosing(), out var closing);
        Assert.Equal([closing, closed], Assert.Single(story.Flags, f => f.Code == "order-unusual").EntryIds);
    }
}
