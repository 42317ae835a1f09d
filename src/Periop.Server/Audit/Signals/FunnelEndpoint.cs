using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.Signals;

/// <summary>The funnel over HTTP.</summary>
static class FunnelEndpoint
{
    public static void MapFunnel(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/audit/funnel", ([AsParameters] CohortParameters asked, [AsParameters] FunnelParameters funnel, string? format,
                HttpContext http, FunnelQuery query, HospitalDirectory hospitals) => AnswerAsync(asked, funnel, format, http, query, hospitals))
            .For(FunnelQuery.Roles).WithMetadata(new LoggedAs("funnel")).WithName("funnel").WithTags("Audit")
            .WithSummary("Whether any group is further from the target than chance explains, as numbers or drawn (format=svg|png), or csv.")
            .Produces<FunnelAnswer>().Produces(304).ProducesProblem(400).ProducesProblem(404).ProducesProblem(406).ProducesProblem(422).ProducesProblem(503);

    static async Task<IResult> AnswerAsync(
        CohortParameters asked, FunnelParameters funnel, string? format, HttpContext http, FunnelQuery query, HospitalDirectory hospitals)
    {
        var (form, blank) = (PlotForm.Json, default(FunnelQuestion)!);
        if ((asked.WhyNoDefinition ?? Picture.Read(http.Request, format, out form) ?? funnel.Read(out blank)) is { } wrong)
            return wrong;
        if ((asked with { GroupBy = asked.GroupBy ?? "surgeon" }).Read(http, blank, out var question) is { } unreadable)
            return unreadable;
        var caller = http.User.Caller();
        return (await query.AskAsync(caller, question, http.RequestAborted)).ToResult(http.Response, found => form is PlotForm.Json
            ? SettledResult.Of(http.Response, new Settled<FunnelAnswer>(found.Body.Answer, found.AsOf, found.Behind))
            : Picture.Of(http, found, form, f => FunnelQuery.Draw(f, question, hospitals[caller.Hospital]),
                found.Body.Answer.Points));
    }
}
