using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Register;

namespace Periop.Server.Audit.Outcomes;

/// <summary>The list of outcomes over HTTP.</summary>
static class OutcomeListEndpoint
{
    sealed record Parameters(string? Key, string? State, string? Format, string? Limit, string? Cursor);

    public static void MapOutcomes(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/register/outcomes",
                ([AsParameters] CohortParameters asked, [AsParameters] Parameters list, HttpContext http, OutcomeListQuery query) =>
                    AnswerAsync(asked, list, http, query))
            .For(OutcomeListQuery.Roles).WithMetadata(new LoggedAs("outcomes")).WithName("outcomes").WithTags("Audit")
            .WithSummary("The cases behind a rate, each with its state, the reason, what proves it, and how it moved. Every count has an address here.")
            .ProducesList<OutcomeLine>().Produces<SettledPage<OutcomeLine>>()
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(503);

    static async Task<IResult> AnswerAsync(CohortParameters asked, Parameters list, HttpContext http, OutcomeListQuery query)
    {
        if (Paging.Read<JudgedCursor>(http.Request, list.Format, list.Limit, list.Cursor, out var format, out var count, out var after)
            is { } unreadable)
            return unreadable;
        var state = default(CountedAs);
        if (list.State is not null && !Vocabulary.TryRead(list.State, out state))
            return Problems.NoneOf("/state", Vocabulary.Words<CountedAs>());
        if (asked.Read(http, new OutcomeListQuestion(list.Key, list.State is null ? null : state), out var question) is { } wrong)
            return wrong;
        return await SettledResult.OfListAsync(http, query, question, format, after, count);
    }
}
