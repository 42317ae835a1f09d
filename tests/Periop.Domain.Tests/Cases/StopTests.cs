using Periop.Domain.Cases;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases;

public class StopTests
{
    static CaseStory WithoutTimeOut => CaseStory.Scheduled().At("08:00", EnterRoom());

    [Fact]
    public void Four_rules_stop_by_default() =>
        Assert.Equal(["before-incision", "before-room-entry", "level-outside-plan", "time-out-missing"],
            CaseStory.Rules.DefaultStops.Order(StringComparer.Ordinal));

    [Fact]
    public void An_incision_before_the_room_entry_is_stopped() =>
        Expect.Stopped(CaseStory.Scheduled().At("08:40", TimeOut).When("08:45", new MakeIncision()), "before-room-entry");

    [Fact]
    public void An_implant_before_the_incision_is_stopped() => Expect.Stopped(WithoutTimeOut.When("08:45", Screw()), "before-incision");

    [Fact]
    public void An_incision_before_the_time_out_needs_an_override() => Expect.Stopped(WithoutTimeOut.When("08:45", new MakeIncision()), "time-out-missing");

    [Fact]
    public void An_osteotomy_at_a_level_outside_the_plan_is_stopped() =>
        Expect.Stopped(CaseStory.Scheduled(Plan("L2")).Incised().When("09:30", Osteotomy("L4")), "level-outside-plan");

    [Fact]
    public void Several_stops_are_named_together() =>
        Assert.Equal(["before-room-entry", "before-incision"],
            Assert.IsType<CommandResult.Stopped>(CaseStory.Scheduled().When("09:30", Screw())).Flags.Select(f => f.Code));

    [Fact]
    public void An_incision_after_the_time_out_is_not_stopped() => Expect.Recorded(WithoutTimeOut.At("08:40", TimeOut).When("08:45", new MakeIncision()));

    [Fact]
    public void An_override_records_what_was_stopped() =>
        Assert.Contains("time-out-missing",
            Expect.Recorded(WithoutTimeOut.When("08:45", new MakeIncision().Overriding("bleeding"))).Receipt.Flags.Select(f => f.Code));

    [Fact]
    public void The_flag_carries_the_reason_of_the_override() =>
        Assert.Equal("bleeding", Expect.Recorded(WithoutTimeOut.When("08:45", new MakeIncision().Overriding("bleeding")))
            .Receipt.Flags.Single(f => f.Code == "time-out-missing").Override?.Value);

    [Theory]
    [InlineData(EntrySource.Import)]
    [InlineData(EntrySource.Downtime)]
    [InlineData(EntrySource.Device)]
    public void What_does_not_come_from_a_screen_is_flagged_and_never_stopped(EntrySource source) =>
        Assert.Contains("time-out-missing", Expect.Recorded(WithoutTimeOut.When("08:45", new MakeIncision().From(source))).Receipt.Flags.Select(f => f.Code));

    [Fact]
    public void A_hospital_may_stop_at_other_flags() =>
        Expect.Stopped(
            (CaseStory.Scheduled().Incised() with { Stops = new HashSet<string>(StringComparer.Ordinal) { "count-missing" } }).When("11:00", Closure),
            "count-missing");

    [Fact]
    public void A_hospital_may_stop_at_nothing() =>
        Expect.Recorded((WithoutTimeOut with { Stops = new HashSet<string>(StringComparer.Ordinal) }).When("08:45", new MakeIncision()));

    [Fact]
    public void A_flag_that_another_entry_raised_stops_nothing() =>
        Expect.Recorded(WithoutTimeOut.At("08:45", new MakeIncision()).When("08:50", new EstimateBloodLoss(100)));

    [Fact]
    public void A_correction_that_makes_another_entry_wrong_is_not_stopped() =>
        Assert.Contains("time-out-missing", Expect.Recorded(WithoutTimeOut
            .At("08:40", TimeOut, out var timeOut).At("08:45", new MakeIncision()).When("09:00", Retract(timeOut))).Receipt.Flags.Select(f => f.Code));
}
