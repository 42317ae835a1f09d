using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Domain.Tests.Cases.Flags;

public class PlanFlagTests
{
    [Fact, Raises("number-missing")]
    public void A_case_without_a_number_is_flagged() => Assert.Contains("number-missing", CaseStory.Scheduled(new ScheduleCase()).Codes);

    [Fact, NearMissOf("number-missing")]
    public void A_case_that_was_given_its_number_is_not() =>
        Assert.DoesNotContain("number-missing", CaseStory.Scheduled(new ScheduleCase()).At("07:00", new ChangePlan(CaseNumber: new Label("2026/1"))).Codes);

    [Fact, Raises("room-unknown")]
    public void A_room_that_the_hospital_does_not_have_is_flagged_for_good()
    {
        var story = CaseStory.InHospitalWith("OR-1").At("07:00", new ChangePlan(Room: new Label("OR-9"))).At("08:00", new EnterRoom(new Label("OR-8")));
        Assert.Equal(2, story.Codes.Count(code => code == "room-unknown"));
        Assert.Equal(2, (story with { Rooms = ["OR-8", "OR-9"] }).Codes.Count(code => code == "room-unknown"));
    }

    [Fact, NearMissOf("room-unknown")]
    public void A_room_that_the_hospital_has_is_no_flag_nor_is_any_where_it_has_named_none()
    {
        Assert.DoesNotContain("room-unknown", CaseStory.InHospitalWith("OR-1").At("08:00", new EnterRoom(new Label("OR-1"))).Codes);
        Assert.DoesNotContain("room-unknown", CaseStory.InHospitalWith().At("08:00", new EnterRoom(new Label("OR-1"))).Codes);
    }
}
