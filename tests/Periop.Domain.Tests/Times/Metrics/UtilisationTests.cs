using Periop.Domain.Times.Metrics;

namespace Periop.Domain.Tests.Times.Metrics;

public class UtilisationTests
{
    static readonly Operated Early = new(1) { In = "06:30", Out = "09:00" };
    static readonly Operated Late = new(2) { In = "13:00", Out = "16:00" };

    static Measurement Of(string definition, params Operated[] cases) => Assert.Single(Operated.By(definition, cases).Measurements);

    [Theory]
    [InlineData("raw-utilisation-8-hours", 120 + 120, 480)]
    [InlineData("raw-utilisation-10-hours", 120 + 180, 600)]
    [InlineData("raw-utilisation-8-hours-all", 150 + 180, 480)]
    public void It_is_the_time_in_the_room_over_the_staffed_hours(string definition, int used, int staffed)
    {
        var measurement = Of(definition, Early, Late);
        Assert.Equal((used, staffed), (measurement.Numerator, measurement.Denominator));
        Assert.Equal([Early.Id, Late.Id], measurement.CaseIds);
        Assert.Equal(4, measurement.EntryIds.Count);
        Assert.Equal((double)used / staffed, Operated.Value(definition, Early, Late));
    }

    [Fact]
    public void Two_patients_at_once_use_the_room_once() =>
        Assert.Equal(120, Of("raw-utilisation-8-hours", new Operated(1) { In = "08:00", Out = "09:30" }, new Operated(2) { In = "09:00", Out = "10:00" },
            new Operated(3) { In = "09:10", Out = "09:20" }).Numerator);

    [Theory]
    [InlineData("10:00", 180)]
    [InlineData("10:01", 119)]
    public void A_turnover_is_credited_where_the_definition_says_so(string entered, int used) =>
        Assert.Equal(used, Of("adjusted-utilisation-8-hours", new Operated(1) { In = "08:00", Out = "09:00" }, new Operated(2) { In = entered, Out = "11:00" })
            .Numerator);

    [Fact]
    public void Every_room_and_day_of_which_a_case_tells_is_staffed()
    {
        Operated[] cases =
            [Early, Late, new(3) { Room = "OR-2", In = "08:00", Out = "10:00" }, new(4) { Scheduled = "+1 08:00", In = "+1 08:00", Out = "+1 10:00" }];
        Assert.Equal(3 * 480, Operated.By("raw-utilisation-8-hours", cases).Measurements.Sum(m => m.Denominator));
        Assert.Equal((240 + 120 + 120) / (3 * 480.0), Operated.Value("raw-utilisation-8-hours", cases));
    }

    [Fact]
    public void A_stay_without_an_end_is_left_out_and_the_rest_of_the_day_is_measured()
    {
        var measured = Operated.By("raw-utilisation-8-hours", Early, Late with { Out = null });
        Assert.Equal(120, Assert.Single(measured.Measurements).Numerator);
        Assert.Equal("room-exit is not recorded", Operated.WhyNot(measured, Late));
    }

    [Fact]
    public void A_day_of_which_no_stay_can_be_said_has_no_utilisation_of_nought() =>
        Assert.Empty(Operated.By("raw-utilisation-8-hours", Early with { Out = null }).Measurements);

    [Fact]
    public void A_weekend_is_not_staffed()
    {
        var sunday = Early with { Scheduled = "+6 08:00", In = "+6 08:00", Out = "+6 09:00" };
        Assert.Equal("on a day that is not staffed", Operated.WhyNot(Operated.By("raw-utilisation-8-hours", sunday), sunday));
    }

    [Fact]
    public void A_night_that_begins_after_hours_uses_none_of_the_next_day() =>
        Assert.Equal(0, Of("raw-utilisation-8-hours", new Operated(1) { In = "22:00", Out = "+1 08:00" }).Numerator);

    [Fact]
    public void Staffed_hours_are_hours_of_the_clock_when_it_is_put_forward()
    {
        var days = MetricDefinition.All.OfType<Utilisation>().Single(d => d.Id == "raw-utilisation-8-hours") with { Days = [DayOfWeek.Sunday] };
        var measurement = Assert.Single(days.Measure([new Operated(1) { In = "+27 06:00", Out = "+27 07:00" }.Times], Operated.Days).Measurements);
        Assert.Equal((60, 480), (measurement.Numerator, measurement.Denominator));     // 7 to 8 o'clock of summer time
    }
}
