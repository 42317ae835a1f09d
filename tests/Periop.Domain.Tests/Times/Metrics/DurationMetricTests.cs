using Periop.Domain.Cases;
using Periop.Domain.Times.Metrics;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Times.Metrics;

public class DurationMetricTests
{
    static readonly Operated Whole = new(1) { In = "08:00", Incision = "08:30", Closure = "10:00", Dressing = "10:10", Out = "10:20", Minutes = 120 };
    static readonly Operated Short = new(2) { In = "11:00", Incision = "11:20", Closure = "11:50", Dressing = "11:55", Out = "12:00", Minutes = 100 };

    [Theory]
    [InlineData("cut-to-closure", 60)]
    [InlineData("cut-to-dressing", 67.5)]
    [InlineData("duration-bias", -10)]
    [InlineData("duration-absolute-error", 30)]
    [InlineData("duration-within-15-minutes", 0)]
    [InlineData("duration-within-20-percent", .5)]
    [InlineData("duration-median", -10)]
    public void A_definition_has_its_own_figure(string definition, double value) => Assert.Equal(value, Operated.Value(definition, Whole, Short));

    [Theory]
    [InlineData("08:00", "10:15", 1)]
    [InlineData("08:00", "10:16", 0)]
    [InlineData("08:00", "09:45", 1)]
    [InlineData("08:00", "09:44", 0)]
    public void As_planned_is_up_to_the_tolerance_on_either_side(string entered, string left, int asPlanned) =>
        Assert.Equal(asPlanned,
            Assert.Single(Operated.By("duration-within-15-minutes", Whole with { In = entered, Out = left }).Measurements).Numerator);

    [Theory]
    [InlineData("cut-to-closure", "closure is not recorded")]
    [InlineData("cut-to-dressing", "dressing is not recorded")]
    [InlineData("duration-bias", "room-exit is not recorded")]
    public void What_is_missing_is_said_and_never_nought(string definition, string reason)
    {
        var open = Whole with { Closure = null, Dressing = null, Out = null };
        var measured = Operated.By(definition, open);
        Assert.Empty(measured.Measurements);
        Assert.Equal(reason, Operated.WhyNot(measured, open));
        Assert.Null(Operated.Value(definition, open));
    }

    [Fact]
    public void What_is_out_of_order_is_said_and_never_negative()
    {
        var disordered = Whole with { Closure = "08:20" };
        Assert.Equal("closure is before incision", Operated.WhyNot(Operated.By("cut-to-closure", disordered), disordered));
    }

    [Fact]
    public void Without_planned_minutes_there_is_nothing_to_compare() =>
        Assert.Equal("no minutes were planned", Operated.WhyNot(Operated.By("duration-bias", Whole with { Minutes = null }), Whole));

    [Fact]
    public void A_measurement_names_its_entries_and_what_is_doubtful()
    {
        var twice = Whole.Story.At("10:25", new LeaveRoom());
        var measurement = Assert.Single(Operated.By("duration-bias", CaseTimes.Of(twice.Entries)).Measurements);
        Assert.Equal([CaseStory.Id(100), CaseStory.Id(104)], measurement.EntryIds);
        Assert.Equal("room-exit is recorded twice", measurement.Doubt);
    }

    [Theory]
    [InlineData("10:25", LatenessClass.Prompt)]
    [InlineData("10:26", LatenessClass.Delayed)]
    [InlineData("10:40", LatenessClass.Delayed)]
    [InlineData("10:41", LatenessClass.Late)]
    public void A_duration_is_as_good_as_the_worse_of_its_times(string recorded, LatenessClass lateness)
    {
        var story = (Whole with { Out = null }).Story.At(recorded, new LeaveRoom().HappenedAt("10:20"));
        Assert.Equal(lateness, Assert.Single(Operated.By("duration-bias", CaseTimes.Of(story.Entries)).Measurements).Lateness);
    }

    [Fact]
    public void A_figure_says_how_many_of_its_measurements_rest_on_times_of_each_class()
    {
        var late = CaseTimes.Of((Whole with { Out = null }).Story.At("12:00", new LeaveRoom().HappenedAt("10:20")).Entries);
        var figure = Figure.Of(Statistic.Mean, Operated.By("duration-bias", late, Short.Times).Measurements);
        Assert.Equal((1, 1, 2), (figure.Lateness[LatenessClass.Late], figure.Lateness[LatenessClass.Prompt], figure.Measurements));
    }

    [Fact]
    public void The_median_has_its_deviation()
    {
        var figure = Figure.Of(Statistic.Median, Operated.By("duration-median", Whole, Short, new Operated(3) { In = "13:00", Out = "14:10" }).Measurements);
        Assert.Equal((10, 10), (figure.Value, figure.MedianDeviation));     // 20, -40, 10
    }

    /// <summary>Every case is somewhere: no number without what it leaves out.</summary>
    [Fact]
    public void Every_case_is_measured_or_named_with_its_reason()
    {
        CaseTimes[] cases =
        [
            Whole.Times, Short.Times, new Operated(3).Times, new Operated(4) { Scheduled = null, Room = null }.Times,
            CaseTimes.Of(new Operated(5).Story.At("07:00", CallOff).Entries), new Operated(6) { In = "12:05", Out = "11:50" }.Times,
        ];
        foreach (var definition in MetricDefinition.All)
        {
            var measured = definition.Measure(cases, Operated.Days);
            var own = measured.Measurements.SelectMany(m => definition is Turnover ? m.CaseIds.Skip(1) : m.CaseIds);
            Assert.Equal(cases.Select(c => c.CaseId).Order(), own.Concat(measured.NotMeasured.Select(n => n.CaseId)).Order());
        }
    }
}
