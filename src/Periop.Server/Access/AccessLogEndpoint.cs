using Periop.Domain.Text;
using Periop.Server.Hospitals;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Json;

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
        if (Paging.Read<AccessLogCursor>(http.Request, asked.Format, asked.Limit, asked.Cursor, out var format, out var count, out var after) is { } unreadable)
            return unreadable;
        var (caller, hospital) = (http.User.Caller(), hospitals[http.User.Hospital()]);
        var (from, to) = (Begin(asked.From, hospital), Begin(asked.To, hospital));
        if (asked.From is not null && from is null)
            return Problems.Shape("/from", DateOrInstant);
        if (asked.To is not null && to is null)
            return Problems.Shape("/to", DateOrInstant);
        var caseId = Guid.Empty;
        if (asked.CaseId is not null && !Guid.TryParse(asked.CaseId, out caseId))
            return Problems.Shape("/caseId", "must be a UUID");
        var (patient, action, outcome) = (Read<Reference>(asked.PatientRef), Read<Term>(asked.Action), Read<Term>(asked.Outcome));
        if (asked.PatientRef is not null && patient is null)
            return Problems.Shape("/patientRef", $"must be {Reference.Rule}");
        if (asked.Action is not null && action is null)
            return Problems.Shape("/action", $"must be {Term.Rule}");
        if (asked.Outcome is not null && outcome is null)
            return Problems.Shape("/outcome", $"must be {Term.Rule}");
        var question = new AccessLogQuestion(from, to, asked.Subject, asked.CaseId is null ? null : caseId, patient?.Value, action?.Value, outcome?.Value);
        return format.IsWhole
            ? (await query.AskAllAsync(caller, question, http.RequestAborted)).ToResult(http.Response, all => new WholeList<AccessEntry>(all.Items, format))
            : (await query.AskAsync(caller, question, after, count, http.RequestAborted)).ToResult(
                http.Response, part => Tagged.Ok(Paging.PageOf(part.Items, part.Next)));
    }

    const string DateOrInstant = LocalDate.Rule + ", or a time with offset";

    static T? Read<T>(string? text) where T : struct, IText<T> => text is null ? null : T.Read(text);

    /// <summary>A date means the beginning of that day in the hospital.</summary>
    static DateTimeOffset? Begin(string? text, Hospital hospital) =>
        text is null ? null
        : LocalDate.TryRead(text, out var date) ? hospital.BeginOf(date)
        : InstantConverter.Parse(text);
}
