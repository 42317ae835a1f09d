using Periop.Domain.Outcomes;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Register;

namespace Periop.Server.Audit.Benefits;

/// <summary>What operations brought patients, over HTTP.</summary>
static class BenefitEndpoints
{
    public const string ListPath = "/api/audit/benefits/cases";

    sealed record ListParameters(string? Key, string? TimePoint, string? State, string? Format, string? Limit, string? Cursor);

    public static void MapBenefits(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/audit/benefits",
                ([AsParameters] CohortParameters asked, [AsParameters] BenefitsAsked measure, HttpContext http, BenefitsQuery query) =>
                    AnswerAsync(asked, measure, http, query))
            .For(BenefitsQuery.Roles).WithMetadata(new LoggedAs("benefits")).WithName("benefits").WithTags("Audit")
            .WithSummary("Pain, disability or alignment before the operation and after it, as change with its interval, and how many of the due answered.")
            .WithDescription("`measure` is `pain`, `disability` or a kind of measure such as `lumbar-lordosis`; `definition` names the time points, "
                + "by default before the operation, at 6 weeks, 12 and 24 months.")
            .Produces<BenefitsAnswer>().Produces(304).ProducesProblem(400).ProducesProblem(404).ProducesProblem(422).ProducesProblem(503);
        app.MapGet(ListPath,
                ([AsParameters] CohortParameters asked, [AsParameters] BenefitsAsked measure, [AsParameters] ListParameters list, HttpContext http,
                    BenefitListQuery query) => ListAsync(asked, measure, list, http, query))
            .For(BenefitsQuery.Roles).WithMetadata(new LoggedAs("benefit-cases")).WithName("benefit-cases").WithTags("Audit")
            .WithSummary("The cases behind benefits, a line for each time point, newest first incision first. Every count has an address here.")
            .ProducesList<BenefitLine>().Produces<SettledPage<BenefitLine>>()
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(503);
    }

    static async Task<IResult> AnswerAsync(CohortParameters asked, BenefitsAsked measure, HttpContext http, BenefitsQuery query)
    {
        if (measure.Read(http, asked, out var question) is { } wrong)
            return wrong;
        return (await query.AskAsync(http.User.Caller(), question, http.RequestAborted)).ToResult(
            http.Response, found => SettledResult.Of(http.Response, found));
    }

    static async Task<IResult> ListAsync(CohortParameters asked, BenefitsAsked measure, ListParameters list, HttpContext http, BenefitListQuery query)
    {
        if (Paging.Read<BenefitCursor>(http.Request, list.Format, list.Limit, list.Cursor, out var format, out var count, out var after) is { } unreadable)
            return unreadable;
        var state = default(AnswerState);
        if (list.State is not null && !Vocabulary.TryRead(list.State, out state))
            return Problems.NoneOf("/state", Vocabulary.Words<AnswerState>());
        if (list.TimePoint is not null && TimePointsOf(asked) is { } points && !points.Contains(list.TimePoint))
            return Problems.NoneOf("/timePoint", points);
        if (measure.Read(
                http, asked, (what, unit) => new BenefitListQuestion(what, unit, list.Key, list.TimePoint, list.State is null ? null : state),
                out var question) is { } wrong)
            return wrong;
        return await SettledResult.OfListAsync(http, query, question, format, after, count);
    }

    /// <summary>Null where the definition is none: then the answer says so.</summary>
    static string[]? TimePointsOf(CohortParameters asked) =>
        BenefitDefinition.Find(asked.Definition, int.TryParse(asked.Version, out var version) ? version : null)?.Points.Select(p => p.Id).ToArray();
}
