using Periop.Domain.Cases;
using Periop.Domain.Times.Metrics;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Times.Metrics;

public class OnTimeStartTests
{
    static readonly Operated First = new(1) { In = "08:00" };

    [Theory]
    [InlineData("first-case-no-grace", "08:00", 1)]
    [InlineData("first-case-no-grace", "07:55", 1)]
    [InlineData("first-case-no-grace", "08:00:01", 0)]
    [InlineData("first-case-59-seconds", "08:00:59", 1)]
    [InlineData("first-case-59-seconds", "08:01", 0)]
    [InlineData("first-case-5-minutes", "08:05", 1)]
    [InlineData("first-case-5-minutes", "08:05:01", 0)]
    public void A_start_is_on_time_up_to_the_grace_of_its_definition(string definition, string entered, int onTime) =>
        Assert.Equal(onTime, Assert.Single(Operated.By(definition, First with { In = entered }).Measurements).Numerator);

    [Fact]
    public void It_is_measured_at_the_incision_where_the_definition_says_so()
    {
        var measurement = Assert.Single(Operated.By("first-case-incision", First with { In = "07:50", Incision = "08:20" }).Measurements);
        Assert.Equal((20, 0), (measurement.Minutes, measurement.Numerator));
    }

    [Fact]
    public void Only_the_first_case_of_a_room_and_day_counts()
    {
        var second = new Operated(2) { Scheduled = "10:00", In = "09:00" };
        var elsewhere = new Operated(3) { Room = "OR-2", Scheduled = "10:00", In = "10:30" };
        var nextDay = new Operated(4) { Scheduled = "+1 08:00", In = "+1 08:10" };
        var measured = Operated.By("first-case-no-grace", second, First, elsewhere, nextDay);
        Assert.Equal([First.Id, elsewhere.Id, nextDay.Id], measured.Measurements.Select(m => m.CaseIds[0]).Order());
        Assert.Equal("not the first case of its room and day", Operated.WhyNot(measured, second));
    }

    [Fact]
    public void Of_two_planned_for_the_same_moment_the_one_that_came_first_is_the_first_case() =>
        Assert.Equal(CaseStory.Id(2), Assert.Single(
            Operated.By("first-case-no-grace", First with { In = "08:20" }, new Operated(2) { In = "08:10" }).Measurements).CaseIds[0]);

    [Fact]
    public void After_a_cancelled_case_the_next_is_the_first()
    {
        var cancelled = CaseTimes.Of((First with { In = null }).Story.At("07:00", CallOff).Entries);
        var next = new Operated(2) { Scheduled = "09:00", In = "09:00" };
        var measured = Operated.By("first-case-no-grace", cancelled, next.Times);
        Assert.Equal(next.Id, Assert.Single(measured.Measurements).CaseIds[0]);
        Assert.Equal("cancelled", Operated.WhyNot(measured, First));
    }

    [Fact]
    public void Without_a_room_entry_the_first_case_is_not_measured_and_no_other_in_its_place()
    {
        var measured = Operated.By("first-case-no-grace", First with { In = null }, new Operated(2) { Scheduled = "10:00", In = "10:00" });
        Assert.Empty(measured.Measurements);
        Assert.Equal("room-entry is not recorded", Operated.WhyNot(measured, First));
    }

    [Fact]
    public void Without_a_planned_start_or_room_there_is_nothing_to_be_on_time_for()
    {
        Assert.Equal("no start was planned", Operated.WhyNot(Operated.By("first-case-no-grace", First with { Scheduled = null }), First));
        Assert.Equal("no room was planned", Operated.WhyNot(Operated.By("first-case-no-grace", First with { Room = null }), First));
    }

    [Theory]
    [InlineData("06:59", false)]
    [InlineData("07:00", true)]
    [InlineData("09:00", true)]
    [InlineData("09:01", false)]
    public void A_definition_may_count_only_first_cases_of_the_morning(string scheduled, bool counts)
    {
        var measured = Operated.By("first-case-59-seconds", First with { Scheduled = scheduled, In = scheduled });
        Assert.Equal(counts ? 1 : 0, measured.Measurements.Count);
        if (!counts)
            Assert.Equal("scheduled outside 07:00 to 09:00", Operated.WhyNot(measured, First));
    }

    [Fact]
    public void A_definition_may_leave_urgent_cases_out()
    {
        var urgent = First with { Priority = Priority.Urgent };
        var elective = new Operated(2) { Scheduled = "09:00", In = "09:00", Priority = Priority.Elective };
        var measured = Operated.By("first-case-59-seconds", urgent, elective);
        Assert.Equal(elective.Id, Assert.Single(measured.Measurements).CaseIds[0]);
        Assert.Equal("its priority is urgent", Operated.WhyNot(measured, urgent));
        Assert.Equal(urgent.Id, Assert.Single(Operated.By("first-case-no-grace", urgent, elective).Measurements).CaseIds[0]);
    }

    /// <summary>Otherwise every delay would be made good by moving the plan.</summary>
    [Fact]
    public void A_plan_that_is_moved_after_the_patient_came_changes_nothing()
    {
        var moved = First.Story.At("08:30", new ChangePlan(ScheduledStart: CaseStory.Time("07:00")));
        Assert.Equal(0, Assert.Single(Operated.By("first-case-no-grace", CaseTimes.Of(moved.Entries)).Measurements).Minutes);
    }

    [Fact]
    public void A_plan_that_was_told_afterwards_counts_where_there_was_none()
    {
        var told = (First with { Scheduled = null }).Story.At("+1 08:30", new ChangePlan(ScheduledStart: CaseStory.Time("07:50")));
        Assert.Equal(10, Assert.Single(Operated.By("first-case-no-grace", CaseTimes.Of(told.Entries)).Measurements).Minutes);
    }

    [Fact]
    public void The_days_are_those_of_the_hospital()
    {
        var lateEvening = new Operated(2) { Scheduled = "23:30", In = "23:40" };
        var afterMidnight = new Operated(3) { Scheduled = "+1 00:10", In = "+1 00:10" };
        Assert.Equal(2, Operated.By("first-case-no-grace", lateEvening, afterMidnight).Measurements.Count);
    }

    [Fact]
    public void A_measurement_names_its_entry_and_how_late_that_was_recorded()
    {
        var recordedLate = CaseTimes.Of((First with { In = null }).Story.At("08:30", EnterRoom().HappenedAt("08:05"), out var entry).Entries);
        var measurement = Assert.Single(Operated.By("first-case-5-minutes", recordedLate).Measurements);
        Assert.Equal((entry, LatenessClass.Late), (Assert.Single(measurement.EntryIds), measurement.Lateness));
    }
}
