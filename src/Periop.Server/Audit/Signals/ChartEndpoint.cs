using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.Signals;

/// <summary>Control charts over HTTP.</summary>
static class ChartEndpoint
{
    public static void MapChart(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/audit/chart", ([AsParameters] CohortParameters asked, [AsParameters] ChartParameters chart, string? format,
                HttpContext http, ChartQuery query, HospitalDirectory hospitals) => AnswerAsync(asked, chart, format, http, query, hospitals))
            .For(ChartQuery.Roles).WithMetadata(new LoggedAs("chart")).WithName("chart").WithTags("Audit")
            .WithSummary("A rate over time with its limits and what a named set of rules finds in it, as numbers or drawn (format=svg|png), or as csv.")
            .Produces<ChartAnswer>().Produces(304).ProducesProblem(400).ProducesProblem(404).ProducesProblem(406).ProducesProblem(422).ProducesProblem(503);

    static async Task<IResult> AnswerAsync(
        CohortParameters asked, ChartParameters chart, string? format, HttpContext http, ChartQuery query, HospitalDirectory hospitals)
    {
        var (form, blank) = (PlotForm.Json, default(ChartQuestion)!);
        if ((asked.WhyNoDefinition ?? SignalParameters.WhyNoGroups(asked.GroupBy) ?? Picture.Read(http.Request, format, out form)
            ?? chart.Read(out blank)) is { } wrong)
            return wrong;
        if (asked.Read(http, blank, out var question) is { } unreadable)
            return unreadable;
        var caller = http.User.Caller();
        return (await query.AskAsync(caller, question, http.RequestAborted)).ToResult(http.Response, found => form is PlotForm.Json
            ? SettledResult.Of(http.Response, new Settled<ChartAnswer>(found.Body.Answer, found.AsOf, found.Behind))
            : Picture.Of(http, found, form, f => ChartQuery.Draw(f, question, hospitals[caller.Hospital]),
                found.Body.Answer.Points));
    }
}
