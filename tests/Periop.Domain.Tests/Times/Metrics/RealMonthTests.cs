using System.Globalization;
using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Domain.Times.Metrics;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Times.Metrics;

/// <summary>A hospital's month, kept beside the repository and not in it: 686 operations, worked out a second time from the lines of the file.</summary>
public class RealMonthTests
{
    const int EightHours = 8 * 60;

    static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    static readonly string Log = Path.Combine(Repository.Root, "..", "shared", "data", "or-log.csv");

    static readonly Lazy<(Line[] Lines, CaseTimes[] Cases)> Month = new(() =>
    {
        Line[] read = [.. File.ReadLines(Log).Skip(1).Where(l => l.Length > 0).Select(Line.Of)];
        return (read, [.. read.Select((line, number) => TimesOf(line, number + 1))]);
    });

    readonly Line[] lines;
    readonly CaseTimes[] cases;

    public RealMonthTests()
    {
        Assert.SkipUnless(File.Exists(Log), "or-log.csv is not beside this repository");
        (lines, cases) = Month.Value;
    }

    [Theory]
    [InlineData("first-case-no-grace", 0, 0)]
    [InlineData("first-case-59-seconds", 0, 0)]
    [InlineData("first-case-5-minutes", 5, 74)]
    public void First_cases_that_were_on_time(string definition, int grace, int expected)
    {
        var firsts = lines.GroupBy(l => (l.Room, l.Scheduled.Date)).Select(day => day.MinBy(l => l.Scheduled)!).ToArray();
        Assert.Equal((160, expected), (firsts.Length, firsts.Count(l => (l.In - l.Scheduled).TotalMinutes <= grace)));
        var figure = FigureOf(definition);
        Assert.Equal((160, expected), (figure.Measurements, figure.Numerator));
    }

    [Fact]
    public void No_first_incision_was_made_by_the_scheduled_start() =>
        Assert.True(FigureOf("first-case-incision") is { Measurements: 160, Numerator: 0 });

    [Theory]
    [InlineData("turnover-any")]
    [InlineData("turnover-60-minutes")]
    [InlineData("turnover-90-minutes")]
    public void Turnovers(string definition)
    {
        var gaps = lines.GroupBy(l => (l.Room, l.In.Date)).Select(day => day.OrderBy(l => l.In).ToArray())
            .SelectMany(day => day.Zip(day.Skip(1), (before, next) => (next.In - before.Out).TotalMinutes)).Order().ToArray();
        Assert.Equal((686 - 160, 0, 45), (gaps.Length, gaps.Count(g => g < 0), gaps[^1]));
        var figure = FigureOf(definition);
        Assert.Equal((gaps.Length, gaps.Average(), (gaps[262] + gaps[263]) / 2), (figure.Measurements, figure.Value!.Value, figure.Median!.Value));
    }

    [Theory]
    [InlineData("raw-utilisation-8-hours", 7, 15)]
    [InlineData("raw-utilisation-10-hours", 7, 17)]
    [InlineData("raw-utilisation-8-hours-all", 0, 24)]
    public void Minutes_with_a_patient_in_the_room(string definition, int from, int to)
    {
        var figure = FigureOf(definition);
        Assert.Equal(lines.GroupBy(l => (l.Room, l.In.Date)).Sum(day => MinutesInUse(day, from, to, credited: 0)), figure.Numerator);
        Assert.Equal(160 * (definition.Contains("10", StringComparison.Ordinal) ? 600 : EightHours), figure.Denominator);
    }

    [Fact]
    public void Minutes_in_use_with_turnovers_of_up_to_an_hour() =>
        Assert.Equal(
            lines.GroupBy(l => (l.Room, l.In.Date)).Sum(day => MinutesInUse(day, 7, 15, credited: 60)), FigureOf("adjusted-utilisation-8-hours").Numerator);

    [Fact]
    public void Cut_to_close()
    {
        var figure = FigureOf("cut-to-closure");
        Assert.Equal((686, lines.Average(l => (l.Closure - l.Incision).TotalMinutes)), (figure.Measurements, figure.Value!.Value));
        Assert.Equal(45.828, figure.Value.Value, 3);
        Assert.Equal(686, By("cut-to-dressing").NotMeasured.Count(n => n.Reason == "dressing is not recorded"));
    }

    [Fact]
    public void Schedule_accuracy()
    {
        var errors = lines.Select(l => (Error: (l.Out - l.In).TotalMinutes - l.Minutes, l.Minutes)).ToArray();
        var sorted = errors.Select(e => e.Error).Order().ToArray();
        Assert.Equal(errors.Average(e => e.Error), FigureOf("duration-bias").Value!.Value, 12);
        Assert.Equal(2.72886297, FigureOf("duration-bias").Value!.Value, 8);
        Assert.Equal(errors.Average(e => Math.Abs(e.Error)), FigureOf("duration-absolute-error").Value!.Value, 12);
        Assert.Equal(516, errors.Count(e => Math.Abs(e.Error) <= 15));
        Assert.Equal(516, FigureOf("duration-within-15-minutes").Numerator);
        Assert.Equal(errors.Count(e => Math.Abs(e.Error) / e.Minutes <= .2), FigureOf("duration-within-20-percent").Numerator);
        Assert.Equal((sorted[342] + sorted[343]) / 2, FigureOf("duration-median").Value);
    }

    [Fact]
    public void Nobody_can_say_how_soon_the_times_of_a_file_were_written_down() =>
        Assert.Equal(686, FigureOf("cut-to-closure").Lateness[LatenessClass.Unknown]);

    Measured By(string definition) => MetricDefinition.All.Single(d => d.Id == definition).Measure(cases, new LocalDays(Zone));

    Figure FigureOf(string definition) =>
        Figure.Of(MetricDefinition.All.Single(d => d.Id == definition).Statistic, By(definition).Measurements);

    /// <summary>Minute by minute: which of them had somebody in the room, or were between two that are no further apart than is credited.</summary>
    static int MinutesInUse(IEnumerable<Line> day, int from, int to, int credited)
    {
        var inUse = new bool[24 * 60];
        DateTime? left = null;
        foreach (var line in day.OrderBy(l => l.In))
        {
            var begin = left is { } before && (line.In - before).TotalMinutes <= credited ? before : line.In;
            for (var minute = begin; minute < line.Out; minute = minute.AddMinutes(1))
                inUse[(int)minute.TimeOfDay.TotalMinutes] = true;
            left = left > line.Out ? left : line.Out;
        }

        return inUse[(from * 60)..(to * 60)].Count(used => used);
    }

    static CaseTimes TimesOf(Line line, int number)
    {
        var story = CaseStory.Scheduled(Plan() with
        {
            EntryId = CaseStory.Id(number),
            Room = new Label(line.Room),
            ScheduledStart = Instant(line.Scheduled),
            ScheduledMinutes = line.Minutes,
        });
        (DateTime Time, CaseCommand Step)[] steps =
            [(line.In, EnterRoom()), (line.Incision, new MakeIncision()), (line.Closure, Closure), (line.Out, new LeaveRoom())];
        foreach (var (place, (time, step)) in steps.Index())
            story = story.At("06:00", step.From(EntrySource.Import).Under(CaseStory.Id((number * 1000) + place)) with { OccurredAt = Instant(time) });
        return CaseTimes.Of(story.Entries);
    }

    static DateTimeOffset Instant(DateTime local) => new(local, Zone.GetUtcOffset(local));

    sealed record Line(string Room, int Minutes, DateTime Scheduled, DateTime In, DateTime Incision, DateTime Closure, DateTime Out)
    {
        public static Line Of(string line)
        {
            var cells = line.Split(',');
            var times = cells[6..11].Select(t => DateTime.ParseExact(t.Trim(), "M/d/yy H:mm", CultureInfo.InvariantCulture)).ToArray();
            return new Line(cells[2], int.Parse(cells[5], CultureInfo.InvariantCulture), times[0], times[1], times[2], times[3], times[4]);
        }
    }
}
