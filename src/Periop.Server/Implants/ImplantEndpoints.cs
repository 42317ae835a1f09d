using System.Globalization;
using System.Text.Json;
using Periop.Domain.Implants;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Implants.Recalls;
using Periop.Server.Json;

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
            .ProducesList<ImplantLine>().Produces<LedgerPage>().ProducesProblem(409).ProducesProblem(422).ProducesProblem(503);

    static async Task<IResult> AnswerAsync(Parameters asked, HttpContext http, LedgerQuery query)
    {
        if (Paging.Read<LedgerCursor>(http.Request, asked.Format, asked.Limit, asked.Cursor, out var format, out var count, out var after) is { } unreadable)
            return unreadable;
        if (WhyNot(asked) is { } senseless)
            return senseless;
        if (AsOf.Read(http, asked.AsOf, out var instant) is { } noInstant)
            return noInstant;
        var (caller, question) = (http.User.Caller(), new LedgerQuestion(
            asked.Gtin is null ? null : Gtin.Read(asked.Gtin), asked.Manufacturer, asked.Reference, asked.Lot, asked.Serial, instant));
        return format.IsWhole
            ? (await query.AskAllAsync(caller, question, http.RequestAborted)).ToResult(http.Response, all =>
            {
                Say(http.Response, all.First);
                return new WholeList<ImplantLine>(all.Items, format);
            })
            : (await query.AskAsync(caller, question, after, count, http.RequestAborted)).ToResult(http.Response, part =>
            {
                Say(http.Response, part);
                return Tagged.Ok(new LedgerPage(part.Engine, part.AsOf, part.Items, Paging.CursorOf(part.Next)));
            });
    }

    static void Say(HttpResponse response, LedgerPart part)
    {
        response.Headers["Periop-Behind"] = part.Behind.ToString(CultureInfo.InvariantCulture);
        response.Headers["Periop-As-Of"] = JsonSerializer.SerializeToElement(part.AsOf, PeriopJson.Web).GetString();
    }

    static IResult? WhyNot(Parameters asked) =>
        asked.Gtin is { } gtin && Gtin.Read(gtin) is null ? Problems.Shape("/gtin", Gtin.Rule)
        : new[] { ("manufacturer", asked.Manufacturer), ("reference", asked.Reference), ("lot", asked.Lot), ("serial", asked.Serial) }
            .Where(p => p.Item2 is { } text && (Term.Read(text) is null || DeviceText.Key(text) is null)).Select(p => p.Item1).FirstOrDefault() is { } wrong
            ? Problems.Shape($"/{wrong}", $"must be {Term.Rule}")
        : null;
}

/// <summary>A page of the ledger.</summary>
/// <param name="Engine">The version of what made the answer: with another, the same question may have another answer.</param>
/// <param name="AsOf">The instant it is settled for: asked again for this instant, the answer is the same to the byte.</param>
sealed record LedgerPage(int Engine, DateTimeOffset AsOf, IReadOnlyList<ImplantLine> Items, string? Next);
