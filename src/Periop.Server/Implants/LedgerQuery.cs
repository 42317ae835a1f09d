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

/// <summary>A part of the ledger.</summary>
/// <param name="Engine">The version of what made the answer.</param>
/// <param name="AsOf">The instant it is settled for.</param>
/// <param name="Behind">How many entries it does not know.</param>
sealed record LedgerPart(IReadOnlyList<ImplantLine> Items, LedgerCursor? Next, int Engine, DateTimeOffset AsOf, long Behind)
    : Part<ImplantLine, LedgerCursor>(Items, Next);

/// <summary>The ledger of devices, as it was settled at an instant: rows at a settled position do not change, so parts fit together.</summary>
sealed class LedgerQuery(Asking asking, RegisterReader reader)
    : ListQuery<LedgerQuestion, ImplantLine, LedgerCursor, LedgerPart>(asking)
{
    public static readonly string[] Roles = [Role.Quality, Role.OrStaff];

    protected override ListQuestion<ImplantLine, LedgerCursor, LedgerPart> List(Caller caller, LedgerQuestion question) =>
        new(question, Roles, (after, count, cancellation) => ReadAsync(caller.Hospital, question, after, count, cancellation), line => line.CaseId);

    async Task<Answer<LedgerPart>> ReadAsync(string hospital, LedgerQuestion question, LedgerCursor? after, int count, CancellationToken cancellation)
    {
        var opening = await reader.OpenAsync(RegisterTable.Implants, hospital, after?.AsOf ?? question.AsOf, after?.Engine, cancellation);
        if (opening is not RegisterOpening.Opened { Register: var register })
            return opening.Why!;
        await using (register)
        {
            var found = await ImplantLedger.FindAsync(register, hospital, question.Sought, after, count + 1, cancellation).ToListAsync(cancellation);
            var part = Part<ImplantLine, LedgerCursor>.Of(
                found, count, last => new LedgerCursor(last.PlacedAt, last.CaseId, last.EntryId, register.AsOf, register.Version));
            return new LedgerPart(part.Items, part.Next, register.Version, register.AsOf, await register.BehindAsync(cancellation));
        }
    }
}
