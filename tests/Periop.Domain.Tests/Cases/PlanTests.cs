using Periop.Domain.Cases;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases;

public class PlanTests
{
    static readonly ChangePlan ToRoomFive = new(Room: new Label("OR-5"));

    static Domain.Cases.Plan At(CaseStory story, string time) => Domain.Cases.Plan.InForceAt(story.Entries, CaseStory.Time(time));

    [Fact]
    public void Before_a_change_the_plan_is_the_first_one() =>
        Assert.Equal("OR-3", At(CaseStory.Scheduled(Steps.Plan()).At("07:00", ToRoomFive), "06:59").Room?.Value);

    [Fact]
    public void From_the_time_of_a_change_the_plan_is_the_changed_one() =>
        Assert.Equal("OR-5", At(CaseStory.Scheduled(Steps.Plan()).At("07:00", ToRoomFive), "07:00").Room?.Value);

    [Fact]
    public void What_a_change_does_not_name_stays_as_it_was() =>
        Assert.Equal(300, At(CaseStory.Scheduled(Steps.Plan()).At("07:00", ToRoomFive), "07:00").ScheduledMinutes);

    [Fact]
    public void A_retracted_change_is_none() =>
        Assert.Equal("OR-3", At(CaseStory.Scheduled(Steps.Plan()).At("07:00", ToRoomFive, out var change).At("07:05", Retract(change)), "08:00").Room?.Value);

    [Fact]
    public void Changes_count_in_the_order_in_which_they_were_made() =>
        Assert.Equal("OR-5", At(CaseStory.Scheduled(Steps.Plan()).At("07:30", ToRoomFive)
            .At("07:40", new ChangePlan(Room: new Label("OR-4")).HappenedAt("07:20")), "08:00").Room?.Value);

    [Fact]
    public void A_case_scheduled_after_its_operation_was_planned_all_along() =>
        Assert.Equal("OR-3", At(CaseStory.Scheduled(Steps.Plan()), "-9 08:00").Room?.Value);

    [Fact]
    public void A_case_entered_in_error_keeps_its_number() =>
        Assert.Equal("2026-0117", At(CaseStory.Scheduled(Steps.Plan()).At("07:00", Retract(CaseStory.Id(1))), "08:00").CaseNumber.Value);

    [Fact]
    public void The_anesthetist_has_the_last_word_on_the_asa_class() =>
        Assert.Equal(4, At(CaseStory.Scheduled(Steps.Plan() with { AsaClass = 3 }).At("08:20", new AnesthetizePatient(4)), "09:00").AsaClass);
}
