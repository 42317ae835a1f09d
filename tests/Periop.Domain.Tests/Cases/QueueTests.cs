using Periop.Domain.Cases;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases;

/// <summary>What was recorded without a network, and comes when the case has gone on.</summary>
public class QueueTests
{
    static IEnumerable<string> Flags(CommandResult outcome) => Expect.Recorded(outcome).Receipt.Flags.Select(f => f.Code);

    [Theory]
    [InlineData(0)]
    [InlineData(7200)]
    public void An_entry_that_waited_is_flagged_where_it_would_be_stopped(int seconds) =>
        Assert.Contains("time-out-missing", Flags(CaseStory.Scheduled().At("08:00", EnterRoom()).When("08:45", new MakeIncision(), waited: seconds)));

    [Fact]
    public void An_entry_that_waited_is_taken_into_a_cancelled_case_and_flagged() =>
        Assert.Contains("entry-after-calling-off",
            Flags(CaseStory.Scheduled().At("07:00", CallOff).When("08:30", EnterRoom().HappenedAt("08:00"), waited: 1800)));

    [Fact]
    public void An_entry_that_waited_is_taken_into_a_signed_record_and_flagged() =>
        Assert.Contains("entry-after-signature",
            Flags(CaseStory.Scheduled().Incised().Signed("13:00").When("13:30", Closure.HappenedAt("12:00"), waited: 5400)));

    [Fact]
    public void How_long_it_waited_is_kept() =>
        Assert.Equal(1800, Expect.Recorded(CaseStory.Scheduled().When("08:30", EnterRoom(), waited: 1800)).Entries.Single().Event.Waited);

    [Fact]
    public void What_cannot_be_meant_is_refused_however_long_it_waited() =>
        Expect.Refused(CaseStory.Scheduled().When("08:00", EnterRoom().HappenedAt("08:06"), waited: 60), "time-in-the-future");

    [Fact]
    public void A_time_in_the_future_is_told_the_servers() =>
        Assert.Equal(CaseStory.Time("08:00"),
            Expect.Refused(CaseStory.Scheduled().When("08:00", EnterRoom().HappenedAt("08:06")), "time-in-the-future").ServerTime);

    [Fact]
    public void A_device_whose_clock_is_ahead_is_taken_at_its_receipt_and_what_it_said_is_kept()
    {
        var entry = Expect.Recorded(CaseStory.Scheduled().When("08:00", EnterRoom().From(EntrySource.Device).HappenedAt("+1 08:00"))).Entries.Single();
        Assert.Equal((CaseStory.Time("08:00"), CaseStory.Time("+1 08:00")), (entry.EffectiveAt, entry.Event.DeviceAt));
    }

    [Fact]
    public void A_device_that_says_a_time_before_any_plausible_one_is_refused() =>
        Expect.Refused(
            CaseStory.Scheduled().When("08:00", EnterRoom().From(EntrySource.Device) with { OccurredAt = DateTimeOffset.MinValue }), "senseless-value");
}
