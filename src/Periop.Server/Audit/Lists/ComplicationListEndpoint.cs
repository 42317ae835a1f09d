using Periop.Domain.Cases;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Register;

namespace Periop.Server.Audit.Lists;

/// <summary>The list of complications over HTTP.</summary>
static class ComplicationListEndpoint
{
    sealed record Parameters(
        string? Kind, string? From, string? To, string? By, string? Status, string? Surgeon, string? AsOf, string? Format, string? Limit, string? Cursor);

    public static void MapComplications(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/register/complications", ([AsParameters] Parameters asked, HttpContext http, ComplicationListQuery query) =>
                AnswerAsync(asked, http, query))
            .For(ComplicationListQuery.Roles).WithMetadata(new LoggedAs("complications")).WithName("complication-list").WithTags("Audit")
            .WithSummary("What went wrong, over all cases, newest first: by when it was recorded, began or was detected, or by the first incision.")
            .ProducesSettledList<ComplicationLine>();

    static async Task<IResult> AnswerAsync(Parameters asked, HttpContext http, ComplicationListQuery query)
    {
        if (Paging.Read<ComplicationListCursor>(http.Request, asked.Format, asked.Limit, asked.Cursor, out var format, out var count, out var after)
            is { } unreadable)
            return unreadable;
        if (Read(http, asked, out var question) is { } wrong)
            return wrong;
        return await SettledResult.OfListAsync(http, query, question, format, after, count);
    }

    static IResult? Read(HttpContext http, Parameters asked, out ComplicationListQuestion question)
    {
        var noDays = ListFilters.ReadDays(asked.From, asked.To, out var from, out var to);
        var noTime = ListFilters.ReadWord<ComplicationTime>("by", asked.By, out var by);
        var noStatus = ListFilters.ReadWord<ReviewStatus>("status", asked.Status, out var status);
        var noSurgeon = ListFilters.ReadLabel("surgeon", asked.Surgeon, out var surgeon);
        var noInstant = AsOf.Read(http, asked.AsOf, out var instant);
        question = new ComplicationListQuestion(asked.Kind, from, to, by ?? default, status, surgeon, instant);
        return asked.Kind is not null && AssessedKind.Read(asked.Kind) is null ? Problems.Shape("/kind", $"must be {AssessedKind.Rule}")
            : noDays ?? noTime ?? noStatus ?? noSurgeon ?? noInstant;
    }
}
