using System.Text.Json.Serialization;
using Periop.Domain.Implants;
using Periop.Server.Access;
using Periop.Server.Register;

namespace Periop.Server.Implants;

/// <summary>Where the devices of a model, manufacturer, lot or serial number are.</summary>
sealed record LedgerQuestion(string? Gtin, string? Manufacturer, string? Reference, string? Lot, string? Serial, DateTimeOffset? AsOf) : Question("implants")
{
    /// <summary>The devices it is about.</summary>
    [JsonIgnore]
    public DeviceSought Sought => new(Gtin, Lot, Serial, Manufacturer, Reference);
}

/// <summary>Where the next part of the ledger begins, and the instant that the first one is for.</summary>
/// <param name="Engine">The version of the register that gave the first one. A cursor from before there were any says none.</param>
sealed record LedgerCursor(DateTimeOffset PlacedAt, Guid CaseId, Guid EntryId, DateTimeOffset AsOf, int Engine = 1);

/// <summary>The ledger of devices, as it was settled at an instant.</summary>
sealed class LedgerQuery(Asking asking, RegisterReader reader)
    : ListQuery<LedgerQuestion, ImplantLine, LedgerCursor, SettledPart<ImplantLine, LedgerCursor>>(asking)
{
    public static readonly string[] Roles = [Role.Quality, Role.OrStaff];

    protected override ListQuestion<ImplantLine, LedgerCursor, SettledPart<ImplantLine, LedgerCursor>> List(Caller caller, LedgerQuestion question) =>
        new(question, Roles, (after, count, cancellation) => reader.AnswerAsync(
            RegisterTable.Implants, caller.Hospital, after?.AsOf ?? question.AsOf, after?.Engine,
            register => FindAsync(register, caller.Hospital, question, after, count, cancellation), cancellation), line => line.CaseId);

    static async Task<Answer<SettledPart<ImplantLine, LedgerCursor>>> FindAsync(
        RegisterSnapshot register, string hospital, LedgerQuestion question, LedgerCursor? after, int count, CancellationToken cancellation)
    {
        var found = await ImplantLedger.FindAsync(register, hospital, question.Sought, after, count + 1, cancellation).ToListAsync(cancellation);
        var part = Part<ImplantLine, LedgerCursor>.Of(
            found, count, last => new LedgerCursor(last.PlacedAt, last.CaseId, last.EntryId, register.AsOf, register.Version));
        return await SettledPart<ImplantLine, LedgerCursor>.OfAsync(register, part, cancellation);
    }
}
