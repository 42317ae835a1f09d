using Periop.Domain.Register;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Register;

namespace Periop.Server.Audit.Lists;

/// <summary>The list of corrections over HTTP.</summary>
static class CorrectionListEndpoint
{
    sealed record Parameters(
        string? From, string? To, string? By, string? Surgeon, string? Room, string? Kind, string? AsOf, string? Format, string? Limit, string? Cursor);

    public static void MapCorrections(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/register/corrections",
                ([AsParameters] Parameters asked, HttpContext http, CorrectionListQuery query) => AnswerAsync(asked, http, query))
            .For(CorrectionListQuery.Roles).WithMetadata(new LoggedAs("corrections")).WithName("corrections").WithTags("Register")
            .WithSummary("What was corrected, retracted or replaced, with both values, newest first, now or as of an instant.")
            .ProducesSettledList<CorrectionView>();

    static async Task<IResult> AnswerAsync(Parameters asked, HttpContext http, CorrectionListQuery query)
    {
        if (Paging.Read<CorrectionListCursor>(http.Request, asked.Format, asked.Limit, asked.Cursor, out var format, out var count, out var after)
            is { } unreadable)
            return unreadable;
        if (ListFilters.ReadDays(asked.From, asked.To, out var from, out var to) is { } noDay)
            return noDay;
        if (ListFilters.ReadLabel("surgeon", asked.Surgeon, out var surgeon) is { } noSurgeon)
            return noSurgeon;
        if (ListFilters.ReadLabel("room", asked.Room, out var room) is { } noRoom)
            return noRoom;
        if (ListFilters.ReadWord<CorrectionKind>("kind", asked.Kind, out var kind) is { } noKind)
            return noKind;
        if (asked.By is { } by && (by.Length == 0 || by.Contains('\0')))
            return Problems.Shape("/by", "must be the subject of a person");
        if (AsOf.Read(http, asked.AsOf, out var asOf) is { } noInstant)
            return noInstant;
        return await SettledResult.OfListAsync(http, query, new CorrectionListQuestion(from, to, asked.By, surgeon, room, kind, asOf), format, after, count);
    }
}
