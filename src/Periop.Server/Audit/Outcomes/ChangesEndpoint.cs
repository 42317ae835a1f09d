using Periop.Server.Access;
using Periop.Server.Http.Lists;
using Periop.Server.Register;

namespace Periop.Server.Audit.Outcomes;

/// <summary>What moved between two instants, over HTTP.</summary>
static class ChangesEndpoint
{
    public static void MapChanges(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/audit/changes", ([AsParameters] CohortParameters asked, [AsParameters] ChangesParameters list, HttpContext http, ChangesQuery query) =>
                AnswerAsync(asked, list, http, query))
            .For(ChangesQuery.Roles).WithMetadata(new LoggedAs("outcome-changes")).WithName("changes").WithTags("Audit")
            .WithSummary("Which cases are counted otherwise than at an earlier instant, and by which entries they moved.")
            .ProducesList<ChangedCase>().Produces<SettledPage<ChangedCase>>()
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(503);

    static async Task<IResult> AnswerAsync(CohortParameters asked, ChangesParameters list, HttpContext http, ChangesQuery query)
    {
        if (list.Read(http, out var blank, out var format, out var count, out var after) is { } unreadable)
            return unreadable;
        if ((asked.Read(http, blank, out var question) ?? ChangesParameters.WhyNot(question)) is { } wrong)
            return wrong;
        return await SettledResult.OfListAsync(http, query, question, format, after, count);
    }
}
