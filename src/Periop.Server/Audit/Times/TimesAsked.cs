using Periop.Domain.Text;
using Periop.Domain.Times.Metrics;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Http;

namespace Periop.Server.Audit.Times;

/// <summary>How it is asked how operating rooms are used.</summary>
static class TimesAsked
{
    /// <summary>A room's day has no surgeon: several may have worked in it.</summary>
    static readonly GroupBy[] OfRooms = [GroupBy.None, GroupBy.Room, GroupBy.Month, GroupBy.Quarter];

    /// <summary>Nothing is due here.</summary>
    static readonly GroupBy[] OfCases = [.. Enum.GetValues<GroupBy>().Where(by => by is not GroupBy.MonthDue)];

    /// <summary>What a metric can be grouped by.</summary>
    public static IReadOnlyList<GroupBy> GroupsOf(Metric metric) => metric is Metric.Utilisation ? OfRooms : OfCases;

    /// <summary>Puts what was asked into a question; the problem, when something cannot be meant.</summary>
    public static IResult? Read(HttpContext http, CohortParameters asked, string? metric, out TimesQuestion question)
    {
        question = null!;
        if (metric is null || !Vocabulary.TryRead<Metric>(metric, out var which))
            return Problems.NoneOf("/metric", Vocabulary.Words<Metric>());
        var ofMetric = MetricDefinition.All.Where(d => d.Metric == which).ToArray();
        var named = ofMetric.Where(d => asked.Definition is null ? d.IsUsual : d.Id == asked.Definition).ToArray();
        if (named.Length == 0)
            return Problems.NoneOf("/definition", ofMetric.Select(d => d.Id).Distinct());
        if (asked.Read(http, new TimesQuestion(metric, named[^1]), out question) is { } wrong)
            return wrong;
        var version = question.Version;
        if (version is not null && !Array.Exists(named, d => d.Version == version))
            return Problems.NoneOf("/version", named.Select(d => d.Version));
        var groups = GroupsOf(which);
        if (!groups.Contains(question.GroupBy))
            return Problems.Shape("/groupBy", $"of {metric} must be one of {string.Join(", ", groups.Select(Vocabulary.WordFor))}");
        if (which is Metric.Utilisation && WhyNotOfRooms(question) is { } notOfRooms)
            return notOfRooms;
        question = question with { Measure = named.Last(d => version is null || d.Version == version) };
        return null;
    }

    static IResult? WhyNotOfRooms(TimesQuestion question) =>
        Array.Find<(string Name, object? Asked)>(
            [
                ("family", question.Family), ("approach", question.Approach), ("surgeon", question.Surgeon), ("service", question.Service),
                ("grade", question.Grade), ("region", question.Region),
            ], f => f.Asked is not null).Name is { } filter ? Problems.Shape($"/{filter}", "does not go with utilisation: it is of rooms") : null;
}
