using Periop.Domain.Cases;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Register;
using Periop.Server.Shell;

namespace Periop.Server.Audit.Lists;

/// <summary>How flags are asked for over HTTP.</summary>
sealed record DeviationParameters(string? From, string? To, string? Code, string? Severity, string? Surgeon, string? Room, string? AsOf)
{
    public static readonly string[] Names = ["from", "to", "code", "severity", "surgeon", "room", "asOf"];

    public static DeviationParameters Of(PageAddress a) => new(a["from"], a["to"], a["code"], a["severity"], a["surgeon"], a["room"], a["asOf"]);

    public IResult? Read(HttpContext http, RuleBook rules, out DeviationListQuestion question)
    {
        var noDays = ListFilters.ReadDays(From, To, out var from, out var to);
        var noCode = Code is null || rules.Flags.Any(rule => rule.Code == Code) ? null : Problems.NoneOf("/code", rules.Flags.Select(rule => rule.Code));
        var noSeverity = ListFilters.ReadWord<Severity>("severity", Severity, out var severity);
        var noSurgeon = ListFilters.ReadLabel("surgeon", Surgeon, out var surgeon);
        var noRoom = ListFilters.ReadLabel("room", Room, out var room);
        var noInstant = Http.AsOf.Read(http, AsOf, out var instant);
        question = new DeviationListQuestion(from, to, Code, severity, surgeon, room, instant);
        return noDays ?? noCode ?? noSeverity ?? noSurgeon ?? noRoom ?? noInstant;
    }
}

/// <summary>The flags of all cases over HTTP.</summary>
static class DeviationListEndpoint
{
    public static void MapDeviations(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/register/deviations",
                ([AsParameters] DeviationParameters asked, [AsParameters] PartParameters part, HttpContext http, DeviationListQuery query, RuleBook rules) =>
                    AnswerAsync(asked, part, http, query, rules))
            .For(DeviationListQuery.Roles).WithMetadata(new LoggedAs("deviations")).WithName("deviations").WithTags("Register")
            .WithSummary("The flags of all cases, newest first, now or as of an instant.").ProducesSettledList<DeviationView>();

    static async Task<IResult> AnswerAsync(
        DeviationParameters asked, PartParameters part, HttpContext http, DeviationListQuery query, RuleBook rules) =>
        part.Read<DeviationListCursor>(http.Request, out var format, out var count, out var after) is { } unreadable ? unreadable
        : asked.Read(http, rules, out var question) is { } wrong ? wrong
        : await SettledResult.OfListAsync(http, query, question, format, after, count);
}
