using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Description;
using Periop.Server.Http.Lists;
using Periop.Server.Register;

namespace Periop.Server.Audit.Definitions;

/// <summary>Definitions of outcomes over HTTP: what a hospital counts by, and how it adds to that.</summary>
static class DefinitionEndpoints
{
    sealed record Parameters(string? Kind, string? AsOf, string? Format, string? Limit, string? Cursor);

    const string Path = "/api/audit/definitions";

    public static void MapDefinitions(this IEndpointRouteBuilder app)
    {
        var definitions = app.MapGroup(Path).For(PublicationQuery.Roles).WithTags("Audit");
        definitions.MapGet("", ListAsync).WithName("definitions")
            .WithSummary("What counts as an outcome: every version of every definition that was known, in the order of id and version.")
            .ProducesList<DefinitionView>().Produces<SettledPage<DefinitionView>>().ProducesProblem(409).ProducesProblem(422).ProducesProblem(503);
        definitions.MapGet("{id}/versions/{version}", GetAsync).WithName("definition")
            .WithSummary("One version of a definition, as it was published.").Produces<DefinitionView>().Produces(304).ProducesProblem(404);
        definitions.MapPut("{id}/versions/{version}", PublishAsync).WithName("definition-publish")
            .WithSummary("Publishes a version of a definition, for good.").WithDescription(Publishing.Description)
            .Takes(typeof(PublishDefinition), "application/json").Produces<DefinitionView>(201).Produces<DefinitionView>()
            .ProducesProblem(400).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);
    }

    static async Task<IResult> ListAsync([AsParameters] Parameters asked, HttpContext http, DefinitionListQuery query)
    {
        if (Paging.Read<PublishedCursor>(http.Request, asked.Format, asked.Limit, asked.Cursor, out var format, out var count, out var after) is { } unreadable)
            return unreadable;
        var kind = asked.Kind is null ? null : AssessedKind.Read(asked.Kind);
        if (asked.Kind is not null && kind is null)
            return Problems.Shape("/kind", $"must be {AssessedKind.Rule}");
        if (AsOf.Read(http, asked.AsOf, out var instant) is { } noInstant)
            return noInstant;
        return await SettledResult.OfListAsync(http, query, new DefinitionListQuestion(kind, instant), format, after, count);
    }

    static async Task<IResult> GetAsync(string id, string version, HttpContext http, PublicationQuery query) =>
        (await query.AskAsync(http.User.Caller(), new DefinitionQuestion(id, version), http.RequestAborted)).ToResult(
            http.Response, published => Tagged.Ok(DefinitionView.Of(published)));

    static async Task<IResult> PublishAsync(string id, string version, HttpContext http, Publishing publishing)
    {
        var (body, problem) = await JsonBody<PublishDefinition>.ReadAsync(http.Request, typeof(PublishDefinition), "definition-publish", http.RequestAborted);
        if (body is null)
            return problem!;
        if (Publishing.ReadName(id, version, body.Value.Id, body.Value.Version, out var number) is { } unclear)
            return unclear;
        var definition = body.Value.As(id, number);
        return DefinitionRules.WhyNot(definition) is { } senseless ? Problems.Of(senseless)
            : await publishing.PublishAsync(
                http, "definition-publish", $"{Path}/{id}/versions/{number}", id, number, DefinitionPublished.Of(definition, shipped: false), DefinitionView.Of,
                async register => await DefinitionReader.FindAsync(
                    register, http.User.Hospital(), id, number, http.RequestAborted) is not null);
    }
}
