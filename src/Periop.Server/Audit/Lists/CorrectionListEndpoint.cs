using Periop.Domain.Register;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Register;
using Periop.Server.Shell;

namespace Periop.Server.Audit.Lists;

/// <summary>How corrections are asked for over HTTP.</summary>
sealed record CorrectionParameters(string? From, string? To, string? By, string? Surgeon, string? Room, string? Kind, string? AsOf)
{
    public static readonly string[] Names = ["from", "to", "by", "surgeon", "room", "kind", "asOf"];

    public static CorrectionParameters Of(PageAddress a) => new(a["from"], a["to"], a["by"], a["surgeon"], a["room"], a["kind"], a["asOf"]);

    public IResult? Read(HttpContext http, out CorrectionListQuestion question)
    {
        var noDays = ListFilters.ReadDays(From, To, out var from, out var to);
        var noSurgeon = ListFilters.ReadLabel("surgeon", Surgeon, out var surgeon);
        var noRoom = ListFilters.ReadLabel("room", Room, out var room);
        var noKind = ListFilters.ReadWord<CorrectionKind>("kind", Kind, out var kind);
        var noInstant = Http.AsOf.Read(http, AsOf, out var instant);
        question = new CorrectionListQuestion(from, to, By, surgeon, room, kind, instant);
        return noDays ?? noSurgeon ?? noRoom ?? noKind
            ?? (By is { } by && (by.Length == 0 || by.Contains('\0')) ? Problems.Shape("/by", "must be the subject of a person") : noInstant);
    }
}

/// <summary>The list of corrections over HTTP.</summary>
static class CorrectionListEndpoint
{
    public static void MapCorrections(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/register/corrections",
                ([AsParameters] CorrectionParameters asked, [AsParameters] PartParameters part, HttpContext http, CorrectionListQuery query) =>
                    AnswerAsync(asked, part, http, query))
            .For(CorrectionListQuery.Roles).WithMetadata(new LoggedAs("corrections")).WithName("corrections").WithTags("Register")
            .WithSummary("What was corrected, retracted or replaced, with both values, newest first, now or as of an instant.")
            .ProducesSettledList<CorrectionView>();

    static async Task<IResult> AnswerAsync(CorrectionParameters asked, PartParameters part, HttpContext http, CorrectionListQuery query) =>
        part.Read<CorrectionListCursor>(http.Request, out var format, out var count, out var after) is { } unreadable ? unreadable
        : asked.Read(http, out var question) is { } wrong ? wrong
        : await SettledResult.OfListAsync(http, query, question, format, after, count);
}
