using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Http.Lists;
using Periop.Server.Register;

namespace Periop.Server.Audit.RecordKeeping;

/// <summary>How the record is kept, over HTTP.</summary>
static class RecordKeepingEndpoints
{
    public const string Path = "/api/audit/record-keeping", ListPath = $"{Path}/entries";

    sealed record ListParameters(string? Key, string? Of, string? How, string? Format, string? Limit, string? Cursor);

    public static void MapRecordKeeping(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, ([AsParameters] CohortParameters asked, string? metric, string? format, HttpContext http,
                RecordKeepingQuery query) => AnswerAsync(asked, metric, format, http, query))
            .For(RecordKeepingQuery.Roles).WithMetadata(new LoggedAs("record-keeping")).WithName("record-keeping").WithTags("Audit")
            .WithSummary("How the record is kept, under a named definition: how many milestones were recorded promptly, how many stops were overridden.")
            .WithDescription("`metric` is `prompt-recording`, by milestone, or `stops-overridden`, by stop. What is counted of what, and what is left out, the "
                + "definition says in its `about`.")
            .Produces<RecordKeepingAnswer>().Produces(304).ProducesProblem(400).ProducesProblem(422).ProducesProblem(503);
        app.MapGet(ListPath,
                ([AsParameters] CohortParameters asked, string? metric, [AsParameters] ListParameters list, HttpContext http, RecordedListQuery query) =>
                    ListAsync(asked, metric, list, http, query))
            .For(RecordKeepingQuery.Roles).WithMetadata(new LoggedAs("record-keeping-entries")).WithName("record-keeping-entries").WithTags("Audit")
            .WithSummary("The milestones, or the answers to stops, behind a share, newest first. Every count has an address here.")
            .ProducesSettledList<RecordedLine>();
    }

    static async Task<IResult> AnswerAsync(CohortParameters asked, string? metric, string? format, HttpContext http, RecordKeepingQuery query)
    {
        if (ListFormat.Read(http.Request, format, out var form) is { } unknown)
            return unknown;
        if (RecordKeepingAsked.Read(http, asked, metric, (word, counted) => new RecordKeepingQuestion(word, counted), out var question) is { } wrong)
            return wrong;
        return (await query.AskAsync(http.User.Caller(), question, http.RequestAborted)).ToResult(
            http.Response, found => form.IsWhole
                ? SettledResult.OfTable(http.Response, found, found.Body.Lines, form) : SettledResult.Of(http.Response, found));
    }

    static async Task<IResult> ListAsync(CohortParameters asked, string? metric, ListParameters list, HttpContext http, RecordedListQuery query)
    {
        if (Paging.Read<RecordedListCursor>(http.Request, list.Format, list.Limit, list.Cursor, out var format, out var count, out var after)
            is { } unreadable)
            return unreadable;
        return RecordKeepingAsked.ReadList(http, asked, metric, list.Key, list.Of, list.How, out var question)
            ?? await SettledResult.OfListAsync(http, query, question, format, after, count);
    }
}
