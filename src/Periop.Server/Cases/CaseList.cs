using Marten;
using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Hospitals;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Store;

namespace Periop.Server.Cases;

/// <summary>The list of cases: newest day first, and within it by case.</summary>
static class CaseList
{
    /// <summary>Where the next page begins, and when the first one was asked for.</summary>
    sealed record Cursor(DateOnly Date, Guid CaseId, DateTimeOffset Until);

    sealed record Question(
        string? Date, string? Room, string? Surgeon, string? Status, string? Phase, string? Q, string? Format, string? Limit, string? Cursor);

    public static void MapCaseList(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/cases", ([AsParameters] Question question, HttpContext http, IDocumentStore store, TimeProvider clock) =>
                AnswerAsync(question, http, store, clock))
            .For(Role.CaseReaders).LogAccess("case-list").WithName("cases").WithTags("Cases")
            .WithSummary("Cases, newest day first.").ProducesList<CaseSummaryView>();

    static async Task<IResult> AnswerAsync(Question question, HttpContext http, IDocumentStore store, TimeProvider clock)
    {
        if (Paging.Read<Cursor>(http.Request, question.Format, question.Limit, question.Cursor, out var format, out var take, out var from) is { } unreadable)
            return unreadable;
        var date = default(DateOnly);
        if (question.Date is not null && !LocalDate.TryRead(question.Date, out date))
            return Problems.Shape("/date", LocalDate.Rule);
        if (question.Status is not null && !Vocabulary.Words<CaseStatus>().Contains(question.Status))
            return Problems.Shape("/status", "must be one of " + string.Join(", ", Vocabulary.Words<CaseStatus>()));
        if (question.Phase is not null && !Vocabulary.Words<CasePhase>().Contains(question.Phase))
            return Problems.Shape("/phase", "must be one of " + string.Join(", ", Vocabulary.Words<CasePhase>()));
        if (new[] { question.Room, question.Surgeon, question.Q }.Any(text => text?.Contains('\0') is true))
            return Problems.Of(400);

        var until = from?.Until ?? clock.GetUtcNow();
        var session = store.QuerySession(http.User.Hospital());
        http.Response.RegisterForDisposeAsync(session);     // a whole list is read while the answer is written
        IQueryable<CaseSummary> cases = session.Query<CaseSummary>().Where(c => c.RecordedAt <= until);
        if (question.Date is not null)
            cases = cases.Where(c => c.Date == date);
        if (question.Room is { } room)
            cases = cases.Where(c => c.Room == room);
        if (question.Surgeon is { } surgeon)
            cases = cases.Where(c => c.Surgeon == surgeon);
        if (question.Status is { } status)
            cases = cases.Where(c => c.Status == status);
        if (question.Phase is { } phase)
            cases = cases.Where(c => c.Phase == phase);
        if (question.Q is { } part)
            cases = cases.Where(c => c.CaseNumber.Contains(part, StringComparison.OrdinalIgnoreCase));
        if (from is not null)
            cases = cases.Where(c => c.Date < from.Date || (c.Date == from.Date && c.CaseId.CompareTo(from.CaseId) > 0));
        cases = cases.OrderByDescending(c => c.Date).ThenBy(c => c.CaseId);
        if (format.IsWhole)
            return new WholeList<CaseSummaryView>(cases.ToAsyncEnumerable(http.RequestAborted).Select(CaseSummaryView.Of), format);
        var found = await cases.Take(take + 1).ToListAsync(http.RequestAborted);
        return TypedResults.Ok(Paging.PageOf([.. found.Select(CaseSummaryView.Of)], take, last => new Cursor(last.Date, last.CaseId, until)));
    }

    }

/// <summary>A case in a list.</summary>
sealed record CaseSummaryView(
    Guid CaseId, string CaseNumber, string Status, string Phase, DateOnly Date, DateTimeOffset? ScheduledStart, int? ScheduledMinutes, string? Room,
    string? Surgeon, string? Service, string? Procedure, string? Priority)
{
    public static CaseSummaryView Of(CaseSummary c) =>
        new(c.CaseId, c.CaseNumber, c.Status, c.Phase, c.Date, c.ScheduledStart, c.ScheduledMinutes, c.Room, c.Surgeon, c.Service, c.Procedure, c.Priority);
}
