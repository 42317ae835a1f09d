using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Hospitals;
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
        var (from, to, by, status) = (default(DateOnly), default(DateOnly), default(ComplicationTime), default(ReviewStatus));
        var surgeon = asked.Surgeon is { } name ? Label.Read(name)?.Value ?? Reference.Read(name)?.Value : null;
        var noInstant = AsOf.Read(http, asked.AsOf, out var instant);
        var problem = asked.Kind is not null && AssessedKind.Read(asked.Kind) is null ? Problems.Shape("/kind", $"must be {AssessedKind.Rule}")
            : asked.From is not null && !LocalDate.TryRead(asked.From, out from) ? Problems.Shape("/from", LocalDate.Rule)
            : asked.To is not null && !LocalDate.TryRead(asked.To, out to) ? Problems.Shape("/to", LocalDate.Rule)
            : asked.From is not null && asked.To is not null && to < from ? Problems.Shape("/to", "must not be before from")
            : asked.By is not null && !Vocabulary.TryRead(asked.By, out by) ? NoWord<ComplicationTime>("/by")
            : asked.Status is not null && !Vocabulary.TryRead(asked.Status, out status) ? NoWord<ReviewStatus>("/status")
            : asked.Surgeon is not null && surgeon is null ? Problems.Shape("/surgeon", $"must be {Label.Rule}")
            : noInstant;
        question = new ComplicationListQuestion(
            asked.Kind, asked.From is null ? null : from, asked.To is null ? null : to, by, asked.Status is null ? null : status, surgeon, instant);
        return problem;
    }

    static IResult NoWord<TEnum>(string pointer) where TEnum : struct, Enum =>
        Problems.Shape(pointer, "must be one of " + string.Join(", ", Vocabulary.Words<TEnum>()));
}
