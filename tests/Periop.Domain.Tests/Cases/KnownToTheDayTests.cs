using Periop.Domain.Cases;
using Periop.Domain.Times;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases;

/// <summary>A file may know of a discharge, a death or a life sign only on which day it was.</summary>
public class KnownToTheDayTests
{
    const string EndOfDay = "23:59:59.999999";

    [Fact, NearMissOf("entry-after-death")]
    public void What_happened_on_the_day_of_a_death_known_to_the_day_is_not_after_it() =>
        Assert.DoesNotContain("entry-after-death",
            CaseStory.Scheduled().Incised().At("10:00", OnThatDay(new RecordDeath())).At("11:00", Closure).Codes);

    [Fact, NearMissOf("entry-after-death")]
    public void A_life_sign_known_to_the_day_is_not_after_a_death_on_that_day() =>
        Assert.DoesNotContain("entry-after-death",
            CaseStory.Scheduled().At("10:00", new RecordDeath()).At("12:00", OnThatDay(new RecordFollowUp(Alive: true))).Codes);

    [Fact, Raises("entry-after-death")]
    public void A_life_sign_of_the_day_after_a_death_known_to_the_day_is_flagged() =>
        Assert.Contains("entry-after-death",
            CaseStory.Scheduled().At("10:00", OnThatDay(new RecordDeath())).At("+1 12:00", OnThatDay(new RecordFollowUp(Alive: true), "+1 ")).Codes);

    [Fact, NearMissOf("order-unusual")]
    public void A_discharge_is_not_before_a_room_exit_that_is_known_to_be_of_its_day() =>
        Assert.DoesNotContain("order-unusual", CaseStory.Scheduled().At("08:00", EnterRoom()).At("11:00", new LeaveRoom(), out var exit)
            .At("15:00", Discharge).At("15:05", OnThatDay(Correct(exit, EndOfDay))).Codes);

    [Fact, Raises("order-unusual")]
    public void A_discharge_known_to_be_of_the_day_before_the_room_exit_is_flagged() =>
        Assert.Contains("order-unusual",
            CaseStory.Scheduled().At("08:00", OnThatDay(Discharge)).At("+1 08:00", EnterRoom()).At("+1 11:00", new LeaveRoom()).Codes);

    [Fact]
    public void It_stands_behind_all_else_of_its_day() =>
        Assert.IsType<PatientDied>(CaseStory.Scheduled().At("08:00", OnThatDay(new RecordDeath())).At("22:00", EnterRoom()).Entries[^1].Event);

    [Fact]
    public void To_a_time_known_to_the_day_there_is_no_duration()
    {
        var stay = Duration.Of(CaseStory.Scheduled().At("08:00", EnterRoom()).At("11:00", new LeaveRoom()).At("+1 08:00", OnThatDay(Discharge, "+1 ")).Entries)
            .Single(d => d.Name == "stay");
        Assert.Equal((null, "known-to-the-day"), (stay.Minutes, stay.Reason));
    }

    [Fact]
    public void A_day_that_has_begun_is_not_in_the_future() =>
        Expect.Recorded(CaseStory.Scheduled().When("00:01", OnThatDay(new RecordDeath())));

    [Fact]
    public void A_day_that_has_not_begun_is_in_the_future() =>
        Expect.Refused(CaseStory.Scheduled().When("12:00", OnThatDay(new RecordDeath(), "+1 ")), "time-in-the-future");

    [Fact]
    public void A_moment_given_by_a_correction_is_known_to_the_moment()
    {
        var story = CaseStory.Scheduled().At("08:00", OnThatDay(new RecordDeath()), out var death);
        Assert.True(story[death].IsKnownToTheDay);
        Assert.False(story.At("12:00", Correct(death, "09:30")).Case.Entries[death].IsKnownToTheDay);
    }

    [Fact]
    public void A_day_given_by_a_correction_is_known_to_the_day() =>
        Assert.True(CaseStory.Scheduled().At("08:00", new RecordDeath(), out var death).At("12:00", OnThatDay(Correct(death, EndOfDay)))
            .Case.Entries[death].IsKnownToTheDay);

    /// <summary>As a file says it; a correction has its time itself.</summary>
    static CaseCommand OnThatDay(CaseCommand command, string day = "") => command with
    {
        Source = EntrySource.Import,
        Precision = TimePrecision.Day,
        OccurredAt = command is CorrectTime ? null : CaseStory.Time(day + EndOfDay),
    };
}
