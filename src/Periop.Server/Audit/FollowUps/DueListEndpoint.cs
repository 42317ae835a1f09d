using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Register;
using Periop.Server.Shell;

namespace Periop.Server.Audit.FollowUps;

/// <summary>How the follow-ups that are due are asked for over HTTP.</summary>
sealed record DueParameters(string? Until, string? Definition, string? Version, string? Service, string? Surgeon, string? AsOf)
{
    public static readonly string[] Names = ["until", "definition", "version", "service", "surgeon", "asOf"];

    public static DueParameters Of(PageAddress a) => new(a["until"], a["definition"], a["version"], a["service"], a["surgeon"], a["asOf"]);

    public IResult? Read(HttpContext http, out DueListQuestion question)
    {
        var until = default(DateOnly);
        var isDay = Until is null || LocalDate.TryRead(Until, out until);
        var cohort = CohortParameters.None with
        { Definition = Definition, Version = Version, Service = Service, Surgeon = Surgeon, AsOf = AsOf };
        var problem = cohort.Read(http, new DueListQuestion(Until is null ? null : until), out question);
        return isDay ? problem : Problems.Shape("/until", LocalDate.Rule);
    }
}

/// <summary>The follow-ups that are due, over HTTP.</summary>
static class DueListEndpoint
{
    public static void MapFollowUpsDue(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/register/follow-ups/due",
                ([AsParameters] DueParameters asked, [AsParameters] PartParameters part, HttpContext http, DueListQuery query) =>
                    AnswerAsync(asked, part, http, query))
            .For(DueListQuery.Roles).WithMetadata(new LoggedAs("follow-ups-due")).WithName("follow-ups-due").WithTags("Audit")
            .WithSummary("Who has to be followed up: cases that are due and not assessed, or will be by the day that is asked for.")
            .ProducesList<DueLine>().Produces<SettledPage<DueLine>>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(503);

    static async Task<IResult> AnswerAsync(DueParameters asked, PartParameters part, HttpContext http, DueListQuery query) =>
        part.Read<JudgedCursor>(http.Request, out var format, out var count, out var after) is { } unreadable ? unreadable
        : asked.Read(http, out var question) is { } wrong ? wrong
        : await SettledResult.OfListAsync(http, query, question, format, after, count);
}
