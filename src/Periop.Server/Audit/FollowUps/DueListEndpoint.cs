using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Register;

namespace Periop.Server.Audit.FollowUps;

/// <summary>The follow-ups that are due, over HTTP.</summary>
static class DueListEndpoint
{
    sealed record Parameters(
        string? Until, string? Definition, string? Version, string? Service, string? Surgeon, string? AsOf, string? Format, string? Limit, string? Cursor);

    public static void MapFollowUpsDue(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/register/follow-ups/due", ([AsParameters] Parameters asked, HttpContext http, DueListQuery query) => AnswerAsync(asked, http, query))
            .For(DueListQuery.Roles).WithMetadata(new LoggedAs("follow-ups-due")).WithName("follow-ups-due").WithTags("Audit")
            .WithSummary("Who has to be followed up: cases that are due and not assessed, or will be by the day that is asked for.")
            .ProducesList<DueLine>().Produces<SettledPage<DueLine>>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(503);

    static async Task<IResult> AnswerAsync(Parameters asked, HttpContext http, DueListQuery query)
    {
        if (Paging.Read<JudgedCursor>(http.Request, asked.Format, asked.Limit, asked.Cursor, out var format, out var count, out var after) is { } unreadable)
            return unreadable;
        var until = default(DateOnly);
        if (asked.Until is not null && !LocalDate.TryRead(asked.Until, out until))
            return Problems.Shape("/until", LocalDate.Rule);
        var cohort = CohortParameters.None with
        { Definition = asked.Definition, Version = asked.Version, Service = asked.Service, Surgeon = asked.Surgeon, AsOf = asked.AsOf };
        return cohort.Read(http, new DueListQuestion(asked.Until is null ? null : until), out var question)
            ?? await SettledResult.OfListAsync(http, query, question, format, after, count);
    }
}
