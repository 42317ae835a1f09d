using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Register;
using Periop.Server.Shell;

namespace Periop.Server.Audit.Lists;

/// <summary>How complications are asked for over HTTP.</summary>
sealed record ComplicationParameters(string? Kind, string? From, string? To, string? By, string? Status, string? Surgeon, string? Q, string? AsOf)
{
    public static readonly string[] Names = ["kind", "from", "to", "by", "status", "surgeon", "q", "asOf"];

    public static ComplicationParameters Of(PageAddress a) => new(a["kind"], a["from"], a["to"], a["by"], a["status"], a["surgeon"], a["q"], a["asOf"]);

    public IResult? Read(HttpContext http, out ComplicationListQuestion question)
    {
        var noDays = ListFilters.ReadDays(From, To, out var from, out var to);
        var noTime = ListFilters.ReadWord<ComplicationTime>("by", By, out var by);
        var noStatus = ListFilters.ReadWord<ReviewStatus>("status", Status, out var status);
        var noSurgeon = ListFilters.ReadLabel("surgeon", Surgeon, out var surgeon);
        var noInstant = Http.AsOf.Read(http, AsOf, out var instant);
        question = new ComplicationListQuestion(Kind, from, to, by ?? default, status, surgeon, Q is { } part ? NormalForm.C(part) : null, instant);
        return Kind is not null && AssessedKind.Read(Kind) is null ? Problems.Shape("/kind", $"must be {AssessedKind.Rule}")
            : noDays ?? noTime ?? noStatus ?? noSurgeon ?? noInstant;
    }
}

/// <summary>The list of complications over HTTP.</summary>
static class ComplicationListEndpoint
{
    public static void MapComplications(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/register/complications",
                ([AsParameters] ComplicationParameters asked, [AsParameters] PartParameters part, HttpContext http, ComplicationListQuery query) =>
                    AnswerAsync(asked, part, http, query))
            .For(ComplicationListQuery.Roles).WithMetadata(new LoggedAs("complications")).WithName("complication-list").WithTags("Audit")
            .WithSummary("What went wrong, over all cases, newest first: by when it was recorded, began or was detected, or by the first incision.")
            .ProducesSettledList<ComplicationLine>();

    static async Task<IResult> AnswerAsync(ComplicationParameters asked, PartParameters part, HttpContext http, ComplicationListQuery query) =>
        part.Read<ComplicationListCursor>(http.Request, out var format, out var count, out var after) is { } unreadable ? unreadable
        : asked.Read(http, out var question) is { } wrong ? wrong
        : await SettledResult.OfListAsync(http, query, question, format, after, count);
}
