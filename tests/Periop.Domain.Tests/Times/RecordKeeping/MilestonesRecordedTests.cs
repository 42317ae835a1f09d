using Periop.Domain.Cases;
using Periop.Domain.Times;
using Periop.Domain.Times.RecordKeeping;

namespace Periop.Domain.Tests.Times.RecordKeeping;

public class MilestonesRecordedTests
{
    [Theory]
    [InlineData(LatenessClass.Prompt, RecordedHow.Prompt)]
    [InlineData(LatenessClass.Delayed, RecordedHow.Delayed)]
    [InlineData(LatenessClass.Late, RecordedHow.Late)]
    [InlineData(LatenessClass.Unknown, RecordedHow.Unknown)]
    public void A_milestone_that_is_recorded_is_of_the_class_of_its_time(LatenessClass lateness, RecordedHow how) =>
        Assert.Equal(how, MilestonesRecorded.How(Milestone.Incision, Times(At(lateness), Milestone.Incision)));

    [Fact]
    public void How_soon_a_time_was_recorded_that_is_known_to_the_day_alone_nobody_can_say() => Assert.Equal(
        RecordedHow.Unknown, MilestonesRecorded.How(Milestone.Incision, Times(At(LatenessClass.Prompt) with { ToTheDay = true }, Milestone.Incision)));

    [Theory]
    [InlineData("", "")]
    [InlineData("room-entry", "")]
    [InlineData("dressing", "room-entry time-out incision closure")]
    [InlineData("induction", "room-entry anesthesia-start sign-in")]
    [InlineData("room-entry position skin-prep", "")]
    [InlineData("room-entry sign-in time-out", "")]
    [InlineData("room-entry time-out", "sign-in")]
    [InlineData("room-entry incision", "sign-in time-out")]
    [InlineData("room-entry closure", "time-out incision")]
    [InlineData("room-entry room-exit", "sign-in sign-out")]
    [InlineData("room-entry sign-in time-out incision room-exit", "closure sign-out")]
    [InlineData("room-entry sign-in time-out incision closure sign-out room-exit", "")]
    public void One_that_is_not_recorded_is_missing_only_where_what_comes_after_it_is_recorded(string recorded, string missing)
    {
        var times = Times(At(LatenessClass.Prompt), [.. MilestonesRecorded.All.Where(m => recorded.Split(' ').Contains(m.Name))]);
        Assert.Equal(missing, string.Join(' ', MilestonesRecorded.All.Where(m => MilestonesRecorded.How(m, times) is RecordedHow.NotRecorded)));
        Assert.All(MilestonesRecorded.All.Except(times.Keys), m => Assert.True(MilestonesRecorded.How(m, times) is null or RecordedHow.NotRecorded));
    }

    [Fact]
    public void They_are_those_from_room_entry_to_room_exit() =>
        Assert.Equal(("room-entry", "room-exit", 16), (MilestonesRecorded.All[0].Name, MilestonesRecorded.All[^1].Name, MilestonesRecorded.All.Count));

    static MilestoneTime At(LatenessClass lateness) => new(CaseStory.Id(1), CaseStory.Time("09:00"), lateness, ToTheDay: false, IsTwice: false);

    static Dictionary<Milestone, MilestoneTime> Times(MilestoneTime time, params Milestone[] milestones) => milestones.ToDictionary(m => m, _ => time);
}
