using Periop.Domain.Cases;
using Periop.Domain.Times.Metrics;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Times.Metrics;

public class TurnoverTests
{
    static readonly Operated Prior = new(1) { In = "08:00", Out = "09:00" };
    static readonly Operated Next = new(2) { Scheduled = "09:30", In = "09:25", Out = "10:30" };

    [Fact]
    public void It_is_from_the_exit_of_one_patient_to_the_entry_of_the_next()
    {
        var measured = Operated.By("turnover-90-minutes", Next, Prior);
        var measurement = Assert.Single(measured.Measurements);
        Assert.Equal(25, measurement.Minutes);
        Assert.Equal([Prior.Id, Next.Id], measurement.CaseIds);
        Assert.Equal(
            [Prior.Times.RoomExit!.EntryId, Next.Times.RoomEntry!.EntryId], measurement.EntryIds);
        Assert.Equal("the first of its room and day", Operated.WhyNot(measured, Prior));
    }

    [Theory]
    [InlineData("turnover-60-minutes", "10:00", true)]
    [InlineData("turnover-60-minutes", "10:01", false)]
    [InlineData("turnover-90-minutes", "10:30", true)]
    [InlineData("turnover-90-minutes", "10:31", false)]
    [InlineData("turnover-any", "19:00", true)]
    public void A_gap_beyond_the_cap_is_none(string definition, string entered, bool counts) =>
        Assert.Equal(counts, Operated.By(definition, Prior, Next with { In = entered, Out = null }).Measurements.Count == 1);

    [Fact]
    public void One_who_comes_before_the_other_has_left_makes_no_negative_turnover() =>
        Assert.Equal("room-entry is before room-exit", Operated.WhyNot(Operated.By("turnover-any", Prior, Next with { In = "08:55" }), Next));

    [Fact]
    public void An_exit_that_nobody_recorded_makes_no_turnover_of_nought()
    {
        var measured = Operated.By("turnover-any", Prior with { Out = null }, Next);
        Assert.Empty(measured.Measurements);
        Assert.Equal("room-exit is not recorded", Operated.WhyNot(measured, Next));
    }

    [Fact]
    public void Who_leaves_as_the_next_one_comes_makes_one_of_nought() =>
        Assert.Equal(0, Assert.Single(Operated.By("turnover-any", Prior, Next with { In = "09:00" }).Measurements).Minutes);

    [Fact]
    public void Cases_that_were_not_scheduled_one_after_the_other_make_none()
    {
        Assert.Equal("not scheduled one after the other",
            Operated.WhyNot(Operated.By("turnover-any", Prior, Next with { Scheduled = "07:30" }), Next));
        Assert.Equal("not scheduled one after the other", Operated.WhyNot(Operated.By("turnover-any", Prior, Next with { Scheduled = null }), Next));
    }

    [Fact]
    public void Other_rooms_and_days_do_not_follow_each_other() =>
        Assert.Empty(Operated.By("turnover-any", Prior, Next with { Room = "OR-2" },
            new Operated(3) { Scheduled = "+1 08:00", In = "+1 08:00", Out = "+1 09:00" }).Measurements);

    [Fact]
    public void A_transfer_ends_the_time_in_a_room_and_begins_that_in_the_next()
    {
        var transferred = CaseTimes.Of((Prior with { Out = null }).Story.At("08:40", EnterRoom("OR-2")).At("09:00", new LeaveRoom()).Entries);
        Assert.Equal(45, Assert.Single(Operated.By("turnover-any", transferred, Next.Times).Measurements).Minutes);
    }

    [Fact]
    public void A_case_that_was_in_no_room_is_not_measured() =>
        Assert.Equal("room-entry is not recorded", Operated.WhyNot(Operated.By("turnover-any", Prior with { In = null, Out = null }), Prior));

    [Fact]
    public void A_case_of_which_nobody_knows_the_room_is_not_measured() =>
        Assert.Equal("the room is not known", Operated.WhyNot(Operated.By("turnover-any", Prior with { Room = null }), Prior));

    /// <summary>A file's times may be as good as any, or not: nobody can say.</summary>
    [Fact]
    public void It_is_as_good_as_the_worse_of_its_two_times()
    {
        var fromFile = CaseTimes.Of((Prior with { Out = null }).Story.At("12:00", new LeaveRoom().From(EntrySource.Import).HappenedAt("09:00")).Entries);
        Assert.Equal(LatenessClass.Unknown, Assert.Single(Operated.By("turnover-any", fromFile, Next.Times).Measurements).Lateness);
        Assert.Equal(LatenessClass.Prompt, Assert.Single(Operated.By("turnover-any", Prior, Next).Measurements).Lateness);
    }
}
