using Marten;
using Periop.Server.Hospitals;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Json;

namespace Periop.Server.Access;

/// <summary>The access log, for auditors: newest first. Reading it leaves an entry of its own.</summary>
static class AccessLogEndpoint
{
    sealed record Cursor(DateTimeOffset At, Guid Id, DateTimeOffset Until);

    sealed record Question(string? From, string? To, string? Subject, Guid? CaseId, string? Format, string? Limit, string? Cursor);

    public static void MapAccessLog(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/access-log",
                ([AsParameters] Question question, HttpContext http, IDocumentStore store, HospitalDirectory hospitals, TimeProvider clock) =>
                    AnswerAsync(question, http, store, hospitals, clock))
            .For(Role.Auditor).LogAccess("access-log").WithName("access-log").WithTags("Access")
            .WithSummary("Who read or wrote what, newest first.").ProducesList<AccessEntry>();

    static async Task<IResult> AnswerAsync(Question question, HttpContext http, IDocumentStore store, HospitalDirectory hospitals, TimeProvider clock)
    {
        if (Paging.Read<Cursor>(http.Request, question.Format, question.Limit, question.Cursor, out var format, out var take, out var after) is { } unreadable)
            return unreadable;
        var hospital = hospitals[http.User.Hospital()];
        var (from, to) = (Begin(question.From, hospital), Begin(question.To, hospital));
        if (question.From is not null && from is null)
            return Problems.Shape("/from", DateOrInstant);
        if (question.To is not null && to is null)
            return Problems.Shape("/to", DateOrInstant);
        if (question.Subject?.Contains('\0') is true)
            return Problems.Of(400);

        var until = after?.Until ?? clock.GetUtcNow();
        var session = store.QuerySession(http.User.Hospital());
        http.Response.RegisterForDisposeAsync(session);     // a whole list is read while the answer is written
        IQueryable<AccessEntry> entries = session.Query<AccessEntry>().Where(e => e.At <= until);
        if (from is { } first)
            entries = entries.Where(e => e.At >= first);
        if (to is { } last)
            entries = entries.Where(e => e.At < last);
        if (question.Subject is { } subject)
            entries = entries.Where(e => e.Subject == subject);
        if (question.CaseId is { } caseId)
            entries = entries.Where(e => e.CaseId == caseId);
        if (after is not null)
            entries = entries.Where(e => e.At < after.At || (e.At == after.At && e.Id.CompareTo(after.Id) < 0));
        entries = entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id);
        if (format.IsWhole)
            return new WholeList<AccessEntry>(entries.ToAsyncEnumerable(http.RequestAborted), format);
        var found = await entries.Take(take + 1).ToListAsync(http.RequestAborted);
        return TypedResults.Ok(Paging.PageOf([.. found], take, e => new Cursor(e.At, e.Id, until)));
    }

    const string DateOrInstant = LocalDate.Rule + ", or a time with offset";

    /// <summary>A date means the beginning of that day in the hospital.</summary>
    static DateTimeOffset? Begin(string? text, Hospital hospital) =>
        text is null ? null
        : LocalDate.TryRead(text, out var date) ? hospital.BeginOf(date)
        : InstantConverter.Parse(text);
}
