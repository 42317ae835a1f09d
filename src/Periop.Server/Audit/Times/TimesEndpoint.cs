using Periop.Domain.Text;
using Periop.Domain.Times.Metrics;
using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Http;
using Periop.Server.Register;

namespace Periop.Server.Audit.Times;

/// <summary>The use of operating rooms over HTTP.</summary>
static class TimesEndpoint
{
    /// <summary>A room's day has no surgeon: several may have worked in it.</summary>
    static readonly GroupBy[] OfRooms = [GroupBy.None, GroupBy.Room, GroupBy.Month, GroupBy.Quarter];

    /// <summary>Nothing is due here.</summary>
    static readonly GroupBy[] OfCases = [.. Enum.GetValues<GroupBy>().Where(by => by is not GroupBy.MonthDue)];

    public static void MapTimes(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/audit/times", ([AsParameters] CohortParameters asked, string? metric, HttpContext http, TimesQuery query) =>
                AnswerAsync(asked, metric, http, query))
            .For(TimesQuery.Roles).WithMetadata(new LoggedAs("times")).WithName("times").WithTags("Audit")
            .WithSummary("How operating rooms are used, under a named definition: each figure with its cases, its entries and what it leaves out.")
            .Produces<TimesAnswer>().Produces(304).ProducesProblem(400).ProducesProblem(422).ProducesProblem(503);

    static async Task<IResult> AnswerAsync(CohortParameters asked, string? metric, HttpContext http, TimesQuery query)
    {
        if (metric is null || !Vocabulary.TryRead<Metric>(metric, out var which))
            return Problems.NoneOf("/metric", Vocabulary.Words<Metric>());
        var ofMetric = MetricDefinition.All.Where(d => d.Metric == which).ToArray();
        var named = ofMetric.Where(d => asked.Definition is null ? d.IsUsual : d.Id == asked.Definition).ToArray();
        if (named.Length == 0)
            return Problems.NoneOf("/definition", ofMetric.Select(d => d.Id).Distinct());
        if (asked.Read(http, new TimesQuestion(metric, named[^1]), out var question) is { } wrong)
            return wrong;
        if (question.Version is { } version && !Array.Exists(named, d => d.Version == version))
            return Problems.NoneOf("/version", named.Select(d => d.Version));
        var groups = which is Metric.Utilisation ? OfRooms : OfCases;
        if (!groups.Contains(question.GroupBy))
            return Problems.Shape("/groupBy", $"of {metric} must be one of {string.Join(", ", groups.Select(Vocabulary.WordFor))}");
        if (which is Metric.Utilisation && WhyNotOfRooms(question) is { } notOfRooms)
            return notOfRooms;
        var measure = named.Last(d => question.Version is null || d.Version == question.Version);
        return (await query.AskAsync(http.User.Caller(), question with { Measure = measure }, http.RequestAborted)).ToResult(
            http.Response, found => SettledResult.Of(http.Response, found));
    }

    static IResult? WhyNotOfRooms(TimesQuestion question) =>
        Array.Find<(string Name, object? Asked)>(
            [
                ("family", question.Family), ("approach", question.Approach), ("surgeon", question.Surgeon), ("service", question.Service),
                ("grade", question.Grade), ("region", question.Region),
            ], f => f.Asked is not null).Name is { } filter ? Problems.Shape($"/{filter}", "does not go with utilisation: it is of rooms") : null;
}
