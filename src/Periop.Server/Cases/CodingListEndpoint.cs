using System.Globalization;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Hospitals;
using Periop.Server.Http;
using Periop.Server.Http.Lists;

namespace Periop.Server.Cases;

/// <summary>The coder's list over HTTP.</summary>
static class CodingListEndpoint
{
    sealed record Parameters(string? From, string? To, string? Status, string? Format, string? Limit, string? Cursor);

    public static void MapCodingList(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/codes", ([AsParameters] Parameters asked, HttpContext http, CodingListQuery query) => AnswerAsync(asked, http, query))
            .For(CodingListQuery.Roles).WithMetadata(new LoggedAs("coding-list")).WithName("coding-list").WithTags("Cases")
            .WithSummary("Cases to code: what each suggests, what was decided and where the two differ; by first incision, oldest first.")
            .ProducesList<CodingView>().ProducesProblem(409).ProducesProblem(503);

    static async Task<IResult> AnswerAsync(Parameters asked, HttpContext http, CodingListQuery query)
    {
        if (Paging.Read<CodingListCursor>(http.Request, asked.Format, asked.Limit, asked.Cursor, out var format, out var count, out var after)
            is { } unreadable)
            return unreadable;
        if (Read(asked, out var question) is { } wrong)
            return wrong;
        var caller = http.User.Caller();
        return format.IsWhole
            ? (await query.AskAllAsync(caller, question, http.RequestAborted)).ToResult(http.Response, all =>
            {
                Say(http.Response, all.First);
                return new WholeList<CodingView>(all.Items, format);
            })
            : (await query.AskAsync(caller, question, after, count, http.RequestAborted)).ToResult(http.Response, part =>
            {
                Say(http.Response, part);
                return Tagged.Ok(Paging.PageOf(part.Items, part.Next));
            });
    }

    static void Say(HttpResponse response, CodingListPart part) =>
        response.Headers["Periop-Behind"] = part.Behind.ToString(CultureInfo.InvariantCulture);

    static IResult? Read(Parameters asked, out CodingListQuestion question)
    {
        var (from, to) = (default(DateOnly), default(DateOnly));
        var (isFrom, isTo) = (asked.From is null || LocalDate.TryRead(asked.From, out from), asked.To is null || LocalDate.TryRead(asked.To, out to));
        var status = Enum.GetValues<CodingStatus>().Cast<CodingStatus?>().FirstOrDefault(s => Vocabulary.WordFor(s!.Value) == asked.Status);
        question = new CodingListQuestion(asked.From is null ? null : from, asked.To is null ? null : to, status);
        return !isFrom ? Problems.Shape("/from", LocalDate.Rule)
            : !isTo ? Problems.Shape("/to", LocalDate.Rule)
            : question.From > question.To ? Problems.Shape("/to", "must not be before from")
            : asked.Status is not null && status is null
                ? Problems.NoneOf("/status", Vocabulary.Words<CodingStatus>())
            : null;
    }
}
