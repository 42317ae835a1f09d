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

    static ChangePlan Emptying(params string[] members) => (ChangePlan)new ChangePlan().WithNulls(members);

    [Fact]
    public void A_slot_is_emptied_from_the_time_of_the_change()
    {
        var story = CaseStory.Scheduled(Steps.Plan()).At("07:00", Emptying("room"));
        Assert.Equal(("OR-3", null), (At(story, "06:59").Room?.Value, At(story, "07:00").Room));
    }

    [Fact]
    public void A_slot_is_filled_again_after_it_was_emptied() =>
        Assert.Equal("OR-5", At(CaseStory.Scheduled(Steps.Plan()).At("07:00", Emptying("room")).At("07:10", ToRoomFive), "08:00").Room?.Value);

    [Fact]
    public void Room_start_and_surgeon_can_be_emptied() => Assert.Empty(Emptying("room", "scheduledStart", "surgeon").Missing());

    [Theory]
    [InlineData("caseNumber")]
    [InlineData("scheduledMinutes")]
    [InlineData("diagnosisCodes")]
    public void Nothing_else_can(string member) => Assert.Contains(Emptying(member, "room").Missing(), m => m.Member == member);

    [Fact]
    public void To_change_nothing_is_no_change() => Assert.Single(new ChangePlan { Note = new Note("nothing") }.Missing());

    [Fact]
    public void A_change_may_be_of_priority_service_class_indication_and_diagnoses()
    {
        var plan = At(CaseStory.Scheduled(Steps.Plan()).At("07:00", new ChangePlan(
            Priority: Priority.Emergency, Service: new Label("Neuro & Spine"), AsaClass: 4, Indication: new Note("worse"),
            DiagnosisCodes: [new Term("M40.2")])),
            "08:00");
        Assert.Equal((Priority.Emergency, "Neuro & Spine", 4, "worse", "M40.2"),
            (plan.Priority, plan.Service?.Value, plan.AsaClass, plan.Indication?.Value, plan.DiagnosisCodes?[0].Value));
    }

    [Fact]
    public void A_case_without_a_number_is_called_the_same_whenever_its_scheduling_is_sent()
    {
        var number = CaseStory.Scheduled(new ScheduleCase()).Entries.Case.Surviving();
        Assert.Matches("^#[BCDFGHJKLMNPQRSTVWXZ]{6}$", Domain.Cases.Plan.Of(number).CaseNumber.Value);
        Assert.Equal(Domain.Cases.Plan.Of(number).CaseNumber, Domain.Cases.Plan.Of(CaseStory.Scheduled(new ScheduleCase()).Entries).CaseNumber);
    }

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
