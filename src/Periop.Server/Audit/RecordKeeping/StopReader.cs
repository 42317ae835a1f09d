using Npgsql;
using NpgsqlTypes;
using Periop.Domain.Times.RecordKeeping;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Server.Audit.RecordKeeping;

/// <summary>How stops were answered, by the flags that the register keeps.</summary>
static class StopReader
{
    /// <summary>The flag of an entry that a stop had asked for.</summary>
    const string RecordedAfterStop = "recorded-after-stop";

    /// <param name="after">After which item; null: from the newest on.</param>
    /// <param name="limit">How many flags are read at most; null: all.</param>
    public static async Task<RecordedItems> ReadAsync(
        RegisterSnapshot register, Hospital hospital, RecordKeepingQuestion question, RecordedPlace? after, int? limit, CancellationToken cancellation)
    {
        var found = new List<(RecordedItem Item, long? Recorded)>();
        await using (var command = Command(register, hospital, question, after, limit))
        await using (var rows = await command.ExecuteReaderAsync(cancellation))
            while (await rows.ReadAsync(cancellation))
                found.Add((ItemOf(rows, question, hospital), rows.IsDBNull(9) ? null : rows.GetInt64(9)));
        var stops = await StopsAtAsync(register.Connection, [.. found.Select(f => f.Recorded).OfType<long>()], cancellation);
        var items =
            from f in found
            let item = f.Recorded is { } position ? f.Item with { Of = stops.GetValueOrDefault(position, "") } : f.Item
            where question.Counted.Of.Contains(item.Of)
            select item;
        return new RecordedItems([.. items], found.Count == limit ? found[^1].Item.At : null);
    }

    /// <summary>
    /// The flags of the stops, and those of entries that one had asked for. Which one, the flag does not say but in its sentence: the entry does, at
    /// the position where its flag was raised first.
    /// </summary>
    static NpgsqlCommand Command(RegisterSnapshot register, Hospital hospital, RecordKeepingQuestion question, RecordedPlace? after, int? limit)
    {
        var command = CohortStatement.Begin(register, hospital);
        var deviations = register.NameOf(RegisterTable.Deviations);
        var conditions = CohortConditions.Of(question, command).ToList();
        conditions.Add($"d.code = any({command.Value(question.Counted.Of.Append(RecordedAfterStop).ToArray())})");
        if (question.From is { } from)
            conditions.Add($"d.occurred_at >= {command.Value(hospital.BeginOf(from).UtcDateTime)}");
        if (question.To is { } to)
            conditions.Add($"d.occurred_at < {command.Value(hospital.BeginOf(to).UtcDateTime)}");
        if (after is not null)
            conditions.Add($"(d.occurred_at, d.case_id, d.key collate \"C\") < ({command.Value(after.At.UtcDateTime)}, "
                + $"{command.Value(after.CaseId)}, {command.Value(after.Key)})");
        command.CommandText = $"""
            select d.case_id, f.case_number, f.surgeon, coalesce(({CohortGroups.ColumnOf(question.GroupBy) ?? "null"})::text, '{CohortGroups.Unknown}'),
                d.occurred_at, d.key, d.code, d.overridden, d.entry_ids,
                case when d.code = '{RecordedAfterStop}' then (
                    select min(h.from_seq) from {deviations} h where h.tenant_id = $1 and h.case_id = d.case_id and h.key = d.key) end
            from {deviations} d
            join {register.NameOf(RegisterTable.CaseFacts)} f on f.tenant_id = $1 and f.case_id = d.case_id and {RegisterSnapshot.Held("f", "$2")}
            where d.tenant_id = $1 and {RegisterSnapshot.Held("d", "$2")} and {string.Join(" and ", conditions)}
            order by d.occurred_at desc, d.case_id desc, d.key collate "C" desc limit {(limit is { } most ? command.Value(most) : "all")}
            """;
        return command;
    }

    static RecordedItem ItemOf(NpgsqlDataReader rows, RecordKeepingQuestion question, Hospital hospital)
    {
        var (code, at) = (rows.GetString(6), rows.GetFieldValue<DateTimeOffset>(4));
        var how = code == RecordedAfterStop ? RecordedHow.RecordedAfterStop : rows.GetBoolean(7) ? RecordedHow.Overridden : RecordedHow.NotStopped;
        return new RecordedItem(
            rows.GetGuid(0), rows.GetString(1), rows.IsDBNull(2) ? null : rows.GetString(2), RecordedKey.Of(rows.GetString(3), at, question.GroupBy, hospital),
            code, how, at, rows.GetFieldValue<Guid[]>(8), new RecordedPlace(at, rows.GetGuid(0), rows.GetString(5)));
    }

    static async Task<Dictionary<long, string>> StopsAtAsync(NpgsqlConnection connection, long[] positions, CancellationToken cancellation)
    {
        var stops = new Dictionary<long, string>();
        if (positions.Length == 0)
            return stops;
        await using var command = new NpgsqlCommand(EventTables.AnsweredStopsAt, connection);
        command.Parameters.Add(new("positions", NpgsqlDbType.Array | NpgsqlDbType.Bigint) { Value = positions });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            stops.Add(rows.GetInt64(0), rows.GetString(1));
        return stops;
    }
}
