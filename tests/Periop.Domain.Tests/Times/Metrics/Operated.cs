using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Domain.Times.Metrics;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Times.Metrics;

/// <summary>A case by the times of its day; what is not given is not recorded.</summary>
sealed record Operated(int Number)
{
    public static readonly LocalDays Days = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich"));

    public string? Scheduled { get; init; } = "08:00";

    public int? Minutes { get; init; } = 60;

    public string? Room { get; init; } = "OR-1";

    public Priority? Priority { get; init; }

    public string? In { get; init; }

    public string? Incision { get; init; }

    public string? Closure { get; init; }

    public string? Dressing { get; init; }

    public string? Out { get; init; }

    public Guid Id => CaseStory.Id(Number);

    public CaseStory Story
    {
        get
        {
            var story = CaseStory.Scheduled(Plan() with
            {
                EntryId = Id,
                Room = Room is null ? null : new Label(Room),
                ScheduledMinutes = Minutes,
                Priority = Priority,
                ScheduledStart = Scheduled is null ? null : CaseStory.Time(Scheduled),
            });
            (string? Time, CaseCommand Step)[] steps =
                [(In, EnterRoom()), (Incision, new MakeIncision()), (Closure, Steps.Closure), (Dressing, new ApplyDressing()), (Out, new LeaveRoom())];
            return steps.Index().Where(s => s.Item.Time is not null).Aggregate(
                story, (soFar, s) => soFar.At(s.Item.Time!, s.Item.Step.Under(CaseStory.Id((Number * 100) + s.Index))));
        }
    }

    public CaseTimes Times => CaseTimes.Of(Story.Entries);

    /// <summary>What a definition finds of cases.</summary>
    public static Measured By(string definition, params CaseTimes[] cases) => MetricDefinition.All.Single(d => d.Id == definition).Measure(cases, Days);

    public static Measured By(string definition, params Operated[] cases) => By(definition, [.. cases.Select(c => c.Times)]);

    /// <summary>Why the one case that was not measured was not.</summary>
    public static string WhyNot(Measured measured, Operated operated) => Assert.Single(measured.NotMeasured, n => n.CaseId == operated.Id).Reason;

    public static double? Value(string definition, params Operated[] cases) =>
        Figure.Of(MetricDefinition.All.Single(d => d.Id == definition).Statistic, By(definition, cases).Measurements).Value;
}
