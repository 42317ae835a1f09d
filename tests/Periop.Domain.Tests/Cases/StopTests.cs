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
    public void A_stop_names_what_could_be_recorded_first() =>
        Assert.Equal([TimeOut], Stopped(WithoutTimeOut.When("08:45", new MakeIncision())).Missing);

    [Fact]
    public void What_is_missing_is_named_in_its_order_with_what_it_lacks_itself() =>
        Assert.Equal([EnterRoom(), TimeOut, new MakeIncision()], Stopped(CaseStory.Scheduled().When("09:30", Screw())).Missing);

    [Fact]
    public void A_level_outside_the_plan_is_missing_in_the_plan()
    {
        var missing = Assert.Single(Stopped(CaseStory.Scheduled(Plan("L2", "L3")).Incised().When("09:30", Osteotomy("L1"))).Missing);
        Assert.Equal(["L1", "L2", "L3"], Assert.IsType<ChangePlan>(missing).Procedure!.Levels!.Select(l => l.Value));
    }

    /// <summary>It is recorded, only later: then one of the times is wrong, and another entry would double it.</summary>
    [Fact]
    public void A_room_entry_that_is_recorded_for_later_is_not_missing() =>
        Assert.Empty(Stopped(CaseStory.Scheduled().At("08:40", TimeOut.HappenedAt("07:40")).At("08:50", EnterRoom())
            .When("08:55", new MakeIncision().HappenedAt("08:45"))).Missing);

    /// <summary>How a count came out is a fact: nobody can name it before.</summary>
    [Fact]
    public void What_has_to_be_found_out_first_is_not_named() =>
        Assert.Empty(Stopped((CaseStory.Scheduled().Incised() with { Stops = new HashSet<string>(StringComparer.Ordinal) { "count-missing" } })
            .When("11:00", Closure)).Missing);

    [Fact]
    public void With_what_was_missing_recorded_nothing_stops_any_more()
    {
        var (story, minute) = (CaseStory.Scheduled(Plan("L2")), 0);
        foreach (var step in Stopped(story.When("09:30", Osteotomy("L4"))).Missing)
            story = story.At($"09:{++minute:00}", step);
        Expect.Recorded(story.When("09:30", Osteotomy("L4")));
    }

    [Fact]
    public void What_a_replacement_takes_away_is_missing()
    {
        var story = CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:40", TimeOut, out var timeOut);
        Assert.Equal([TimeOut], Stopped(story.When("08:45", new MakeIncision().Replacing(timeOut))).Missing);
    }

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

    static CommandResult.Stopped Stopped(CommandResult result) => Assert.IsType<CommandResult.Stopped>(result);

    [Fact]
    public void A_correction_that_makes_another_entry_wrong_is_not_stopped() =>
        Assert.Contains("time-out-missing", Expect.Recorded(WithoutTimeOut
            .At("08:40", TimeOut, out var timeOut).At("08:45", new MakeIncision()).When("09:00", Retract(timeOut))).Receipt.Flags.Select(f => f.Code));
}
