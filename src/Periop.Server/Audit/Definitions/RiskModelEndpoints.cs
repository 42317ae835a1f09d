using Periop.Domain.Outcomes;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Description;
using Periop.Server.Http.Lists;
using Periop.Server.Register;

namespace Periop.Server.Audit.Definitions;

/// <summary>Risk models over HTTP: what a hospital expects by.</summary>
static class RiskModelEndpoints
{
    sealed record Parameters(string? AsOf, string? Format, string? Limit, string? Cursor);

    const string Path = "/api/audit/risk-models";

    public static void MapRiskModels(this IEndpointRouteBuilder app)
    {
        var models = app.MapGroup(Path).For(PublicationQuery.Roles).WithTags("Audit");
        models.MapGet("", ListAsync).WithName("risk-models")
            .WithSummary("How likely an outcome was: every version of every risk model that was known, in the order of id and version.")
            .ProducesList<RiskModelView>().Produces<SettledPage<RiskModelView>>().ProducesProblem(409).ProducesProblem(422).ProducesProblem(503);
        models.MapGet("{id}/versions/{version}", GetAsync).WithName("risk-model")
            .WithSummary("One version of a risk model, as it was published.").Produces<RiskModelView>().Produces(304).ProducesProblem(404);
        models.MapPut("{id}/versions/{version}", PublishAsync).WithName("risk-model-publish")
            .WithSummary("Publishes a version of a risk model, for good.").WithDescription(Publishing.Description)
            .Takes(typeof(PublishRiskModel), "application/json").Produces<RiskModelView>(201).Produces<RiskModelView>()
            .ProducesProblem(400).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);
    }

    static async Task<IResult> ListAsync([AsParameters] Parameters asked, HttpContext http, RiskModelListQuery query)
    {
        if (Paging.Read<PublishedCursor>(http.Request, asked.Format, asked.Limit, asked.Cursor, out var format, out var count, out var after) is { } unreadable)
            return unreadable;
        if (AsOf.Read(http, asked.AsOf, out var instant) is { } noInstant)
            return noInstant;
        return await SettledResult.OfListAsync(http, query, new RiskModelListQuestion(instant), format, after, count);
    }

    static async Task<IResult> GetAsync(string id, string version, HttpContext http, PublicationQuery query) =>
        (await query.AskAsync(http.User.Caller(), new RiskModelQuestion(id, version), http.RequestAborted)).ToResult(
            http.Response, published => Tagged.Ok(RiskModelView.Of(published)));

    static async Task<IResult> PublishAsync(string id, string version, HttpContext http, Publishing publishing)
    {
        var (body, problem) = await JsonBody<PublishRiskModel>.ReadAsync(http.Request, typeof(PublishRiskModel), "risk-model-publish", http.RequestAborted);
        if (body is null)
            return problem!;
        if (Publishing.ReadName(id, version, body.Value.Id, body.Value.Version, out var number) is { } unclear)
            return unclear;
        var model = body.Value.As(id, number);
        return DefinitionRules.WhyNot(model) is { } senseless ? Problems.Of(senseless)
            : await publishing.PublishAsync(
                http, "risk-model-publish", $"{Path}/{id}/versions/{number}", id, number, RiskModelPublished.Of(model), RiskModelView.Of,
                async register => await DefinitionReader.FindRiskModelAsync(
                    register, http.User.Hospital(), id, number, http.RequestAborted) is not null);
    }
}
