using Periop.Domain.Implants;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Implants.Recalls;
using Periop.Server.Register;

namespace Periop.Server.Implants;

/// <summary>Where devices are: the answer to a recall in one call.</summary>
static class ImplantEndpoints
{
    sealed record Parameters(
        string? Gtin, string? Manufacturer, string? Reference, string? Lot, string? Serial, string? AsOf, string? Format, string? Limit, string? Cursor);

    public static void AddImplants(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<LedgerQuery>();
        builder.Services.AddScoped<RecallQuery>();
    }

    public static void MapImplants(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/implants", ([AsParameters] Parameters asked, HttpContext http, LedgerQuery query) => AnswerAsync(asked, http, query))
            .For(LedgerQuery.Roles).WithName("implants").WithTags("Implants")
            .WithSummary("Where the devices of a model, manufacturer, lot or serial number are: newest first, now or as of an instant.")
            .ProducesSettledList<ImplantLine>();

    static async Task<IResult> AnswerAsync(Parameters asked, HttpContext http, LedgerQuery query)
    {
        if (Paging.Read<LedgerCursor>(http.Request, asked.Format, asked.Limit, asked.Cursor, out var format, out var count, out var after) is { } unreadable)
            return unreadable;
        if (WhyNot(asked) is { } senseless)
            return senseless;
        if (AsOf.Read(http, asked.AsOf, out var instant) is { } noInstant)
            return noInstant;
        var question = new LedgerQuestion(
            asked.Gtin is null ? null : Gtin.Read(asked.Gtin), asked.Manufacturer, asked.Reference, asked.Lot, asked.Serial, instant);
        return await SettledResult.OfListAsync(http, query, question, format, after, count);
    }

    static IResult? WhyNot(Parameters asked) =>
        asked.Gtin is { } gtin && Gtin.Read(gtin) is null ? Problems.Shape("/gtin", Gtin.Rule)
        : new[] { ("manufacturer", asked.Manufacturer), ("reference", asked.Reference), ("lot", asked.Lot), ("serial", asked.Serial) }
            .Where(p => p.Item2 is { } text && (Term.Read(text) is null || DeviceText.Key(text) is null)).Select(p => p.Item1).FirstOrDefault() is { } wrong
            ? Problems.Shape($"/{wrong}", $"must be {Term.Rule}")
        : null;
}
