using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Http.Lists;
using Periop.Server.Register;

namespace Periop.Server.Audit.Times;

/// <summary>The use of operating rooms over HTTP.</summary>
static class TimesEndpoint
{
    public static void MapTimes(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/audit/times", ([AsParameters] CohortParameters asked, string? metric, string? format, HttpContext http, TimesQuery query) =>
                AnswerAsync(asked, metric, format, http, query))
            .For(TimesQuery.Roles).WithMetadata(new LoggedAs("times")).WithName("times").WithTags("Audit")
            .WithSummary("How operating rooms are used, under a named definition: each figure with its cases, its entries and what it leaves out.")
            .Produces<TimesAnswer>().Produces(304).ProducesProblem(400).ProducesProblem(422).ProducesProblem(503);

    static async Task<IResult> AnswerAsync(CohortParameters asked, string? metric, string? format, HttpContext http, TimesQuery query)
    {
        if (ListFormat.Read(http.Request, format, out var form) is { } unknown)
            return unknown;
        if (TimesAsked.Read(http, asked, metric, out var question) is { } wrong)
            return wrong;
        return (await query.AskAsync(http.User.Caller(), question, http.RequestAborted)).ToResult(
            http.Response, found => form.IsWhole
                ? SettledResult.OfTable(http.Response, found, found.Body.Groups, form) : SettledResult.Of(http.Response, found));
    }
}
