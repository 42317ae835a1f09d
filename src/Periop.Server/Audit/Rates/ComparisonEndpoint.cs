using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Http.Lists;
using Periop.Server.Register;

namespace Periop.Server.Audit.Rates;

/// <summary>The comparison of definitions over HTTP.</summary>
static class ComparisonEndpoint
{
    sealed record Parameters(
        string? From, string? To, string? Family, string? Approach, string? Surgeon, string? Service, string? Room, string? Grade, string? Region,
        string? GroupBy, string? AsOf, string? Format);

    /// <summary>Where the comparison of a definition is.</summary>
    public static string Path(string id) => $"/api/audit/definitions/{Uri.EscapeDataString(id)}/comparison";

    public static void MapComparison(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/audit/definitions/{id}/comparison", (string id, [AsParameters] Parameters asked, HttpContext http, ComparisonQuery query) =>
                AnswerAsync(id, asked, http, query))
            .For(ComparisonQuery.Roles).WithMetadata(new LoggedAs("definition-comparison")).WithName("definition-comparison").WithTags("Audit")
            .WithSummary("A question about rates, under every version of what the definition defines: how far a rate moves when only the definition moves.")
            .Produces<Comparison>().Produces(304).ProducesProblem(400).ProducesProblem(404).ProducesProblem(422).ProducesProblem(503);

    static async Task<IResult> AnswerAsync(string id, Parameters p, HttpContext http, ComparisonQuery query)
    {
        if (ListFormat.Read(http.Request, p.Format, out var form) is { } unknown)
            return unknown;
        var cohort = new CohortParameters(
            id, null, p.From, p.To, p.Family, p.Approach, p.Surgeon, p.Service, p.Room, p.Grade, p.Region, p.GroupBy, p.AsOf);
        if (cohort.Read(http, new ComparisonQuestion(), out var question) is { } wrong)
            return wrong;
        return (await query.AskAsync(http.User.Caller(), question, http.RequestAborted)).ToResult(
            http.Response, found => form.IsWhole
                ? SettledResult.OfTable(http.Response, found, ComparedLine.AllOf(found.Body), form) : SettledResult.Of(http.Response, found));
    }
}
