using Periop.Domain.Cases;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases;

public class RoomStayTests
{
    static CaseStory InRoom => CaseStory.Scheduled(Plan("L2")).At("08:00", EnterRoom());

    [Fact]
    public void Before_the_room_there_is_none() => Assert.Equal(new RoomStay(null, null, null), RoomStay.Of(CaseStory.Scheduled().Entries));

    [Fact]
    public void It_begins_with_the_room_entry_and_ends_with_the_exit() => Stays(InRoom.At("11:00", new LeaveRoom()), "08:00", "08:00", "11:00");

    [Fact]
    public void The_same_room_said_again_begins_no_other_stay() => Stays(InRoom.At("08:10", EnterRoom("OR-3")), "08:00", "08:10", null);

    [Fact]
    public void Another_room_does_and_the_patient_came_from_the_first() =>
        Stays(InRoom.At("08:10", EnterRoom("OR-4")), "08:10", "08:10", null, "OR-3");

    [Fact]
    public void So_does_coming_back() => Stays(InRoom.At("11:00", new LeaveRoom()).At("12:00", EnterRoom()), "12:00", "12:00", null);

    [Fact]
    public void A_case_of_which_files_alone_tell_is_of_no_day_unless_they_give_a_time()
    {
        var planned = new ScheduleCase(new("2019-1")).From(EntrySource.Import);
        var story = CaseStory.Scheduled((ScheduleCase)planned);
        Assert.Null(CaseDay.Known(story.Entries));
        Assert.Null(CaseDay.Known(story.At("09:00", new ChangePlan(Surgeon: new("s-1")).From(EntrySource.Import)).Entries));
        Assert.Null(CaseDay.Known(story.At("09:00", new RecordDeath().HappenedAt("07:30").From(EntrySource.Import)).Entries));
        Assert.Equal(CaseStory.Time("07:30"), CaseDay.Known(story.At("09:00", new MakeIncision().HappenedAt("07:30").From(EntrySource.Import)).Entries));
        Assert.Equal(CaseStory.Time("06:00"), CaseDay.Known(CaseStory.Scheduled().Entries));
    }

    [Fact]
    public void What_people_add_to_the_plan_or_the_operation_makes_it_more_than_a_tale_of_files()
    {
        var story = CaseStory.Scheduled((ScheduleCase)new ScheduleCase(new("2019-1")).From(EntrySource.Import));
        Assert.True(story.At("09:00", Infection).At("09:10", new AddAddendum(new("asked"))).Entries.AreToldByFilesAlone());
        Assert.False(story.At("09:00", EnterRoom()).Entries.AreToldByFilesAlone());
        Assert.False(story.At("09:00", new ChangePlan(Surgeon: new("s-1"))).Entries.AreToldByFilesAlone());
    }

    static void Stays(CaseStory story, string from, string seen, string? to, string? cameFrom = null) => Assert.Equal(
        new RoomStay(CaseStory.Time(from), CaseStory.Time(seen), to is null ? null : CaseStory.Time(to), cameFrom), RoomStay.Of(story.Entries));
}
