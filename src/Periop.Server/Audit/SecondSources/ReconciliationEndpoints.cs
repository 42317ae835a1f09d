using Periop.Domain.Outcomes;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Register;
using Periop.Server.Shell;

namespace Periop.Server.Audit.SecondSources;

/// <summary>How the comparison with a second source is asked for over HTTP.</summary>
sealed record ReconciliationParameters(
    string? Source, string? Definition, string? Version, string? From, string? To, string? Family, string? Approach, string? Surgeon, string? Service,
    string? Room, string? Grade, string? Region, string? AsOf)
{
    public static ReconciliationParameters Of(PageAddress a) => new(
        a["source"], a["definition"], a["version"], a["from"], a["to"], a["family"], a["approach"], a["surgeon"], a["service"], a["room"], a["grade"],
        a["region"], a["asOf"]);

    CohortParameters Cohort => new(Definition, Version, From, To, Family, Approach, Surgeon, Service, Room, Grade, Region, GroupBy: null, AsOf);

    public IResult? Read<TQuestion>(HttpContext http, TQuestion blank, out TQuestion question) where TQuestion : CohortQuestion
    {
        question = blank;
        return Cohort.WhyNoDefinition ?? WhyNoSource ?? Cohort.Read(http, blank, out question);
    }

    IResult? WhyNoSource =>
        Source is null ? Problems.Shape("/source", "is required: the name under which the second source was uploaded")
        : DefinitionRules.IsId(Source) ? null : Problems.Shape("/source", $"must be {DefinitionRules.IdRule}");
}

/// <summary>The comparison with a second source over HTTP.</summary>
static class ReconciliationEndpoints
{
    public const string ListPath = "/api/audit/reconciliation/cases";

    sealed record ListParameters(string? Side, string? Format, string? Limit, string? Cursor);

    public static void MapReconciliation(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/audit/reconciliation", ([AsParameters] ReconciliationParameters asked, HttpContext http, ReconciliationQuery query) =>
                AnswerAsync(asked, http, query))
            .For(ReconciliationQuery.Roles).WithMetadata(new LoggedAs("reconciliation")).WithName("reconciliation").WithTags("Audit")
            .WithSummary("How far the register and a second source agree on which cases had an outcome, and which cases are missing on either side.")
            .WithDescription("About cases with a first incision in the window. Those whose state by the definition is present are the register's; those that "
                + "the newest upload of the source names under the definition's kind are the second source's.")
            .Produces<Reconciliation>().Produces(304).ProducesProblem(400).ProducesProblem(404).ProducesProblem(422).ProducesProblem(503);
        app.MapGet(ListPath, ([AsParameters] ReconciliationParameters asked, [AsParameters] ListParameters list, HttpContext http, ReconciledListQuery query) =>
                ListAsync(asked, list, http, query))
            .For(ReconciliationQuery.Roles).WithMetadata(new LoggedAs("reconciled-cases")).WithName("reconciled-cases").WithTags("Audit")
            .WithSummary("The cases behind a reconciliation, by side, then number. Every count has an address here.")
            .ProducesList<ReconciledCase>().Produces<SettledPage<ReconciledCase>>()
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(503);
    }

    static async Task<IResult> AnswerAsync(ReconciliationParameters asked, HttpContext http, ReconciliationQuery query)
    {
        if (asked.Read(http, new ReconciliationQuestion(asked.Source!), out var question) is { } wrong)
            return wrong;
        return (await query.AskAsync(http.User.Caller(), question, http.RequestAborted)).ToResult(
            http.Response, found => SettledResult.Of(http.Response, found));
    }

    static async Task<IResult> ListAsync(ReconciliationParameters asked, ListParameters list, HttpContext http, ReconciledListQuery query)
    {
        if (Paging.Read<ReconciledCursor>(http.Request, list.Format, list.Limit, list.Cursor, out var format, out var count, out var after) is { } unreadable)
            return unreadable;
        var side = default(Side);
        if (list.Side is not null && !Vocabulary.TryRead(list.Side, out side))
            return Problems.NoneOf("/side", Vocabulary.Words<Side>());
        if (asked.Read(http, new ReconciledListQuestion(asked.Source!, list.Side is null ? null : side), out var question) is { } wrong)
            return wrong;
        return await SettledResult.OfListAsync(http, query, question, format, after, count);
    }
}
