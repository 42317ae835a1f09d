using Periop.Server.Access;
using Periop.Server.Http.Lists;
using Periop.Server.Register;

namespace Periop.Server.Audit.Outcomes;

/// <summary>The list of outcomes over HTTP.</summary>
static class OutcomeListEndpoint
{
    public static void MapOutcomes(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/register/outcomes",
                ([AsParameters] CohortParameters asked, [AsParameters] OutcomeListParameters list, HttpContext http, OutcomeListQuery query) =>
                    AnswerAsync(asked, list, http, query))
            .For(OutcomeListQuery.Roles).WithMetadata(new LoggedAs("outcomes")).WithName("outcomes").WithTags("Audit")
            .WithSummary("The cases behind a rate, each with its state, the reason, what proves it, and how it moved. Every count has an address here.")
            .ProducesList<OutcomeLine>().Produces<SettledPage<OutcomeLine>>()
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(503);

    static async Task<IResult> AnswerAsync(CohortParameters asked, OutcomeListParameters list, HttpContext http, OutcomeListQuery query)
    {
        if (list.Read(http, out var blank, out var format, out var count, out var after) is { } unreadable)
            return unreadable;
        if (asked.Read(http, blank, out var question) is { } wrong)
            return wrong;
        return await SettledResult.OfListAsync(http, query, question, format, after, count);
    }
}
