using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Json;
using Periop.Server.Register;

namespace Periop.Server.Audit.Outcomes;

/// <summary>What moved between two instants, over HTTP.</summary>
static class ChangesEndpoint
{
    sealed record Parameters(string? Since, string? Format, string? Limit, string? Cursor);

    public static void MapChanges(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/audit/changes", ([AsParameters] CohortParameters asked, [AsParameters] Parameters list, HttpContext http, ChangesQuery query) =>
                AnswerAsync(asked, list, http, query))
            .For(ChangesQuery.Roles).WithMetadata(new LoggedAs("outcome-changes")).WithName("changes").WithTags("Audit")
            .WithSummary("Which cases are counted otherwise than at an earlier instant, and by which entries they moved.")
            .ProducesList<ChangedCase>().Produces<SettledPage<ChangedCase>>()
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(503);

    static async Task<IResult> AnswerAsync(CohortParameters asked, Parameters list, HttpContext http, ChangesQuery query)
    {
        if (Paging.Read<ChangesCursor>(http.Request, list.Format, list.Limit, list.Cursor, out var format, out var count, out var after) is { } unreadable)
            return unreadable;
        if (list.Since is null)
            return Problems.Shape("/since", $"is required: {InstantConverter.Rule}");
        if (InstantConverter.Parse(list.Since) is not { } since)
            return Problems.Shape("/since", InstantConverter.Rule);
        if (asked.Read(http, new ChangesQuestion(since), out var question) is { } wrong)
            return wrong;
        if (AsOf.Read(http, list.Since, out _) is { } notYet)
            return notYet;
        if (question.AsOf < since)
            return Problems.Shape("/since", "must not be after asOf");
        return await SettledResult.OfListAsync(http, query, question, format, after, count);
    }
}
