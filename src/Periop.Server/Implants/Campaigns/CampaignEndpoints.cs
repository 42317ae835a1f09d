using Periop.Domain.Implants.Recalls;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Description;
using Periop.Server.Http.Lists;
using Periop.Server.Register;
using Wolverine;

namespace Periop.Server.Implants.Campaigns;

/// <summary>Recall campaigns over HTTP: who is to be told, who was, and since when others wait.</summary>
static class CampaignEndpoints
{
    sealed record Parameters(string? AsOf, string? Format, string? Limit, string? Cursor);

    const string Path = "/api/implants/recalls/campaigns";

    public static void AddCampaigns(this WebApplicationBuilder builder) => builder.Services.AddScoped<CampaignQuery>();

    public static void MapCampaigns(this IEndpointRouteBuilder app)
    {
        var campaigns = app.MapGroup(Path).For(CampaignQuery.Roles).WithTags("Implants");
        campaigns.MapGet("", ListAsync).WithName("recall-campaigns")
            .WithSummary("Recall campaigns, newest first: all recalls of one notice, with how many cases are open, overdue and closed.")
            .ProducesSettledList<CampaignSummary>();
        campaigns.MapGet("{notice}", GetAsync).WithName("recall-campaign")
            .WithSummary("Every case with an affected device, also one recorded later, those that have waited longest first.")
            .ProducesList<CampaignCase>().Produces<CampaignPage>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(503);
        campaigns.MapPost("{notice}/cases/{caseId}/closures", CloseAsync).WithName("recall-closure")
            .WithSummary("Closes a case of a campaign with what came of it. It is open again when another of its devices turns out to be affected.")
            .Takes(typeof(CloseCase), "application/json").Produces<ClosureView>()
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);
    }

    static async Task<IResult> ListAsync([AsParameters] Parameters asked, HttpContext http, CampaignQuery query)
    {
        if (Read(asked, http, out var instant, out var format, out var count, out var after) is { } unreadable)
            return unreadable;
        var (caller, question) = (http.User.Caller(), new CampaignListQuestion(instant));
        return format.IsWhole
            ? (await query.AskAllAsync(caller, question, http.RequestAborted)).ToResult(http.Response, all => WholeOf(http, all, format))
            : (await query.AskAsync(caller, question, after, count, http.RequestAborted)).ToResult(http.Response, part =>
            {
                SettledResult.Say(http.Response, part.AsOf, part.Behind);
                return Tagged.Ok(new SettledPage<CampaignSummary>(part.Engine, part.AsOf, part.Items, Paging.CursorOf(part.Next)));
            });
    }

    static async Task<IResult> GetAsync(string notice, [AsParameters] Parameters asked, HttpContext http, CampaignQuery query)
    {
        if (Read(asked, http, out var instant, out var format, out var count, out var after) is { } unreadable)
            return unreadable;
        var (caller, question) = (http.User.Caller(), new CampaignQuestion(NoticeIn(notice), instant));
        return format.IsWhole
            ? (await query.AskAllAsync(caller, question, http.RequestAborted)).ToResult(http.Response, all => WholeOf(http, all, format))
            : (await query.AskAsync(caller, question, after, count, http.RequestAborted)).ToResult(http.Response, part =>
            {
                SettledResult.Say(http.Response, part.AsOf, part.Behind);
                return Tagged.Ok(new CampaignPage(part.Engine, part.AsOf, part.Campaign!, part.Items, Paging.CursorOf(part.Next)));
            });
    }

    static async Task<IResult> CloseAsync(string notice, PathId caseId, HttpContext http, IMessageBus bus, AccessLog log)
    {
        var (body, problem) = await JsonBody<CloseCase>.ReadAsync(http.Request, typeof(CloseCase), "recall-closure", http.RequestAborted);
        if (body is null)
            return problem!;
        if (EntryIds.Read(http.Request, body.Value, out var entryId) is { } unclear)
            return unclear;
        var caller = http.User.Caller();
        var result = await log.WriteAsync(caller, "recall-closure", caseId, access => bus.InvokeForTenantAsync<ClosureResult>(
            caller.Hospital, new RecordClosure(
                NoticeIn(notice), caseId, entryId ?? Guid.CreateVersion7(), body.Value, body.Content, caller.Subject, access),
            http.RequestAborted));
        if (result.Closure is not { } closure)
            return result.Refusal is { } refusal ? Problems.Of(refusal) : Problems.Of(404);
        if (result.IsReplay)
            http.Response.Headers["Idempotent-Replay"] = "true";
        return TypedResults.Ok(ClosureView.Of(closure, result.Notice!));
    }

    /// <summary>Notices have slashes in their numbers, which a path keeps as codes.</summary>
    static string NoticeIn(string segment) => segment.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    static IResult? Read(
        Parameters asked, HttpContext http, out DateTimeOffset? instant, out ListFormat format, out int count, out CampaignCursor? after)
    {
        instant = null;
        return Paging.Read(http.Request, asked.Format, asked.Limit, asked.Cursor, out format, out count, out after) ?? AsOf.Read(http, asked.AsOf, out instant);
    }

    static WholeList<T> WholeOf<T>(HttpContext http, Whole<T, CampaignPart<T>> all, ListFormat format)
    {
        SettledResult.Say(http.Response, all.First.AsOf, all.First.Behind);
        return new WholeList<T>(all.Items, format);
    }
}

/// <summary>A page of the cases of a campaign.</summary>
/// <param name="AsOf">The instant it is settled for: asked again for this instant, the answer is the same to the byte.</param>
sealed record CampaignPage(int Engine, DateTimeOffset AsOf, CampaignSummary Campaign, IReadOnlyList<CampaignCase> Items, string? Next);

/// <summary>A closure as it is read.</summary>
sealed record ClosureView(Guid EntryId, string Notice, Guid CaseId, string Outcome, string Reason, DateTimeOffset ClosedAt, string ClosedBy)
{
    public static ClosureView Of(CaseClosure closure, string notice) =>
        new(closure.EntryId, notice, closure.CaseId, closure.Outcome, closure.Reason, closure.ClosedAt, closure.ClosedBy);
}
