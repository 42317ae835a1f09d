using Periop.Domain.Cases;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Register;

namespace Periop.Server.Audit.Lists;

/// <summary>The flags of all cases over HTTP.</summary>
static class DeviationListEndpoint
{
    sealed record Parameters(
        string? From, string? To, string? Code, string? Severity, string? Surgeon, string? Room, string? AsOf, string? Format, string? Limit,
        string? Cursor);

    public static void MapDeviations(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/register/deviations",
                ([AsParameters] Parameters asked, HttpContext http, DeviationListQuery query, RuleBook rules) => AnswerAsync(asked, http, query, rules))
            .For(DeviationListQuery.Roles).WithMetadata(new LoggedAs("deviations")).WithName("deviations").WithTags("Register")
            .WithSummary("The flags of all cases, newest first, now or as of an instant.").ProducesSettledList<DeviationView>();

    static async Task<IResult> AnswerAsync(Parameters asked, HttpContext http, DeviationListQuery query, RuleBook rules)
    {
        if (Paging.Read<DeviationListCursor>(http.Request, asked.Format, asked.Limit, asked.Cursor, out var format, out var count, out var after)
            is { } unreadable)
            return unreadable;
        if (ListFilters.ReadDays(asked.From, asked.To, out var from, out var to) is { } noDay)
            return noDay;
        if (asked.Code is { } code && rules.Flags.All(rule => rule.Code != code))
            return Problems.Shape("/code", $"must be one of {string.Join(", ", rules.Flags.Select(rule => rule.Code))}");
        if (ListFilters.ReadWord<Severity>("severity", asked.Severity, out var severity) is { } noSeverity)
            return noSeverity;
        if (ListFilters.ReadLabel("surgeon", asked.Surgeon, out var surgeon) is { } noSurgeon)
            return noSurgeon;
        if (ListFilters.ReadLabel("room", asked.Room, out var room) is { } noRoom)
            return noRoom;
        if (AsOf.Read(http, asked.AsOf, out var asOf) is { } noInstant)
            return noInstant;
        return await SettledResult.OfListAsync(
            http, query, new DeviationListQuestion(from, to, asked.Code, severity, surgeon, room, asOf), format, after, count);
    }
}
