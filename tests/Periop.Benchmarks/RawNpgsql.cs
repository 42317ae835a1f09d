using Npgsql;
using NpgsqlTypes;

namespace Periop.Benchmarks;

/// <summary>The floor: the same rows, in tables like the store's, prepared, one commit each.</summary>
static class RawNpgsql
{
    const string Body =
        """{"cumulativeMl":450,"entryId":"0198d2f0-6f5a-7c3e-9a41-5d2b7c1e8f30","occurredAt":"2026-03-02T08:15:00+01:00","source":"live","content":"00000000"""
        + """00000000000000000000000000000000000000000000000000000000"}""";

    public static async Task<Contender> ContenderAsync(Stage stage)
    {
        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(stage.ConnectionString) { MaxAutoPrepare = 20, AutoPrepareMinUsages = 2 });
        await using (var create = source.CreateCommand("""
            create schema if not exists floor;
            create table if not exists floor.streams (like periop_events.mt_streams_default including all);
            create table if not exists floor.events (like periop_events.mt_events_default including all);
            create sequence if not exists floor.sequence;
            """))
            await create.ExecuteNonQueryAsync();
        return new("(a) raw Npgsql", count => BeginAsync(source, count), caseId => RecordAsync(source, caseId));
    }

    static async Task<Guid[]> BeginAsync(NpgsqlDataSource source, int count)
    {
        var ids = Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).ToArray();
        foreach (var id in ids)
        {
            await using var insert = source.CreateCommand(
                "insert into floor.streams (id, type, version, tenant_id, is_archived) values ($1, 'surgical_case', 0, $2, false)");
            insert.Parameters.Add(new() { Value = id });
            insert.Parameters.Add(new() { Value = Stage.Hospital });
            await insert.ExecuteNonQueryAsync();
        }

        return ids;
    }

    static async Task RecordAsync(NpgsqlDataSource source, Guid caseId)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);      // one transaction, and one round trip
        var update = new NpgsqlBatchCommand("update floor.streams set version = version + 1, timestamp = now() where tenant_id = $1 and id = $2");
        update.Parameters.Add(new() { Value = Stage.Hospital });
        update.Parameters.Add(new() { Value = caseId });
        var insert = new NpgsqlBatchCommand("""
            insert into floor.events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, user_name, is_archived)
            select nextval('floor.sequence'), $1, $2, version, $3, 'blood_loss_estimated', now(), $4,
                'Periop.Domain.Cases.BloodLossEstimated, Periop.Domain', 'nurse-1', false
            from floor.streams where tenant_id = $4 and id = $2
            """);
        insert.Parameters.Add(new() { Value = Guid.CreateVersion7() });
        insert.Parameters.Add(new() { Value = caseId });
        insert.Parameters.Add(new() { Value = Body, NpgsqlDbType = NpgsqlDbType.Jsonb });
        insert.Parameters.Add(new() { Value = Stage.Hospital });
        batch.BatchCommands.Add(update);
        batch.BatchCommands.Add(insert);
        await batch.ExecuteNonQueryAsync();
    }
}
