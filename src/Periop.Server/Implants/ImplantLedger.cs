using System.Runtime.CompilerServices;
using Npgsql;
using Periop.Domain.Implants;
using Periop.Server.Implants.Recalls;
using Periop.Server.Register;
using Periop.Server.Storage;

namespace Periop.Server.Implants;

/// <summary>Where the next page of the ledger begins, and the position that the first one was asked at.</summary>
sealed record LedgerCursor(DateTimeOffset PlacedAt, Guid CaseId, Guid EntryId, DateTimeOffset AsOf);

/// <summary>
/// The devices that were placed, wasted or returned, as the register holds them: newest first, then by case and entry. Finding some
/// costs what they are, however many others there are.
/// </summary>
static class ImplantLedger
{
    const string Columns = """
        i.case_id, i.key, p.id, i.kind, i.levels, i.site, i.side, i.quantity, i.manufacturer, i.reference, i.gtin, i.lot, i.lot_typed, i.serial, i.serial_typed, i.expiry, i.unread_scan,
        i.status, i.placed_at, i.entry_ids
        """;

    /// <summary>The devices sought, as of the snapshot.</summary>
    /// <param name="after">The last one of the page before.</param>
    /// <param name="limit">How many at most; null: all.</param>
    public static async IAsyncEnumerable<ImplantLine> FindAsync(
        RegisterSnapshot register, string hospital, DeviceSought sought, LedgerCursor? after, int? limit, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = Question(register, hospital, sought, after, limit);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return Read(reader, sought);
    }

    static NpgsqlCommand Question(RegisterSnapshot register, string hospital, DeviceSought sought, LedgerCursor? after, int? limit)
    {
        var command = new NpgsqlCommand { Connection = register.Connection };
        string Value(object value)
        {
            command.Parameters.Add(new() { Value = value });
            return $"${command.Parameters.Count}";
        }

        var (tenant, position) = (Value(hospital), Value(register.Position));
        var branches = Branches(sought, Value).Select(which => $"select i.* from {RegisterTable.Implants.FullName} i where i.tenant_id = {tenant} and {RegisterSnapshot.Held("i", position)}{which}");
        var page = after is null ? "" : $"where (i.placed_at, i.case_id, i.key) < ({Value(after.PlacedAt.UtcDateTime)}, {Value(after.CaseId)}, {Value($"{after.EntryId}")})";
        command.CommandText = $"""
            select {Columns}, exists (select from {RegisterTable.Recalls.FullName} r where {RecallMatch.IsRecalled("r", "i", position)})
            from ({string.Join(" union all ", branches)}) i
            left join {PatientTable} p on p.tenant_id = i.tenant_id and p.patient_id = i.patient_id
            {page} order by i.placed_at desc, i.case_id desc, i.key desc {(limit is { } most ? $"limit {Value(most)}" : "")}
            """;
        return command;
    }

    /// <summary>
    /// What <see cref="DeviceSought.CertaintyOf"/> decides, as conditions that an index answers and of which a device meets one at the
    /// most: each set of sought parts that agrees while the others are not known, and the scans in which what is sought stands.
    /// </summary>
    static IEnumerable<string> Branches(DeviceSought sought, Func<object, string> value)
    {
        var parts = new (string Column, string? Sought)[] { ("gtin", sought.Gtin), ("lot_key", DeviceSought.Key(sought.Lot)), ("serial_key", DeviceSought.Key(sought.Serial)) }
            .Where(p => p.Sought is not null).Select(p => (p.Column, Sought: p.Sought!, Parameter: value(p.Sought!))).ToArray();
        if (parts.Length == 0)
            return [""];
        var agreeing = from agrees in Enumerable.Range(1, (1 << parts.Length) - 1)
                       select string.Concat(parts.Select((p, index) => (agrees & (1 << index)) != 0 ? $" and i.{p.Column} = {p.Parameter}" : $" and i.{p.Column} is null"));
        var inScan = parts.Where(p => p.Sought.Length >= DeviceSought.ShortestInScan).Select(p => $"i.unread_scan ilike {value($"%{Escape(p.Sought)}%")}").ToArray();
        return inScan.Length == 0 ? agreeing : agreeing.Append($" and ({string.Join(" or ", inScan)}){string.Concat(parts.Select(p => $" and i.{p.Column} is null"))}");
    }

    static string Escape(string text) => text.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_");

    static ImplantLine Read(NpgsqlDataReader reader, DeviceSought sought)
    {
        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

        var identity = new DeviceIdentity(Text(10), Text(9), Text(11), Text(13), reader.IsDBNull(15) ? null : reader.GetFieldValue<DateOnly>(15))
        {
            LotTyped = reader.GetBoolean(12),
            SerialTyped = reader.GetBoolean(14),
            UnreadScan = Text(16),
        };
        return new ImplantLine(
            reader.GetGuid(0), Text(2), Guid.Parse(reader.GetString(1)), reader.GetString(3), reader.GetFieldValue<string[]>(4), Text(5), Text(6), reader.GetInt32(7), Text(8), identity.Reference,
            identity.Gtin, identity.Lot, identity.Serial, identity.Expiry, identity.UnreadScan, reader.GetString(17),
            sought.CertaintyOf(identity) ?? throw new InvalidOperationException("The ledger found a device that was not sought."),
            new DateTimeOffset(reader.GetDateTime(18)), reader.GetBoolean(20), reader.GetFieldValue<Guid[]>(19));
    }

    /// <summary>Who stands behind a patient's number: kept by the document store, current, and deletable.</summary>
    const string PatientTable = $"{PeriopStore.DocumentSchema}.mt_doc_patientidentity";
}

/// <summary>A device of the ledger.</summary>
/// <param name="EntryId">The entry that placed, wasted or returned it.</param>
/// <param name="Quantity">How many alike the entry tells of.</param>
/// <param name="Scan">The scan, when not all of it could be read.</param>
/// <param name="Certainty">How certain it is that this is the device that was asked for.</param>
/// <param name="Recalled">Whether it is under recall, for all that is known of it.</param>
/// <param name="EntryIds">The entries behind this line.</param>
sealed record ImplantLine(
    Guid CaseId, string? PatientRef, Guid EntryId, string Kind, IReadOnlyList<string> Levels, string? Site, string? Side, int Quantity, string? Manufacturer, string? Reference,
    string? Gtin, string? Lot, string? Serial, DateOnly? Expiry, string? Scan, string Status, MatchCertainty Certainty, DateTimeOffset PlacedAt, bool Recalled,
    IReadOnlyList<Guid> EntryIds);
