using Periop.Domain.Implants.Recalls;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Description;
using Periop.Server.Http.Lists;
using Wolverine;

namespace Periop.Server.Implants.Recalls;

/// <summary>The recall list over HTTP. Nothing leaves it: a recall that is over has an end.</summary>
static class RecallEndpoints
{
    sealed record Parameters(string? Format, string? Limit, string? Cursor);

    const string Path = "/api/implants/recalls";

    public static void MapRecalls(this IEndpointRouteBuilder app)
    {
        var recalls = app.MapGroup(Path).For(RecallQuery.Roles).WithTags("Implants");
        recalls.MapGet("", ListAsync).WithName("recalls")
            .WithSummary("Recalls, newest first, with those that have ended.").ProducesList<RecallView>();
        recalls.MapPost("", AnnounceAsync).WithName("recall-announce")
            .WithSummary("Puts the devices of a model, of lots or of serial numbers under recall.")
            .Takes(typeof(AnnounceRecall), "application/json").Produces<RecallView>(201)
            .ProducesProblem(400).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);
        recalls.MapGet("{recallId}", GetAsync).WithName("recall")
            .WithSummary("One recall.").Produces<RecallView>().Produces(304).ProducesProblem(404);
        recalls.MapDelete("{recallId}", EndAsync).WithName("recall-end")
            .WithSummary("Ends a recall; it stays in the list with its end.").Produces<RecallView>().ProducesProblem(404);
    }

    static async Task<IResult> ListAsync([AsParameters] Parameters asked, HttpContext http, RecallQuery query)
    {
        if (Paging.Read<RecallCursor>(http.Request, asked.Format, asked.Limit, asked.Cursor, out var format, out var count, out var after) is { } unreadable)
            return unreadable;
        var caller = http.User.Caller();
        return format.IsWhole
            ? (await query.AskAllAsync(caller, new RecallListQuestion(), http.RequestAborted)).ToResult(
                http.Response, all => new WholeList<RecallView>(all.Items.Select(RecallView.Of), format))
            : (await query.AskAsync(caller, new RecallListQuestion(), after, count, http.RequestAborted)).ToResult(
                http.Response, part => Tagged.Ok(Paging.PageOf(part.Items.Select(RecallView.Of), part.Next)));
    }

    static async Task<IResult> GetAsync(PathId recallId, HttpContext http, RecallQuery query) =>
        (await query.AskAsync(http.User.Caller(), new RecallQuestion(recallId), http.RequestAborted)).ToResult(
            http.Response, recall => Tagged.Ok(RecallView.Of(recall)));

    static async Task<IResult> AnnounceAsync(HttpContext http, IMessageBus bus, AccessLog log)
    {
        var (body, problem) = await JsonBody<AnnounceRecall>.ReadAsync(http.Request, typeof(AnnounceRecall), "recall", http.RequestAborted);
        if (body is null)
            return problem!;
        if (EntryIds.Read(http.Request, body.Value, out var entryId) is { } unclear)
            return unclear;
        var caller = http.User.Caller();
        var result = await log.WriteAsync(caller, "recall-announce", null, access => bus.InvokeForTenantAsync<RecallResult>(
            caller.Hospital, new RecordRecall(entryId ?? Guid.CreateVersion7(), body.Value, body.Content, caller.Subject, access),
            http.RequestAborted));
        if (result.Recall is not { } recall)
            return Problems.Of(result.Refusal!);
        if (result.IsReplay)
            http.Response.Headers["Idempotent-Replay"] = "true";
        return TypedResults.Created($"{Path}/{recall.Id}", RecallView.Of(recall));
    }

    static async Task<IResult> EndAsync(PathId recallId, HttpContext http, IMessageBus bus, AccessLog log)
    {
        var caller = http.User.Caller();
        var result = await log.WriteAsync(caller, "recall-end", null, access =>
            bus.InvokeForTenantAsync<RecallResult>(caller.Hospital, new EndRecall(recallId, caller.Subject, access), http.RequestAborted));
        return result.Recall is { } recall ? TypedResults.Ok(RecallView.Of(recall)) : Problems.Of(404);
    }
}

/// <summary>A recall as it is read.</summary>
/// <param name="Reference">The manufacturer's catalogue number.</param>
/// <param name="Notice">The number of the recall notice.</param>
/// <param name="EndedAt">Null while it lasts.</param>
sealed record RecallView(
    Guid RecallId, string? Gtin, string? Manufacturer, string? Reference, IReadOnlyList<string> Lots, IReadOnlyList<string> Serials, string? Notice,
    string? Reason, DateTimeOffset AnnouncedAt, string AnnouncedBy, DateTimeOffset? EndedAt, string? EndedBy)
{
    public static RecallView Of(Recall recall) =>
        new(recall.Id, recall.Gtin, recall.Manufacturer, recall.Reference, recall.AllLots, recall.AllSerials, recall.Notice, recall.Reason,
            recall.AnnouncedAt, recall.AnnouncedBy, recall.EndedAt, recall.EndedBy);
}
