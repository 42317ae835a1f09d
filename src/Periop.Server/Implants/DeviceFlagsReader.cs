using Npgsql;
using Periop.Domain.Cases;
using Periop.Domain.Implants;
using Periop.Server.Implants.Recalls;
using Periop.Server.Register;

namespace Periop.Server.Implants;

/// <summary>Joins to cases what only other cases and the recall list can tell about their devices.</summary>
static class DeviceFlagsReader
{
    /// <summary>The register as far as it has come, settled or not: for what is shown live.</summary>
    public const long Latest = long.MaxValue;

    static readonly string Question = $"""
        with mine as (select * from {RegisterTable.Implants.FullName} i where i.tenant_id = $1 and i.case_id = any($2) and i.status = 'in-place' and {RegisterSnapshot.Held("i", "$3")})
        select m.case_id, m.key, m.gtin, m.lot, m.lot_typed, m.serial, m.serial_typed, m.unread_scan, null, null, null, null, max(o.recorded_from)
        from mine m join {RegisterTable.Implants.FullName} o on o.tenant_id = $1 and o.serial_key = m.serial_key and coalesce(o.gtin, o.reference) = coalesce(m.gtin, m.reference)
            and o.case_id <> m.case_id and o.status = 'in-place' and {RegisterSnapshot.Held("o", "$3")}
        group by 1, 2, 3, 4, 5, 6, 7, 8
        union all
        select m.case_id, m.key, m.gtin, m.lot, m.lot_typed, m.serial, m.serial_typed, m.unread_scan, r.gtin, r.lot, r.serial, r.reference, r.recorded_from
        from mine m join {RegisterTable.Recalls.FullName} r on r.tenant_id = $1 and {RecallMatch.Lasts("r", "$3")}
            and (r.gtin = m.gtin or r.lot_key = m.lot_key or r.serial_key = m.serial_key or m.unread_scan is not null)
        order by 1, 2, 13
        """;

    /// <summary>Changes with everything that may change a hospital's flags, and rises.</summary>
    static readonly string LastChange =
        $"select greatest({string.Join(", ", RegisterTable.All.SelectMany(t => new[] { $"(select max(from_seq) from {t.FullName} where tenant_id = $1)", $"(select max(to_seq) from {t.FullName} where tenant_id = $1)" }))}, 0)";

    /// <summary>By case, with when each was raised.</summary>
    public static async Task<ILookup<Guid, (Flag Flag, DateTimeOffset RaisedAt)>> ReadAsync(NpgsqlConnection connection, string hospital, Guid[] cases, long position, CancellationToken cancellation)
    {
        var found = new List<(Guid Case, Flag Flag, DateTimeOffset RaisedAt)>();
        await using var command = new NpgsqlCommand(Question, connection) { Parameters = { new() { Value = hospital }, new() { Value = cases }, new() { Value = position } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            if (FlagOf(reader) is { } flag)
                found.Add((reader.GetGuid(0), flag, reader.GetFieldValue<DateTimeOffset>(12)));
        // recalls of one device that say the same are one flag
        return found.DistinctBy(f => (f.Case, f.Flag.Code, f.Flag.Message, f.Flag.EntryIds[0])).ToLookup(f => f.Case, f => (f.Flag, f.RaisedAt));
    }

    /// <summary>The position at which a device or a recall of the hospital last changed.</summary>
    public static async Task<long> LastChangeAsync(NpgsqlConnection connection, string hospital, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(LastChange, connection) { Parameters = { new() { Value = hospital } } };
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    static Flag? FlagOf(NpgsqlDataReader reader)
    {
        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

        var entryId = Guid.Parse(reader.GetString(1));
        var device = new DeviceIdentity(Text(2), null, Text(3), Text(5), null) { LotTyped = reader.GetBoolean(4), SerialTyped = reader.GetBoolean(6), UnreadScan = Text(7) };
        var recalled = new DeviceSought(Text(8), Text(9), Text(10));
        return recalled == new DeviceSought(null, null, null) ? DeviceFlags.ForSerial(entryId, device.Serial!) : DeviceFlags.ForRecall(entryId, device, recalled, Text(11));
    }
}
