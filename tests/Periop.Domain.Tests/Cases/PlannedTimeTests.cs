using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Domain.Tests.Cases;

public sealed class PlannedTimeTests
{
    static readonly ScheduleCase Case = new(new Label("A-1"));

    [Theory]
    [InlineData(1)]
    [InlineData(14 * 24 * 60)]
    public void A_planned_duration_up_to_14_days_is_taken(int minutes) =>
        Assert.IsType<Decision.ToRecord>((Case with { ScheduledMinutes = minutes }).Decide(CaseStory.Id(1)));

    [Theory]
    [InlineData(0)]
    [InlineData(14 * 24 * 60 + 1)]
    [InlineData(int.MaxValue)]
    public void A_planned_duration_that_cannot_be_meant_is_refused(int minutes) =>
        Assert.IsType<Decision.ToRefuse>((Case with { ScheduledMinutes = minutes }).Decide(CaseStory.Id(1)));

    [Theory]
    [InlineData(1899)]
    [InlineData(9999)]
    public void A_planned_start_in_another_age_is_refused(int year) =>
        Assert.IsType<Decision.ToRefuse>((Case with { ScheduledStart = new DateTimeOffset(year, 12, 31, 0, 0, 0, TimeSpan.Zero) }).Decide(CaseStory.Id(1)));

    [Fact]
    public void A_delay_longer_than_14_days_is_refused() =>
        Assert.IsType<Decision.ToRefuse>(new DelayCase(new Term("transport-late"), 14 * 24 * 60 + 1).Decide(null!, DateTimeOffset.UnixEpoch));
}
