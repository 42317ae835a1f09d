using Periop.Domain.Cases;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases;

public class MilestoneTests
{
    [Fact]
    public void Every_milestone_has_a_name_of_its_own() => Assert.Equal(Milestone.All.Count, Milestone.All.Select(m => m.Name).Distinct().Count());

    [Theory]
    [InlineData(SafetyCheckPhase.SignIn, "sign-in")]
    [InlineData(SafetyCheckPhase.TimeOut, "time-out")]
    [InlineData(SafetyCheckPhase.SignOut, "sign-out")]
    public void Each_phase_of_the_checklist_is_a_milestone(SafetyCheckPhase phase, string name) =>
        Assert.Equal(name, Milestone.Of(new SafetyCheckCompleted(phase, null))?.Name);

    [Fact]
    public void A_blood_loss_is_no_milestone() => Assert.Null(Milestone.Of(new BloodLossEstimated(100)));

    [Theory]
    [InlineData("incision")]
    [InlineData("time-out")]
    [InlineData("closure")]
    [InlineData("position")]
    public void A_staged_case_may_have_two(string name) => Assert.False(Milestone.All.Single(m => m.Name == name).IsOnce);

    [Theory]
    [InlineData("anesthesia-start")]
    [InlineData("room-exit")]
    [InlineData("discharge")]
    [InlineData("death")]
    public void A_case_has_only_one(string name) => Assert.True(Milestone.All.Single(m => m.Name == name).IsOnce);

    [Fact]
    public void A_milestone_recorded_more_than_20_minutes_later_is_late() => Assert.True(IsLate("09:05:01", new MakeIncision().HappenedAt("08:45")));

    [Fact]
    public void A_milestone_recorded_20_minutes_later_is_not_late() => Assert.False(IsLate("09:05", new MakeIncision().HappenedAt("08:45")));

    [Fact]
    public void A_device_may_be_late() => Assert.True(IsLate("10:00", new MakeIncision().HappenedAt("08:45").From(EntrySource.Device)));

    [Theory]
    [InlineData(EntrySource.Import)]
    [InlineData(EntrySource.Downtime)]
    public void What_is_meant_to_come_later_is_not_late(EntrySource source) =>
        Assert.False(IsLate("18:00", new MakeIncision().HappenedAt("08:45").From(source)));

    [Fact]
    public void What_is_no_milestone_is_not_late() => Assert.False(IsLate("10:00", new EstimateBloodLoss(100).HappenedAt("08:45")));

    [Fact]
    public void What_happened_before_the_room_entry_is_not_late() => Assert.False(IsLate("10:00", GeneralAnesthesia.HappenedAt("07:59")));

    [Fact]
    public void What_happened_after_the_room_exit_is_not_late() => Assert.False(IsLate("14:00", new EndAnesthesia().HappenedAt("12:01")));

    [Fact]
    public void The_room_exit_itself_may_be_late() =>
        Assert.True(IsLate(CaseStory.Scheduled().At("08:00", EnterRoom()), "14:00", new LeaveRoom().HappenedAt("12:00")));

    [Fact]
    public void Without_a_room_entry_nothing_is_late() => Assert.False(IsLate(CaseStory.Scheduled(), "14:00", new MakeIncision().HappenedAt("08:45")));

    [Fact]
    public void A_correction_to_an_earlier_time_makes_an_entry_late()
    {
        var story = CaseStory.Scheduled().At("08:00", EnterRoom()).At("09:00", new MakeIncision(), out var incision).At("09:10", Correct(incision, "08:30"));
        Assert.True(Lateness.IsLate(story[incision], story.Entries));
    }

    /// <summary>In a case whose patient was in the room from eight to noon, which was noted in the evening.</summary>
    static bool IsLate(string recorded, CaseCommand command)
    {
        var story = CaseStory.Scheduled().At("08:00", EnterRoom()).At(recorded, command, out var entry).At("20:00", new LeaveRoom().HappenedAt("12:00"));
        return Lateness.IsLate(story[entry], story.Entries);
    }

    static bool IsLate(CaseStory story, string recorded, CaseCommand command)
    {
        var told = story.At(recorded, command, out var entry);
        return Lateness.IsLate(told[entry], told.Entries);
    }
}
