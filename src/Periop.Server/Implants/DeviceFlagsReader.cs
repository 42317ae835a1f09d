using Npgsql;
using Periop.Domain.Cases;
using Periop.Domain.Register;
using Periop.Server.Implants.Recalls;
using Periop.Server.Register;

namespace Periop.Server.Implants;

/// <summary>Joins to cases what only other cases and the recall list can tell about their devices.</summary>
static class DeviceFlagsReader
{
    /// <summary>The register as far as it has come, settled or not: for what is shown live.</summary>
    public const long Latest = long.MaxValue;

    /// <summary>Since when the other device is in place: its row is written anew with each correction to its case, which raises nothing.</summary>
    static string InPlaceSince(string implants) =>
        $"(select min(h.recorded_from) from {implants} h where h.tenant_id = $1 and h.case_id = o.case_id and h.key = o.key and h.in_place > 0)";

    static string Question(RegisterParts parts) => $"""
        with mine as (
            select * from {parts.Implants} i
            where i.tenant_id = $1 and i.case_id = any($2) and {RegisterSnapshot.Held("i", "$3")} and {parts.IsInPlace("i", "$3")})
        select m.case_id, to_json(m), null, {InPlaceSince(parts.Implants)}, m.key, o.from_seq
        from mine m cross join lateral (
            select * from {parts.Implants} o where o.tenant_id = $1 and {SameDevice("o", "m")}
            and {RegisterSnapshot.Held("o", "$3")} and {parts.IsInPlace("o", "$3")} order by o.from_seq desc limit 1) o
        union all
        select m.case_id, to_json(m), to_json(r), r.recorded_from, m.key, r.from_seq
        from mine m join {parts.Recalls} r on r.tenant_id = $1 and {RecallMatch.Lasts("r", "$3")} and {RecallMatch.MayConcern("r", "m")}
        order by 1, 5, 6 desc
        """;

    /// <summary>A device in another case that has the same serial number, as far as both are known.</summary>
    public static string SameDevice(string other, string device) =>
        $"{other}.serial_key = {device}.serial_key and {other}.case_id <> {device}.case_id and "
        + $"({other}.gtin = {device}.gtin or ({other}.reference = {device}.reference and ({other}.gtin is null or {device}.gtin is null)))";

    /// <summary>By case, with when each was raised.</summary>
    /// <param name="version">The version of the register that answers.</param>
    public static async Task<ILookup<Guid, (Flag Flag, DateTimeOffset RaisedAt)>> ReadAsync(
        NpgsqlConnection connection, int version, string hospital, Guid[] cases, long position, CancellationToken cancellation)
    {
        var found = new List<(Guid Case, Flag Flag, DateTimeOffset RaisedAt)>();
        await using var command = new NpgsqlCommand(Question(new RegisterParts(version)), connection)
        { Parameters = { new() { Value = hospital }, new() { Value = cases }, new() { Value = position } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            if (FlagOf(reader) is { } flag)
                found.Add((reader.GetGuid(0), flag, reader.GetFieldValue<DateTimeOffset>(3)));
        // what says the same of one device is one flag, and raised when the last of it was
        return found.DistinctBy(f => (f.Case, f.Flag.Code, f.Flag.Message, f.Flag.EntryIds[0])).ToLookup(f => f.Case, f => (f.Flag, f.RaisedAt));
    }

    /// <summary>
    /// When the last flag on a case's devices had come or gone, as of a snapshot: the first instant as of which the case is answered with
    /// it. Null when there never was one.
    /// </summary>
    public static async Task<DateTimeOffset?> LastChangeAsync(RegisterSnapshot register, string hospital, Guid caseId, CancellationToken cancellation)
    {
        await using var question = new NpgsqlCommand(LastChange(new RegisterParts(register.Version)), register.Connection)
        { Parameters = { new() { Value = hospital }, new() { Value = new[] { caseId } }, new() { Value = register.Position } } };
        return await question.ExecuteScalarAsync(cancellation) is DateTime change ? new DateTimeOffset(change) : null;
    }

    /// <summary>
    /// The positions at which flags on the devices of cases began or ended, as rows of <c>changes</c>. A flag lasts while the rows that
    /// raise it hold together: from the later begin until the earlier end, or until another case takes the device out.
    /// </summary>
    /// <param name="concerns">Whether a recall, by its name, raises a flag on a device.</param>
    public static string Changes(RegisterParts parts, Func<string, string, string> concerns) => $"""
        with mine as (select * from {parts.Implants} i where tenant_id = $1 and case_id = any($2) and in_place > 0),
            flags as (
                select greatest(m.from_seq, o.from_seq) as begins, least(m.to_seq, o.to_seq) as ends, o.case_id, o.key
                from mine m join {parts.Implants} o on o.tenant_id = $1 and {SameDevice("o", "m")} and o.in_place > 0
                union all
                select greatest(m.from_seq, r.from_seq), least(m.to_seq, r.to_seq), m.case_id, m.key
                from mine m join {parts.Recalls} r on r.tenant_id = $1 and r.ended_at is null and {concerns("r", "m")}),
            removals as (
                select x.from_seq, x.to_seq from {parts.Removals} x
                where x.tenant_id = $1 and x.case_id <> x.placed_in_case_id and (x.placed_in_case_id = any($2)
                    or exists (select from flags f where f.case_id = x.placed_in_case_id and f.key = x.placed_by_entry_id))),
            changes as (
                select position from flags cross join lateral (values (begins), (ends)) change (position) where begins < ends or ends is null
                union all
                select position from removals cross join lateral (values (from_seq), (to_seq)) change (position))
        """;

    /// <summary>How many of a case's devices other cases took out of the patient, by the entry that placed them.</summary>
    public static async Task<IReadOnlyDictionary<Guid, long>> TakenElsewhereAsync(
        RegisterSnapshot register, string hospital, Guid caseId, CancellationToken cancellation)
    {
        var parts = new RegisterParts(register.Version);
        await using var question = new NpgsqlCommand($"""
            select i.key::uuid, {parts.TakenElsewhere("i", "$3")}::bigint from {parts.Implants} i
            where i.tenant_id = $1 and i.case_id = $2 and i.in_place > 0 and {RegisterSnapshot.Held("i", "$3")}
            """, register.Connection)
        { Parameters = { new() { Value = hospital }, new() { Value = caseId }, new() { Value = register.Position } } };
        await using var reader = await question.ExecuteReaderAsync(cancellation);
        var taken = new Dictionary<Guid, long>();
        while (await reader.ReadAsync(cancellation))
            taken.Add(reader.GetGuid(0), reader.GetInt64(1));
        return taken;
    }

    static string LastChange(RegisterParts parts) => $"""
        {Changes(parts, RecallMatch.MayConcern)}
        select min(instant) from {Ticks.FullName} where position >= (select max(position) from changes where position <= $3)
        """;

    static Flag? FlagOf(NpgsqlDataReader reader)
    {
        var device = reader.GetRow<ImplantRow>(1);
        return reader.IsDBNull(2) ? DeviceFlags.ForSerial(device) : DeviceFlags.ForRecall(device, reader.GetRow<RecallRow>(2));
    }
}
