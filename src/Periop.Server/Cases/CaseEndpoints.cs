using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Json;

namespace Periop.Server.Cases;

/// <summary>One case, its timeline and its codes over HTTP.</summary>
static class CaseEndpoints
{
    public static void MapCaseReads(this IEndpointRouteBuilder app)
    {
        var one = app.MapGroup("/api/cases/{caseId}").For(CaseQuery.Roles).WithTags("Cases");
        one.MapGet("", (PathId caseId, [FromQuery] string? asOf, HttpContext http, CaseQuery query) =>
                AnswerAsync(asOf, http, at => query.AskAsync(http.User.Caller(), new CaseQuestion(caseId, at), http.RequestAborted)))
            .WithName("case").WithSummary("One case, now or as of an instant.")
            .Produces<CaseView>().Produces(304).ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
        one.MapGet("timeline", (PathId caseId, [FromQuery] string? asOf, HttpContext http, CaseQuery query) =>
                AnswerAsync(asOf, http, at => query.AskAsync(http.User.Caller(), new TimelineQuestion(caseId, at), http.RequestAborted)))
            .WithName("timeline").WithSummary("Every entry of a case, in order of when it happened.")
            .Produces<TimelineView>().Produces(304).ProducesProblem(400).ProducesProblem(404);
        one.MapGet("codes", (PathId caseId, [FromQuery] string? asOf, HttpContext http, CaseQuery query) =>
                AnswerAsync(asOf, http, at => query.AskAsync(http.User.Caller(), new CodesQuestion(caseId, at), http.RequestAborted)))
            .WithName("codes").WithSummary("The code units that the case suggests, with their evidence.")
            .Produces<CodesView>().Produces(304).ProducesProblem(400).ProducesProblem(404);
    }

    static async Task<IResult> AnswerAsync<TView>(string? asOf, HttpContext http, Func<DateTimeOffset?, Task<Answer<CaseAnswer<TView>>>> ask) =>
        AsOf.Read(http, asOf, out var instant) is { } unreadable ? unreadable : (await ask(instant)).ToResult(http.Response, answer => Show(http, answer));

    static IResult Show<TView>(HttpContext http, CaseAnswer<TView> answer)
    {
        if (answer.Flags?.Behind is { } behind)
            http.Response.Headers["Periop-Behind"] = $"{behind}";
        if (answer.Flags is { } known)
            http.Response.Headers["Periop-Flags-Known-Until"] =
                known.Until is { } until ? JsonSerializer.SerializeToElement(until, PeriopJson.Web).GetString() : "unknown";
        return new TaggedJson<TView>(answer.View, answer.Version);
    }
}
