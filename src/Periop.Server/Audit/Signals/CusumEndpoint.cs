using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.Signals;

/// <summary>CUSUM over HTTP.</summary>
static class CusumEndpoint
{
    public static void MapCusum(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/audit/cusum", ([AsParameters] CohortParameters asked, [AsParameters] CusumParameters cusum, string? format,
                HttpContext http, CusumQuery query, HospitalDirectory hospitals) => AnswerAsync(asked, cusum, format, http, query, hospitals))
            .For(CusumQuery.Roles).WithMetadata(new LoggedAs("cusum")).WithName("cusum").WithTags("Audit")
            .WithSummary("Whether the rate has changed on the way, case by case, with the VLAD beside it, as numbers or drawn (format=svg|png), or as csv.")
            .Produces<CusumAnswer>().Produces(304).ProducesProblem(400).ProducesProblem(404).ProducesProblem(406).ProducesProblem(422).ProducesProblem(503);

    static async Task<IResult> AnswerAsync(
        CohortParameters asked, CusumParameters cusum, string? format, HttpContext http, CusumQuery query, HospitalDirectory hospitals)
    {
        var (form, blank) = (PlotForm.Json, default(CusumQuestion)!);
        if ((asked.WhyNoDefinition ?? SignalParameters.WhyNoGroups(asked.GroupBy) ?? Picture.Read(http.Request, format, out form)
            ?? cusum.Read(http, out blank)) is { } wrong)
            return wrong;
        if ((asked.Read(http, blank, out var question) ?? CusumParameters.WhyNot(question)) is { } unreadable)
            return unreadable;
        var caller = http.User.Caller();
        return (await query.AskAsync(caller, question, http.RequestAborted)).ToResult(http.Response, found => form is PlotForm.Json
            ? SettledResult.Of(http.Response, new Settled<CusumAnswer>(found.Body.Answer, found.AsOf, found.Behind))
            : Picture.Of(http, found, form, f => CusumQuery.Draw(f, question, hospitals[caller.Hospital]),
                found.Body.Answer.Points));
    }
}
