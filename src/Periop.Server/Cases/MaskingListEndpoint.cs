using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Store;

namespace Periop.Server.Cases;

/// <summary>The list of maskings and erasures over HTTP.</summary>
static class MaskingListEndpoint
{
    sealed record Parameters(string? Format, string? Limit, string? Cursor);

    public static void MapMaskings(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/maskings", ([AsParameters] Parameters asked, HttpContext http, MaskingListQuery query) => AnswerAsync(asked, http, query))
            .For(MaskingListQuery.Roles).WithName("maskings").WithTags("Patients")
            .WithSummary("Which texts were masked and which patients erased, newest first.").ProducesList<MaskingRecord>();

    static async Task<IResult> AnswerAsync(Parameters asked, HttpContext http, MaskingListQuery query)
    {
        if (Paging.Read<MaskingListCursor>(http.Request, asked.Format, asked.Limit, asked.Cursor, out var format, out var count, out var after)
            is { } unreadable)
            return unreadable;
        var caller = http.User.Caller();
        return format.IsWhole
            ? (await query.AskAllAsync(caller, new MaskingListQuestion(), http.RequestAborted)).ToResult(
                http.Response, all => new WholeList<MaskingRecord>(all.Items, format))
            : (await query.AskAsync(caller, new MaskingListQuestion(), after, count, http.RequestAborted)).ToResult(
                http.Response, part => Tagged.Ok(Paging.PageOf(part.Items, part.Next)));
    }
}
