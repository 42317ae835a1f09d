using System.Security.Cryptography;
using System.Text.Json;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Npgsql;
using Periop.Domain.Cases;
using Periop.Domain.Procedures;
using Periop.Domain.Register;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Implants;
using Periop.Server.Json;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Server.Cases;

/// <summary>One case, its timeline and the codes it suggests, now or as of an instant.</summary>
static class CaseReads
{
    public static void MapCaseReads(this IEndpointRouteBuilder app)
    {
        var one = app.MapGroup("/api/cases/{caseId:guid}").For(Role.CaseReaders).WithTags("Cases");
        one.MapGet("", CaseAsync)
            .LogAccess("case").WithName("case").WithSummary("One case, now or as of an instant.")
            .Produces<CaseView>().Produces(304).ProducesProblem(400).ProducesProblem(404).ProducesProblem(503);
        one.MapGet("timeline", (Guid caseId, [FromQuery] string? asOf, HttpContext http, IDocumentStore store, CaseStream stream) =>
                AnswerAsync(caseId, asOf, http, store, stream, TimelineView.Of))
            .LogAccess("timeline").WithName("timeline").WithSummary("Every entry of a case, in order of when it happened.").Produces<TimelineView>().Produces(304).ProducesProblem(400).ProducesProblem(404);
        one.MapGet("codes", (Guid caseId, [FromQuery] string? asOf, HttpContext http, IDocumentStore store, CaseStream stream, ProcedureFamilies families) =>
                AnswerAsync(caseId, asOf, http, store, stream, asked => CodesView.Of(asked, families), view => view.RuleSet))
            .LogAccess("codes").WithName("codes").WithSummary("The code units that the case suggests, with their evidence.").Produces<CodesView>().Produces(304).ProducesProblem(400).ProducesProblem(404);
    }

    /// <summary>
    /// The case with the flags that other cases and the recall list raise on its devices. When it has devices, the answer is for the
    /// instant up to which such flags are known, also when there are none: as of its last entry there may have been.
    /// </summary>
    static async Task<IResult> CaseAsync(
        Guid caseId, [FromQuery] string? asOf, HttpContext http, IDocumentStore store, CaseStream stream, NpgsqlDataSource database, RuleBook rules, CancellationToken cancellation)
    {
        if (AsOf.Read(asOf, out var instant) is { } unreadable)
            return unreadable;
        await using var session = store.QuerySession(http.User.Hospital());
        if (await AskedAsync(session, stream, caseId, instant, cancellation) is not { } asked)
            return Problems.Of(404);
        var (at, joined) = (asked.RecordedAt, Array.Empty<Flag>());
        if (asked.Surviving().First<HardwarePlaced>() is not null)
            switch (await RegisterSnapshot.OpenAsync(database, instant, cancellation))
            {
                case RegisterOpening.Opened { Register: var register }:
                    await using (register)
                    {
                        joined = await DeviceFlagsOf(asked, register, session.TenantId, cancellation);
                        http.Response.Headers["Periop-Behind"] = $"{await register.BehindAsync(cancellation)}";
                    }

                    at = register.AsOf > at ? register.AsOf : at;
                    break;
                case RegisterOpening.NotSettled notYet when instant is not null:     // now, the case is answered all the same
                    return notYet.Problem(http.Response);
            }

        var patientRef = await PatientRefOf(asked, session, cancellation);
        return Answer(http, joined.Length == 0 ? null : TagOf(joined), asked, surgicalCase => CaseView.Of(surgicalCase, session.TenantId, patientRef, at, joined, rules));
    }

    /// <summary>Tells flags across cases from others; they change while the case's version does not.</summary>
    static string TagOf(Flag[] flags) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(flags, PeriopJson.Web)))[..16];

    static async Task<Flag[]> DeviceFlagsOf(SurgicalCase surgicalCase, RegisterSnapshot register, string hospital, CancellationToken cancellation)
    {
        var flags = await DeviceFlagsReader.ReadAsync(register.Connection, hospital, [surgicalCase.Id], register.Position, cancellation);
        return [.. flags[surgicalCase.Id].Select(f => DeviceFlags.WithAcknowledgement(f.Flag, f.RaisedAt, surgicalCase.Surviving()))];
    }

    /// <param name="rules">The version of the rules that made the answer: with others, the same case is another answer.</param>
    static async Task<IResult> AnswerAsync<TView>(
        Guid caseId, string? asOf, HttpContext http, IDocumentStore store, CaseStream stream, Func<SurgicalCase, TView> view, Func<TView, string>? rules = null)
    {
        if (AsOf.Read(asOf, out var instant) is { } unreadable)
            return unreadable;
        await using var session = store.QuerySession(http.User.Hospital());
        if (await AskedAsync(session, stream, caseId, instant, http.RequestAborted) is not { } asked)
            return Problems.Of(404);
        var answer = view(asked);
        return Answer(http, rules?.Invoke(answer), asked, _ => answer);
    }

    static async Task<SurgicalCase?> AskedAsync(IQuerySession session, CaseStream stream, Guid caseId, DateTimeOffset? instant, CancellationToken cancellation)
    {
        var current = await stream.ReadAsync(session, caseId, cancellation);
        return instant is { } then ? current?.AsOf(then) : current;
    }

    /// <param name="more">What the answer depends on besides the case's version.</param>
    static IResult Answer<TView>(HttpContext http, string? more, SurgicalCase asked, Func<SurgicalCase, TView> view)
    {
        var tag = more is null ? $"\"{asked.Version}\"" : $"\"{asked.Version}.{more}\"";
        http.Response.Headers.ETag = tag;
        return IsKnown(http.Request, tag) ? TypedResults.StatusCode(304) : TypedResults.Ok(view(asked));
    }

    static bool IsKnown(HttpRequest request, string tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known =>
            known.Equals(EntityTagHeaderValue.Any) || known.Compare(new EntityTagHeaderValue(tag), useStrongComparison: false));

    static async Task<string?> PatientRefOf(SurgicalCase surgicalCase, IQuerySession session, CancellationToken cancellation)
    {
        if (Plan.Of(surgicalCase.Surviving()).PatientId is not { } patientId)
            return null;
        return await session.Query<PatientIdentity>().Where(p => p.PatientId == patientId).Select(p => p.Id).FirstOrDefaultAsync(cancellation);
    }
}
