using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Audit.Rates;
using Periop.Server.Hospitals;
using Periop.Server.Http;
using Periop.Server.Register;

namespace Periop.Server.Audit.Signals;

/// <summary>The funnel over HTTP.</summary>
static class FunnelEndpoint
{
    sealed record Parameters(string? Target, string? Adjust, string? Model, string? ModelVersion, string? Format);

    public static void MapFunnel(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/audit/funnel", ([AsParameters] CohortParameters asked, [AsParameters] Parameters funnel, HttpContext http, FunnelQuery query,
                HospitalDirectory hospitals) => AnswerAsync(asked, funnel, http, query, hospitals))
            .For(FunnelQuery.Roles).WithMetadata(new LoggedAs("funnel")).WithName("funnel").WithTags("Audit")
            .WithSummary("Whether any group (by surgeon unless said) is further from the target than chance explains, as numbers or drawn (format=svg|png).")
            .Produces<FunnelAnswer>().Produces(304).ProducesProblem(400).ProducesProblem(404).ProducesProblem(406).ProducesProblem(422).ProducesProblem(503);

    static async Task<IResult> AnswerAsync(CohortParameters asked, Parameters p, HttpContext http, FunnelQuery query, HospitalDirectory hospitals)
    {
        var (form, target, version) = (PlotForm.Json, default(double?), default(int?));
        if ((asked.WhyNoDefinition ?? Picture.Read(http.Request, p.Format, out form) ?? RiskModelAsked.Read(p.Model, p.ModelVersion, out version)
            ?? (p.Adjust is null or "none" or "overdispersion" ? null : Problems.Shape("/adjust", "must be one of none, overdispersion"))
            ?? (p.Model is null ? SignalParameters.Read("target", p.Target, t => t is >= 0 and <= 1, "a rate from 0 to 1", out target)
                : SignalParameters.Read("target", p.Target, t => t is > 0 and <= 100, "a ratio above 0, at most 100", out target))) is { } wrong)
            return wrong;
        var blank = new FunnelQuestion(target, p.Adjust == "overdispersion", p.Model is null ? null : new(p.Model, version));
        if ((asked with { GroupBy = asked.GroupBy ?? "surgeon" }).Read(http, blank, out var question) is { } unreadable)
            return unreadable;
        var caller = http.User.Caller();
        return (await query.AskAsync(caller, question, http.RequestAborted)).ToResult(http.Response, found => form is PlotForm.Json
            ? SettledResult.Of(http.Response, new Settled<FunnelAnswer>(found.Body.Answer, found.AsOf, found.Behind))
            : Picture.Of(http, found, form, f => FunnelQuery.Draw(f, question, hospitals[caller.Hospital])));
    }
}
