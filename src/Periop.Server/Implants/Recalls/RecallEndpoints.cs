using Marten;
using Periop.Domain.Implants.Recalls;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Lists;

namespace Periop.Server.Implants.Recalls;

/// <summary>The recall list over HTTP. Nothing leaves it: a recall that is over has an end.</summary>
static class RecallEndpoints
{
    /// <summary>Where the next page begins, and when the first one was asked for.</summary>
    sealed record Cursor(DateTimeOffset AnnouncedAt, Guid RecallId, DateTimeOffset Until);

    sealed record Question(string? Format, string? Limit, string? Cursor);

    const string Path = "/api/implants/recalls";

    public static void MapRecalls(this IEndpointRouteBuilder app)
    {
        var recalls = app.MapGroup(Path).For(Role.Quality).WithTags("Implants");
        recalls.MapGet("", ListAsync).LogAccess("recalls").WithName("recalls")
            .WithSummary("Recalls, newest first, with those that have ended.").ProducesList<RecallView>();
        recalls.MapPost("", AnnounceAsync).LogAccess("recall-announce").WithName("recall-announce")
            .WithSummary("Puts the devices of a model, lot or serial number under recall.")
            .Accepts<AnnounceRecall>("application/json").Produces<RecallView>(201)
            .ProducesProblem(400).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);
        recalls.MapGet("{recallId:guid}", GetAsync).LogAccess("recall").WithName("recall")
            .WithSummary("One recall.").Produces<RecallView>().ProducesProblem(404);
        recalls.MapDelete("{recallId:guid}", EndAsync).LogAccess("recall-end").WithName("recall-end")
            .WithSummary("Ends a recall; it stays in the list with its end.").Produces<RecallView>().ProducesProblem(404);
    }

    static async Task<IResult> ListAsync([AsParameters] Question question, HttpContext http, IDocumentStore store, TimeProvider clock)
    {
        if (Paging.Read<Cursor>(http.Request, question.Format, question.Limit, question.Cursor, out var format, out var take, out var after) is { } unreadable)
            return unreadable;
        var until = after?.Until ?? clock.GetUtcNow();
        var session = store.QuerySession(http.User.Hospital());
        http.Response.RegisterForDisposeAsync(session);     // a whole list is read while the answer is written
        IQueryable<Recall> recalls = session.Query<Recall>().Where(r => r.AnnouncedAt <= until);
        if (after is not null)
            recalls = recalls.Where(r => r.AnnouncedAt < after.AnnouncedAt || (r.AnnouncedAt == after.AnnouncedAt && r.Id.CompareTo(after.RecallId) < 0));
        recalls = recalls.OrderByDescending(r => r.AnnouncedAt).ThenByDescending(r => r.Id);
        if (format.IsWhole)
            return new WholeList<RecallView>(recalls.ToAsyncEnumerable(http.RequestAborted).Select(RecallView.Of), format);
        var found = await recalls.Take(take + 1).ToListAsync(http.RequestAborted);
        return TypedResults.Ok(Paging.PageOf([.. found.Select(RecallView.Of)], take, last => new Cursor(last.AnnouncedAt, last.RecallId, until)));
    }

    static async Task<IResult> GetAsync(Guid recallId, HttpContext http, IDocumentStore store)
    {
        await using var session = store.QuerySession(http.User.Hospital());
        return Answer(await session.LoadAsync<Recall>(recallId, http.RequestAborted));
    }

    static async Task<IResult> AnnounceAsync(HttpContext http, IDocumentStore store, TimeProvider clock)
    {
        var (body, problem) = await CommandBody.ReadAsync(http.Request, typeof(AnnounceRecall), "recall", http.RequestAborted);
        if (body is null)
            return problem!;
        if (EntryIds.Read(http.Request, body.Command, out var entryId) is { } unclear)
            return unclear;
        await using var session = store.LightweightSession(http.User.Hospital());
        var (recall, refusal, isReplay) = await RecallList.AnnounceAsync(
            session, entryId ?? Guid.CreateVersion7(), (AnnounceRecall)body.Command, body.Content, http.User.Subject(),
            clock.GetUtcNow().ToMicroseconds(), http.RequestAborted);
        if (recall is null)
            return Problems.Of(refusal!);
        if (isReplay)
            http.Response.Headers["Idempotent-Replay"] = "true";
        return TypedResults.Created($"{Path}/{recall.Id}", RecallView.Of(recall));
    }

    static async Task<IResult> EndAsync(Guid recallId, HttpContext http, IDocumentStore store, TimeProvider clock)
    {
        await using var session = store.LightweightSession(http.User.Hospital());
        return Answer(await RecallList.EndAsync(session, recallId, http.User.Subject(), clock.GetUtcNow().ToMicroseconds(), http.RequestAborted));
    }

    static IResult Answer(Recall? recall) => recall is null ? Problems.Of(404) : TypedResults.Ok(RecallView.Of(recall));
}

/// <summary>A recall as it is read.</summary>
/// <param name="EndedAt">Null while it lasts.</param>
sealed record RecallView(
    Guid RecallId, string? Gtin, string? Lot, string? Serial, string? Reference, string? Reason,
    DateTimeOffset AnnouncedAt, string AnnouncedBy, DateTimeOffset? EndedAt, string? EndedBy)
{
    public static RecallView Of(Recall recall) =>
        new(recall.Id, recall.Gtin, recall.Lot, recall.Serial, recall.Reference, recall.Reason,
            recall.AnnouncedAt, recall.AnnouncedBy, recall.EndedAt, recall.EndedBy);
}
