using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Hospitals;
using Periop.Server.Http;
using Periop.Server.Http.Lists;

namespace Periop.Server.Cases;

/// <summary>The list of corrections over HTTP.</summary>
static class CorrectionListEndpoint
{
    sealed record Parameters(
        string? From, string? To, string? By, string? Surgeon, string? AsOf, string? Format, string? Limit, string? Cursor);

    public static void MapCorrections(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/register/corrections",
                ([AsParameters] Parameters asked, HttpContext http, CorrectionListQuery query) => AnswerAsync(asked, http, query))
            .For(CorrectionListQuery.Roles).WithMetadata(new LoggedAs("corrections")).WithName("corrections").WithTags("Cases")
            .WithSummary("What was corrected, retracted or replaced, with both values, newest first.").ProducesList<CorrectionView>();

    static async Task<IResult> AnswerAsync(Parameters asked, HttpContext http, CorrectionListQuery query)
    {
        if (Paging.Read<CorrectionListCursor>(http.Request, asked.Format, asked.Limit, asked.Cursor, out var format, out var count, out var after)
            is { } unreadable)
            return unreadable;
        if (Read(http, asked, out var question) is { } wrong)
            return wrong;
        var caller = http.User.Caller();
        return format.IsWhole
            ? (await query.AskAllAsync(caller, question, http.RequestAborted)).ToResult(http.Response, all => new WholeList<CorrectionView>(all.Items, format))
            : (await query.AskAsync(caller, question, after, count, http.RequestAborted)).ToResult(
                http.Response, part => Tagged.Ok(Paging.PageOf(part.Items, part.Next)));
    }

    static IResult? Read(HttpContext http, Parameters asked, out CorrectionListQuestion question)
    {
        var (from, to) = (default(DateOnly), default(DateOnly));
        var (isFrom, isTo) = (asked.From is null || LocalDate.TryRead(asked.From, out from), asked.To is null || LocalDate.TryRead(asked.To, out to));
        var wrongInstant = AsOf.Read(http, asked.AsOf, out var asOf);
        var surgeon = asked.Surgeon is { } name ? Label.Read(name)?.Value ?? Reference.Read(name)?.Value : null;
        question = new CorrectionListQuestion(asked.From is null ? null : from, asked.To is null ? null : to, asked.By, surgeon, asOf);
        return !isFrom ? Problems.Shape("/from", LocalDate.Rule)
            : !isTo ? Problems.Shape("/to", LocalDate.Rule)
            : asked.Surgeon is not null && surgeon is null ? Problems.Shape("/surgeon", $"must be {Label.Rule}")
            : asked.By is { } by && (by.Length == 0 || by.Contains('\0')) ? Problems.Shape("/by", "must be the subject of a person")
            : wrongInstant;
    }
}
