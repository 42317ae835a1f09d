using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Register;

namespace Periop.Server.Audit.Rates;

/// <summary>Rates over HTTP.</summary>
static class RatesEndpoint
{
    public static void MapRates(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/audit/rates", AnswerAsync).For(RatesQuery.Roles).WithMetadata(new LoggedAs("rates")).WithName("rates").WithTags("Audit")
            .WithSummary("How often an outcome was there, by group, with all that is needed to stand behind it.")
            .Produces<RatesAnswer>().Produces(304).ProducesProblem(400).ProducesProblem(404).ProducesProblem(422).ProducesProblem(503);

    static async Task<IResult> AnswerAsync(
        [AsParameters] CohortParameters asked, string? model, string? modelVersion, string? format, HttpContext http, RatesQuery query)
    {
        if (asked.WhyNoDefinition is { } noDefinition)
            return noDefinition;
        if (ListFormat.Read(http.Request, format, out var form) is { } unknown)
            return unknown;
        if (RiskModelAsked.Read(model, modelVersion, out var version) is { } noModel)
            return noModel;
        if (asked.Read(http, new RatesQuestion(model, version), out var question) is { } wrong)
            return wrong;
        return (await query.AskAsync(http.User.Caller(), question, http.RequestAborted)).ToResult(
            http.Response, found => form.IsWhole
                ? SettledResult.OfTable(http.Response, found, found.Body.Groups, form) : SettledResult.Of(http.Response, found));
    }
}

/// <summary>The risk model that a question names.</summary>
static class RiskModelAsked
{
    public static IResult? Read(string? model, string? modelVersion, out int? version)
    {
        version = int.TryParse(modelVersion, out var number) && number > 0 ? number : null;
        return modelVersion is not null && version is null ? Problems.Shape("/modelVersion", "must be a number from 1")
            : version is not null && model is null ? Problems.Shape("/modelVersion", "needs a model")
            : null;
    }
}
