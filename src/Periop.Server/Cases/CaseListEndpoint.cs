using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Hospitals;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Store;

namespace Periop.Server.Cases;

/// <summary>The list of cases over HTTP.</summary>
static class CaseListEndpoint
{
    sealed record Parameters(
        string? Date, string? Room, string? Surgeon, string? Status, string? Phase, string? Q, string? PatientRef,
        string? Format, string? Limit, string? Cursor);

    public static void MapCaseList(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/cases", ([AsParameters] Parameters asked, HttpContext http, CaseListQuery query) => AnswerAsync(asked, http, query))
            .For(CaseListQuery.Roles).WithMetadata(new LoggedAs("case-list")).WithName("cases").WithTags("Cases")
            .WithSummary("Cases, newest day first.").ProducesList<CaseSummaryView>();

    static async Task<IResult> AnswerAsync(Parameters asked, HttpContext http, CaseListQuery query)
    {
        if (Paging.Read<CaseListCursor>(http.Request, asked.Format, asked.Limit, asked.Cursor, out var format, out var count, out var after) is { } unreadable)
            return unreadable;
        if (Read(asked, out var question) is { } wrong)
            return wrong;
        var caller = http.User.Caller();
        return format.IsWhole
            ? (await query.AskAllAsync(caller, question, http.RequestAborted)).ToResult(
                http.Response, all => new WholeList<CaseSummaryView>(all.Items.Select(CaseSummaryView.Of), format))
            : (await query.AskAsync(caller, question, after, count, http.RequestAborted)).ToResult(
                http.Response, part => Tagged.Ok(Paging.PageOf(part.Items.Select(CaseSummaryView.Of), part.Next)));
    }

    static IResult? Read(Parameters asked, out CaseListQuestion question)
    {
        var date = default(DateOnly);
        var isDate = asked.Date is null || LocalDate.TryRead(asked.Date, out date);
        question = new CaseListQuestion(
            asked.Date is null ? null : date, NameAsked.Read(asked.Room), NameAsked.Read(asked.Surgeon), asked.Status, asked.Phase,
            asked.Q is { } part ? NormalForm.C(part) : null, asked.PatientRef);
        return !isDate ? Problems.Shape("/date", LocalDate.Rule)
            : WhyNoWord<CaseStatus>("/status", asked.Status) ?? WhyNoWord<CasePhase>("/phase", asked.Phase)
            ?? WhyNoName("/room", asked.Room, question.Room) ?? WhyNoName("/surgeon", asked.Surgeon, question.Surgeon)
            ?? (asked.PatientRef is { } patient && Reference.Read(patient) is null ? Problems.Shape("/patientRef", $"must be {Reference.Rule}") : null);
    }

    static IResult? WhyNoName(string pointer, string? asked, string? name) =>
        asked is null || name is not null ? null : Problems.Shape(pointer, $"must be {Label.Rule}");

    static IResult? WhyNoWord<T>(string pointer, string? word) where T : struct, Enum =>
        word is null || Vocabulary.Words<T>().Contains(word) ? null : Problems.NoneOf(pointer, Vocabulary.Words<T>());
}

/// <summary>A case in a list.</summary>
sealed record CaseSummaryView(
    Guid CaseId, string CaseNumber, string Status, string Phase, DateOnly Date, DateTimeOffset? ScheduledStart, int? ScheduledMinutes, string? Room,
    string? Surgeon, string? Service, string? Procedure, string? Priority)
{
    public static CaseSummaryView Of(CaseSummary c) =>
        new(c.CaseId, c.CaseNumber, c.Status, c.Phase, c.Date, c.ScheduledStart, c.ScheduledMinutes, c.Room, c.Surgeon, c.Service, c.Procedure, c.Priority);
}
