using System.Globalization;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Hospitals;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Register;
using Periop.Server.Shell;

namespace Periop.Server.Cases;

/// <summary>How the coder's list is asked for over HTTP.</summary>
sealed record CodingParameters(string? From, string? To, string? Status, string? Differs, string? Coder, string? Code, string? AsOf)
{
    public static readonly string[] Names = ["from", "to", "status", "differs", "coder", "code", "asOf"];

    public static CodingParameters Of(PageAddress a) => new(a["from"], a["to"], a["status"], a["differs"], a["coder"], a["code"], a["asOf"]);

    public IResult? Read(HttpContext http, out CodingListQuestion question)
    {
        var noDays = ReadDays(From, To, out var from, out var to);
        var status = Enum.GetValues<CodingStatus>().Cast<CodingStatus?>().FirstOrDefault(s => Vocabulary.WordFor(s!.Value) == Status);
        var noInstant = Http.AsOf.Read(http, AsOf, out var instant);
        question = new CodingListQuestion(from, to, status, Differs is null ? null : Differs == "true", Coder, Code, instant);
        return noDays
            ?? (Status is not null && status is null ? Problems.NoneOf("/status", Vocabulary.Words<CodingStatus>())
            : Differs is not (null or "true" or "false") ? Problems.NoneOf("/differs", ["true", "false"])
            : Coder is { } coder && (coder.Length == 0 || coder.Contains('\0')) ? Problems.Shape("/coder", "must be the subject of a person")
            : Code is not null && Term.Read(Code) is null ? Problems.Shape("/code", $"must be {Term.Rule}")
            : noInstant);
    }

    /// <param name="first">The first local day of the first incision.</param>
    /// <param name="end">The day before which it was.</param>
    public static IResult? ReadDays(string? from, string? to, out DateOnly? first, out DateOnly? end)
    {
        var (begin, over) = (default(DateOnly), default(DateOnly));
        var (isFrom, isTo) = (from is null || LocalDate.TryRead(from, out begin), to is null || LocalDate.TryRead(to, out over));
        (first, end) = (from is null ? null : begin, to is null ? null : over);
        return !isFrom ? Problems.Shape("/from", LocalDate.Rule)
            : !isTo ? Problems.Shape("/to", LocalDate.Rule)
            : first > end ? Problems.Shape("/to", "must not be before from")
            : null;
    }
}

/// <summary>The coder's list over HTTP.</summary>
static class CodingListEndpoint
{
    public const string Path = "/api/codes";

    sealed record SummaryParameters(string? From, string? To, string? AsOf);

    public static void MapCodingList(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, ([AsParameters] CodingParameters asked, [AsParameters] PartParameters part, HttpContext http, CodingListQuery query) =>
                AnswerAsync(asked, part, http, query))
            .For(CodingListQuery.Roles).WithMetadata(new LoggedAs("coding-list")).WithName("coding-list").WithTags("Cases")
            .WithSummary("Cases to code: what each suggests, what was decided and where the two differ; by first incision, oldest first.")
            .ProducesList<CodingView>().ProducesProblem(409).ProducesProblem(422).ProducesProblem(503);
        app.MapGet($"{Path}/summary", ([AsParameters] SummaryParameters asked, HttpContext http, CodingSummaryQuery query) =>
                SummaryAsync(asked, http, query))
            .For(CodingSummaryQuery.Roles).WithMetadata(new LoggedAs("coding-summary")).WithName("coding-summary").WithTags("Cases")
            .WithSummary("How often coders decided as the record suggests, and where they did not: by code, coder and reason, now or as of an instant.")
            .Produces<CodingSummary>().Produces(304).ProducesProblem(400).ProducesProblem(422).ProducesProblem(503);
    }

    static async Task<IResult> SummaryAsync(SummaryParameters asked, HttpContext http, CodingSummaryQuery query)
    {
        if (CodingParameters.ReadDays(asked.From, asked.To, out var from, out var to) is { } noDay)
            return noDay;
        if (AsOf.Read(http, asked.AsOf, out var instant) is { } noInstant)
            return noInstant;
        var answer = await query.AskAsync(
            http.User.Caller(), new CodingSummaryQuestion(from, to, instant), () => http.Deadline()?.Begin(), http.RequestAborted);
        return answer.ToResult(http.Response, found => SettledResult.Of(http.Response, found));
    }

    static async Task<IResult> AnswerAsync(CodingParameters asked, PartParameters part, HttpContext http, CodingListQuery query)
    {
        if (part.Read<CodingListCursor>(http.Request, out var format, out var count, out var after) is { } unreadable)
            return unreadable;
        if (asked.Read(http, out var question) is { } wrong)
            return wrong;
        var caller = http.User.Caller();
        return format.IsWhole
            ? (await query.AskAllAsync(caller, question, http.RequestAborted)).ToResult(http.Response, all =>
            {
                Say(http.Response, all.First, question);
                return new WholeList<CodingView>(all.Items, format);
            })
            : (await query.AskAsync(caller, question, after, count, http.RequestAborted)).ToResult(http.Response, one =>
            {
                Say(http.Response, one, question);
                return Tagged.Ok(Paging.PageOf(one.Items, one.Next));
            });
    }

    static void Say(HttpResponse response, CodingListPart part, CodingListQuestion question)
    {
        response.Headers["Periop-Behind"] = part.Behind.ToString(CultureInfo.InvariantCulture);
        if (question.AsOf is not null)
            SettledResult.SayAsOf(response, part.AsOf);
    }
}
