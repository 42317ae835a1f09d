using Marten;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Periop.Domain.Cases;
using Periop.Domain.Spine.Coding;
using Periop.Server.Access;
using Periop.Server.Json;
using Periop.Server.Operations;

namespace Periop.Server.Cases;

/// <summary>One case, its timeline and the codes it suggests, now or as of an instant.</summary>
static class CaseReads
{
    public static void MapCaseReads(this IEndpointRouteBuilder app)
    {
        var one = app.MapGroup("/api/cases/{caseId:guid}").For(Role.CaseReaders).WithTags("Cases");
        one.MapGet("", (Guid caseId, [FromQuery] string? asOf, HttpContext http, IDocumentStore store, CaseStream stream) =>
                AnswerAsync(caseId, asOf, http, store, stream, async (session, surgicalCase) =>
                    CaseView.Of(surgicalCase, session.TenantId, await PatientRefOf(surgicalCase, session, http.RequestAborted))))
            .LogAccess("case").WithName("case").WithSummary("One case, now or as of an instant.").Produces<CaseView>().Produces(304).ProducesProblem(400).ProducesProblem(404);
        one.MapGet("timeline", (Guid caseId, [FromQuery] string? asOf, HttpContext http, IDocumentStore store, CaseStream stream) =>
                AnswerAsync(caseId, asOf, http, store, stream, (_, surgicalCase) => Task.FromResult(TimelineView.Of(surgicalCase))))
            .LogAccess("timeline").WithName("timeline").WithSummary("Every entry of a case, in order of when it happened.").Produces<TimelineView>().Produces(304).ProducesProblem(400).ProducesProblem(404);
        one.MapGet("codes", (Guid caseId, [FromQuery] string? asOf, HttpContext http, IDocumentStore store, CaseStream stream) =>
                AnswerAsync(caseId, asOf, http, store, stream, (_, surgicalCase) => Task.FromResult(CodesView.Of(surgicalCase)), CodeRuleSet.Current.Id))
            .LogAccess("codes").WithName("codes").WithSummary("The code units that the case suggests, with their evidence.").Produces<CodesView>().Produces(304).ProducesProblem(400).ProducesProblem(404);
    }

    /// <param name="rules">The version of the rules that made the answer: with others, the same case is another answer.</param>
    static async Task<IResult> AnswerAsync<TView>(
        Guid caseId, string? asOf, HttpContext http, IDocumentStore store, CaseStream stream, Func<IQuerySession, SurgicalCase, Task<TView>> view, string? rules = null)
    {
        var instant = asOf is null ? null : InstantConverter.Parse(asOf);
        if (asOf is not null && instant is null)
            return Problems.Shape("/asOf", InstantConverter.Rule);
        await using var session = store.QuerySession(http.User.Hospital());
        var current = await stream.ReadAsync(session, caseId, http.RequestAborted);
        var asked = instant is { } then ? current?.AsOf(then) : current;
        if (asked is null)
            return Problems.Of(404);
        var tag = rules is null ? $"\"{asked.Version}\"" : $"\"{asked.Version}.{rules}\"";
        http.Response.Headers.ETag = tag;
        return IsKnown(http.Request, tag) ? TypedResults.StatusCode(304) : TypedResults.Ok(await view(session, asked));
    }

    static bool IsKnown(HttpRequest request, string tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(new EntityTagHeaderValue(tag), useStrongComparison: false));

    static async Task<string?> PatientRefOf(SurgicalCase surgicalCase, IQuerySession session, CancellationToken cancellation)
    {
        if (Plan.Of(surgicalCase.Surviving()).PatientId is not { } patientId)
            return null;
        return await session.Query<PatientIdentity>().Where(p => p.PatientId == patientId).Select(p => p.Id).FirstOrDefaultAsync(cancellation);
    }
}
