using Periop.Domain.Implants;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Implants.Recalls;
using Periop.Server.Register;
using Periop.Server.Shell;

namespace Periop.Server.Implants;

/// <summary>How devices are asked for over HTTP.</summary>
sealed record LedgerParameters(string? Gtin, string? Manufacturer, string? Reference, string? Lot, string? Serial, string? AsOf)
{
    public static readonly string[] Names = ["gtin", "manufacturer", "reference", "lot", "serial", "asOf"];

    public static LedgerParameters Of(PageAddress a) => new(a["gtin"], a["manufacturer"], a["reference"], a["lot"], a["serial"], a["asOf"]);

    public IResult? Read(HttpContext http, out LedgerQuestion question)
    {
        var noInstant = Http.AsOf.Read(http, AsOf, out var instant);
        question = new LedgerQuestion(
            Gtin is null ? null : Domain.Implants.Gtin.Read(Gtin), Manufacturer, Reference, Lot, Serial, instant);
        return Gtin is not null && question.Gtin is null ? Problems.Shape("/gtin", Domain.Implants.Gtin.Rule) : WhyNoText() ?? noInstant;
    }

    IResult? WhyNoText() =>
        new[] { ("manufacturer", Manufacturer), ("reference", Reference), ("lot", Lot), ("serial", Serial) }
            .Where(p => p.Item2 is { } text && (Term.Read(text) is null || DeviceText.Key(text) is null)).Select(p => p.Item1).FirstOrDefault() is { } wrong
            ? Problems.Shape($"/{wrong}", $"must be {Term.Rule}") : null;
}

/// <summary>Where devices are: the answer to a recall in one call.</summary>
static class ImplantEndpoints
{
    public static void AddImplants(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<LedgerQuery>();
        builder.Services.AddScoped<RecallQuery>();
    }

    public static void MapImplants(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/implants", ([AsParameters] LedgerParameters asked, [AsParameters] PartParameters part, HttpContext http, LedgerQuery query) =>
                AnswerAsync(asked, part, http, query))
            .For(LedgerQuery.Roles).WithName("implants").WithTags("Implants")
            .WithSummary("Where the devices of a model, manufacturer, lot or serial number are: newest first, now or as of an instant.")
            .ProducesSettledList<ImplantLine>();

    static async Task<IResult> AnswerAsync(LedgerParameters asked, PartParameters part, HttpContext http, LedgerQuery query) =>
        part.Read<LedgerCursor>(http.Request, out var format, out var count, out var after) is { } unreadable ? unreadable
        : asked.Read(http, out var question) is { } wrong ? wrong
        : await SettledResult.OfListAsync(http, query, question, format, after, count);
}
