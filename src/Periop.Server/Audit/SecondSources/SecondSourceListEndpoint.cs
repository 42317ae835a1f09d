using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Register;

namespace Periop.Server.Audit.SecondSources;

/// <summary>The list of second sources over HTTP.</summary>
static class SecondSourceListEndpoint
{
    sealed record Parameters(string? AsOf, string? Format, string? Limit, string? Cursor);

    public static void MapSecondSourceList(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/audit/second-sources", ([AsParameters] Parameters asked, HttpContext http, SecondSourceListQuery query) =>
                AnswerAsync(asked, http, query))
            .For(SecondSourceListQuery.Roles).WithMetadata(new LoggedAs("second-sources")).WithName("second-sources").WithTags("Audit")
            .WithSummary("Which second sources there are, each with its newest upload, by name, now or as of an instant.")
            .ProducesSettledList<SecondSourceView>();

    static async Task<IResult> AnswerAsync(Parameters asked, HttpContext http, SecondSourceListQuery query)
    {
        if (Paging.Read<SecondSourceCursor>(http.Request, asked.Format, asked.Limit, asked.Cursor, out var format, out var count, out var after)
            is { } unreadable)
            return unreadable;
        if (AsOf.Read(http, asked.AsOf, out var instant) is { } noInstant)
            return noInstant;
        return await SettledResult.OfListAsync(http, query, new SecondSourceListQuestion(instant), format, after, count);
    }
}
