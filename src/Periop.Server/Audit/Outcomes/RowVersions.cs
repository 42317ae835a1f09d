using Npgsql;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Server.Audit.Outcomes;

/// <summary>A row, and the events between which it held.</summary>
sealed record RowVersion<T>(T Row, long From, long? To, DateTimeOffset RecordedFrom, DateTimeOffset? RecordedTo)
{
    public IEnumerable<(long Position, DateTimeOffset At)> Changes =>
        To is { } to ? [(From, RecordedFrom), (to, RecordedTo!.Value)] : [(From, RecordedFrom)];

    public IEnumerable<long> Positions => Changes.Select(c => c.Position);

    public bool HeldAt(long position) => From <= position && !(To <= position);

    public RowVersion<TOther> With<TOther>(TOther row) => new(row, From, To, RecordedFrom, RecordedTo);
}

/// <summary>Reads every version of rows up to a settled position.</summary>
sealed class RowVersions(RegisterSnapshot register, string hospital, CancellationToken cancellation)
{
    /// <summary>Every version of rows up to the position, first the first recorded. What closed one later is not told.</summary>
    public async Task<List<RowVersion<T>>> RowsAsync<T>(
        RegisterTable table, string columns, string which, IReadOnlyList<Guid> ids, Func<NpgsqlDataReader, T> read)
    {
        var found = new List<RowVersion<T>>();
        if (ids.Count == 0)
            return found;
        await using var command = new NpgsqlCommand($"""
            select {columns}, r.from_seq, case when r.to_seq <= $2 then r.to_seq end, r.recorded_from, case when r.to_seq <= $2 then r.recorded_to end
            from {register.NameOf(table)} r where r.tenant_id = $1 and r.from_seq <= $2 and {which} order by r.recorded_from, r.from_seq, r.case_id, r.key
            """, register.Connection)
        { Parameters = { new() { Value = hospital }, new() { Value = register.Position }, new() { Value = ids.ToArray() } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var last = reader.FieldCount - 4;
            found.Add(new RowVersion<T>(
                read(reader), reader.GetInt64(last), reader.IsDBNull(last + 1) ? null : reader.GetInt64(last + 1),
                reader.GetFieldValue<DateTimeOffset>(last + 2),
                reader.IsDBNull(last + 3) ? null : reader.GetFieldValue<DateTimeOffset>(last + 3)));
        }

        return found;
    }

    /// <summary>The entries at positions.</summary>
    public async Task<Dictionary<long, Guid>> EntriesAsync(long[] positions)
    {
        await using var command = new NpgsqlCommand(EventTables.EntriesAt, register.Connection) { Parameters = { new("positions", positions) } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new Dictionary<long, Guid>();
        while (await reader.ReadAsync(cancellation))
            found.Add(reader.GetInt64(0), reader.GetGuid(1));
        return found;
    }
}
