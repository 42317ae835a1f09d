using System.Globalization;
using System.Text.Json;
using Npgsql;
using Periop.Domain.Implants;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Json;
using Periop.Server.Register;

namespace Periop.Server.Implants;

/// <summary>Where devices are: the answer to a recall in one call.</summary>
static class ImplantEndpoints
{
    sealed record Question(string? Gtin, string? Lot, string? Serial, string? AsOf, string? Format, string? Limit, string? Cursor);

    public static void MapImplants(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/implants", ([AsParameters] Question question, HttpContext http, NpgsqlDataSource database) => AnswerAsync(question, http, database))
            .For(Role.Quality, Role.OrStaff).LogAccess("implants").WithName("implants").WithTags("Implants")
            .WithSummary("Where the devices of a model, lot or serial number are: newest first, now or as of an instant.")
            .ProducesList<ImplantLine>().Produces<LedgerPage>().Produces(304).ProducesProblem(422).ProducesProblem(503);

    static async Task<IResult> AnswerAsync(Question question, HttpContext http, NpgsqlDataSource database)
    {
        if (Paging.Read<LedgerCursor>(http.Request, question.Format, question.Limit, question.Cursor, out var format, out var take, out var from)
                is { } unreadable)
            return unreadable;
        if (ReadSought(question, out var sought) is { } senseless)
            return senseless;
        if (AsOf.Read(question.AsOf, out var instant) is { } noInstant)
            return noInstant;
        var opening = await RegisterSnapshot.OpenAsync(database, from?.AsOf ?? instant, http.RequestAborted);
        if (opening is not RegisterOpening.Opened { Register: var register })
            return opening.Problem(http.Response);
        http.Response.RegisterForDisposeAsync(register);        // a whole list is read while the answer is written
        http.Response.Headers["Periop-Behind"] = (await register.BehindAsync(http.RequestAborted)).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["Periop-As-Of"] = JsonSerializer.SerializeToElement(register.AsOf, PeriopJson.Web).GetString();
        if (format.IsWhole)
            return new WholeList<ImplantLine>(ImplantLedger.FindAsync(register, http.User.Hospital(), sought, null, null, http.RequestAborted), format);
        var found = await ImplantLedger.FindAsync(register, http.User.Hospital(), sought, from, take + 1, http.RequestAborted).ToListAsync(http.RequestAborted);
        var page = Paging.PageOf(found, take, last => new LedgerCursor(last.PlacedAt, last.CaseId, last.EntryId, register.AsOf));
        return new SettledAnswer<LedgerPage>(new LedgerPage(RegisterSnapshot.Engine, register.AsOf, page.Items, page.Next));
    }

    static IResult? ReadSought(Question question, out DeviceSought sought)
    {
        var (gtin, lot, serial) = (question.Gtin is null ? null : Gtin.Read(question.Gtin), question.Lot is null ? null : Term.Read(question.Lot), question.Serial is null ? null : Term.Read(question.Serial));
        sought = new DeviceSought(gtin, lot?.Value, serial?.Value);
        return question.Gtin is not null && gtin is null ? Problems.Shape("/gtin", Gtin.Rule)
            : question.Lot is not null && lot is null ? Problems.Shape("/lot", $"must be {Term.Rule}")
            : question.Serial is not null && serial is null ? Problems.Shape("/serial", $"must be {Term.Rule}")
            : null;
    }
}

/// <summary>A page of the ledger.</summary>
/// <param name="Engine">The version of what made the answer: with another, the same question may have another answer.</param>
/// <param name="AsOf">The instant it is settled for: asked again for this instant, the answer is the same to the byte.</param>
sealed record LedgerPage(int Engine, DateTimeOffset AsOf, IReadOnlyList<ImplantLine> Items, string? Next);
