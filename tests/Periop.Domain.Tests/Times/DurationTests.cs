using Periop.Domain.Cases;
using Periop.Domain.Times;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Times;

public class DurationTests
{
    static Duration Of(CaseStory story, string name) => Duration.Of(story.Entries).Single(d => d.Name == name);

    [Theory]
    [InlineData("room-entry-to-incision", 45)]
    [InlineData("cut-to-close", 135)]
    [InlineData("closure-to-room-exit", 30)]
    [InlineData("in-room", 210)]
    [InlineData("anesthesia", 230)]
    [InlineData("recovery", 90)]
    [InlineData("stay", 4 * 24 * 60)]
    public void A_duration_is_the_time_between_its_milestones(string name, int minutes) =>
        Assert.Equal(minutes, Of(CaseStory.Scheduled().At("07:50", GeneralAnesthesia).Incised().At("11:00", Closure).At("11:05", new ApplyDressing())
            .At("11:30", new LeaveRoom()).At("11:35", new EnterRecovery()).At("11:40", new EndAnesthesia())
            .At("13:05", new LeaveRecovery()).At("+4 11:30", Discharge), name).Minutes);

    [Fact]
    public void Without_its_beginning_a_duration_cannot_be_said() =>
        Assert.Equal((null, "incision is not recorded"), MinutesAndReason(Of(CaseStory.Scheduled().At("11:00", Closure), "cut-to-close")));

    [Fact]
    public void Without_its_end_a_duration_cannot_be_said() =>
        Assert.Equal((null, "closure is not recorded"), MinutesAndReason(Of(CaseStory.Scheduled().Incised(), "cut-to-close")));

    [Fact]
    public void Out_of_order_a_duration_is_neither_negative_nor_nought() =>
        Assert.Equal((null, "closure is before incision"), MinutesAndReason(Of(CaseStory.Scheduled().At("08:30", Closure).Incised(), "cut-to-close")));

    [Fact]
    public void Equal_times_are_a_duration_of_nought() =>
        Assert.Equal((0m, null), MinutesAndReason(Of(CaseStory.Scheduled().Incised().At("08:45", Closure), "cut-to-close")));

    [Fact]
    public void Of_two_incisions_the_first_and_of_two_closures_the_last_answers() =>
        Assert.Equal(255,
            Of(CaseStory.Scheduled().Incised().At("10:00", Closure).At("11:00", new MakeIncision()).At("13:00", Closure), "cut-to-close").Minutes);

    [Fact]
    public void Of_a_milestone_recorded_twice_the_first_recorded_answers() =>
        Assert.Equal(120,
            Of(CaseStory.Scheduled().At("08:00", GeneralAnesthesia).At("08:30", GeneralAnesthesia.HappenedAt("07:30"))
                .At("10:00", new EndAnesthesia()), "anesthesia").Minutes);

    [Fact]
    public void A_milestone_recorded_twice_marks_the_duration() =>
        Assert.Equal("anesthesia-start is recorded twice",
            Of(CaseStory.Scheduled().At("08:00", GeneralAnesthesia).At("08:30", GeneralAnesthesia).At("10:00", new EndAnesthesia()), "anesthesia").Reason);

    [Fact]
    public void A_duration_across_midnight_is_the_time_that_passed() =>
        Assert.Equal(180, Of(CaseStory.Scheduled().At("22:30", EnterRoom()).At("+1 01:30", new LeaveRoom()), "in-room").Minutes);

    [Fact]
    public void A_duration_names_the_entries_that_answered()
    {
        var story = CaseStory.Scheduled().At("08:00", EnterRoom(), out var entered).At("11:00", new LeaveRoom(), out var left);
        Assert.Equal((entered, left), (Of(story, "in-room").FromEntryId, Of(story, "in-room").ToEntryId));
    }

    [Fact]
    public void A_late_time_makes_the_duration_late() =>
        Assert.True(Of(CaseStory.Scheduled().At("08:00", EnterRoom()).At("11:00", new LeaveRoom().HappenedAt("10:30")), "in-room").Late);

    [Fact]
    public void Prompt_times_make_a_prompt_duration() =>
        Assert.False(Of(CaseStory.Scheduled().At("08:00", EnterRoom()).At("11:00", new LeaveRoom()), "in-room").Late);

    static (decimal? Minutes, string? Reason) MinutesAndReason(Duration duration) => (duration.Minutes, duration.Reason);
}
