using System.Runtime.CompilerServices;
using Npgsql;
using Periop.Domain.Cases;
using Periop.Domain.Implants;
using Periop.Domain.Register;
using Periop.Domain.Spine;
using Periop.Server.Implants.Recalls;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Server.Implants;

/// <summary>
/// The devices that were placed, wasted or returned, as the register holds them: newest first, then by case and entry. Finding those
/// of a lot, serial number or model costs what they are, however many others there are.
/// </summary>
static class ImplantLedger
{
    /// <summary>The devices sought, as of the snapshot.</summary>
    /// <param name="after">The last one of the page before.</param>
    /// <param name="limit">How many at most; null: all.</param>
    public static async IAsyncEnumerable<ImplantLine> FindAsync(
        RegisterSnapshot register, string hospital, DeviceSought sought, LedgerCursor? after, int? limit,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = Question(register, hospital, sought, after, limit);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return ImplantLine.Of(
                reader.GetGuid(0), reader.GetRow<ImplantRow>(1), reader.IsDBNull(2) ? null : reader.GetString(2), sought, reader.GetBoolean(3),
                reader.GetInt64(4));
    }

    internal static NpgsqlCommand Question(RegisterSnapshot register, string hospital, DeviceSought sought, LedgerCursor? after, int? limit)
    {
        var command = new NpgsqlCommand { Connection = register.Connection };
        string Value(object value)
        {
            command.Parameters.Add(new() { Value = value });
            return $"${command.Parameters.Count}";
        }

        var parts = new RegisterParts(register.Version);
        var (tenant, position) = (Value(hospital), Value(register.Position));
        var page = after is null ? ""
            : $" and (i.placed_at, i.case_id, i.key) < ({Value(after.PlacedAt.UtcDateTime)}, {Value(after.CaseId)}, {Value($"{after.EntryId}")})";
        var newestFirst = "order by i.placed_at desc, i.case_id desc, i.key desc" + (limit is { } most ? $" limit {Value(most)}" : "");
        // Of a model that is used much, an index gives the newest without a look at the others. Where a lot or serial number is sought, too, there
        // are few, and to look for the newest would mean to look at all of the model.
        var ownPage = sought is { Lots.Count: 0, Serials.Count: 0 } ? $"{page} {newestFirst}" : page;
        var branches = LedgerConditions.Of(sought, Value).Select(which =>
            $"(select i.* from {parts.Implants} i where i.tenant_id = {tenant} and {RegisterSnapshot.Held("i", position)}{which}{ownPage})");
        command.CommandText = $"""
            select i.case_id, to_json(i), p.id, exists (select from {parts.Recalls} r where {RecallMatch.IsRecalled("r", "i", position)}),
                {parts.TakenElsewhere("i", position)}::bigint
            from (select i.* from ({string.Join(" union all ", branches)}) i {newestFirst}) i
            left join {EventTables.Patients} p on p.tenant_id = i.tenant_id and p.patient_id = i.patient_id
            order by i.placed_at desc, i.case_id desc, i.key desc
            """;
        return command;
    }
}

/// <summary>A device of the ledger.</summary>
/// <param name="EntryId">The entry that placed, wasted or returned it.</param>
/// <param name="Quantity">How many alike the entry tells of.</param>
/// <param name="InPlace">How many of them are in place, whichever case took out others.</param>
/// <param name="Scan">The scan, when not all of it could be read.</param>
/// <param name="Certainty">How certain it is that this is the device that was asked for.</param>
/// <param name="Recalled">Whether it is under recall, for all that is known of it.</param>
/// <param name="EntryIds">The entries behind this line.</param>
sealed record ImplantLine(
    Guid CaseId, string? PatientRef, Guid EntryId, HardwareKind Kind, IReadOnlyList<Level> Levels, HardwareSite? Site, BodySide? Side, int Quantity,
    string? Manufacturer, string? Reference, string? Gtin, string? Lot, string? Serial, DateOnly? Expiry, string? Scan, int InPlace,
    ImplantStatus Status, MatchCertainty Certainty, DateTimeOffset PlacedAt, bool Recalled, IReadOnlyList<Guid> EntryIds)
{
    public static ImplantLine Of(Guid caseId, ImplantRow row, string? patientRef, DeviceSought sought, bool recalled, long takenElsewhere) => new(
        caseId, patientRef, Guid.Parse(row.Key), row.Kind, row.Levels, row.Site, row.Side, row.Quantity, row.Manufacturer, row.Reference, row.Gtin,
        row.Lot, row.Serial, row.Expiry, row.UnreadScan, (int)(row.InPlace - takenElsewhere) is > 0 and var left ? left : 0, row.StatusWith(takenElsewhere),
        sought.CertaintyOf(row.Identity) ?? throw new InvalidOperationException("The ledger found a device that was not sought."),
        row.PlacedAt.ToUniversalTime(), recalled, row.EntryIds);
}
