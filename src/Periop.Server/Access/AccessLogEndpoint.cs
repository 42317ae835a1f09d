using Periop.Server.Hospitals;
using Periop.Server.Http;
using Periop.Server.Http.Lists;

namespace Periop.Server.Access;

/// <summary>The access log, for auditors: newest first. Reading it leaves an entry of its own.</summary>
static class AccessLogEndpoint
{
    sealed record Parameters(
        string? From, string? To, string? Subject, string? CaseId, string? PatientRef, string? Action, string? Outcome, string? Format, string? Limit,
        string? Cursor);

    public static void MapAccessLog(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/access-log",
                ([AsParameters] Parameters asked, HttpContext http, AccessLogQuery query, HospitalDirectory hospitals) =>
                    AnswerAsync(asked, http, query, hospitals))
            .For(AccessLogQuery.Roles).WithName("access-log").WithTags("Access")
            .WithSummary("Who read or wrote what, newest first.").ProducesList<AccessEntry>();

    static async Task<IResult> AnswerAsync(Parameters asked, HttpContext http, AccessLogQuery query, HospitalDirectory hospitals)
    {
        AccessLogQuestion? question = null;
        if ((Paging.Read<AccessLogCursor>(http.Request, asked.Format, asked.Limit, asked.Cursor, out var format, out var count, out var after)
            ?? AccessLogFilters.Read(Said, hospitals[http.User.Hospital()], out question)) is { } unreadable)
            return unreadable;
        var caller = http.User.Caller();
        return format.IsWhole
            ? (await query.AskAllAsync(caller, question!, http.RequestAborted)).ToResult(http.Response, all => new WholeList<AccessEntry>(all.Items, format))
            : (await query.AskAsync(caller, question!, after, count, http.RequestAborted)).ToResult(
                http.Response, part => Tagged.Ok(Paging.PageOf(part.Items, part.Next)));

        string? Said(string name) => http.Request.Query[name] is [{ } said] ? said : null;
    }
}
