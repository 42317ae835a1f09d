using Marten;
using Npgsql;
using NpgsqlTypes;
using Periop.Domain.Cases;
using Periop.Server.Store;

namespace Periop.Benchmarks.Audit;

/// <summary>Writes events of cases into the store's tables as fast as the database takes them. No server may run meanwhile.</summary>
sealed class EventCopy(NpgsqlDataSource database, IDocumentStore store)
{
    const string StreamType = "surgical_case";

    readonly Dictionary<Type, (string Name, string Clr)> names = [];

    /// <returns>How many events there are, those included that were there before.</returns>
    public async Task<long> WriteAsync(IEnumerable<Told> events)
    {
        var position = (long)(await database.ScalarAsync($"select {EventTables.LastPosition}"))!;
        var key = (string)(await database.ScalarAsync(OfStreams("conname")))!;
        var keyed = await database.ScalarAsync(OfStreams("pg_get_constraintdef(oid)"));
        // looked up for each row, it takes as long as all else
        await database.ScalarAsync($"alter table {EventTables.Schema}.mt_events drop constraint {key}");
        var streams = new Dictionary<Guid, (int Version, DateTimeOffset Begun, DateTimeOffset Last)>();
        await using (var connection = await database.OpenConnectionAsync())
        await using (var session = store.QuerySession(Stage.Hospital))
        await using (var copy = await connection.BeginBinaryImportAsync($"""
            copy {EventTables.Schema}.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, user_name, is_archived)
            from stdin (format binary)
            """))
        {
            foreach (var told in events)
            {
                var (name, clr) = NamesOf(told.Event);
                await copy.StartRowAsync();
                copy.Write(++position, NpgsqlDbType.Bigint);
                copy.Write(Guid.CreateVersion7(told.RecordedAt), NpgsqlDbType.Uuid);
                copy.Write(told.CaseId, NpgsqlDbType.Uuid);
                copy.Write((long)told.Version, NpgsqlDbType.Bigint);
                copy.Write(store.Options.Serializer().ToJson(told.Event), NpgsqlDbType.Jsonb);
                copy.Write(name, NpgsqlDbType.Varchar);
                copy.Write(told.RecordedAt.UtcDateTime, NpgsqlDbType.TimestampTz);
                copy.Write(Stage.Hospital, NpgsqlDbType.Varchar);
                copy.Write(clr, NpgsqlDbType.Varchar);
                copy.Write(told.By, NpgsqlDbType.Varchar);
                copy.Write(false, NpgsqlDbType.Boolean);
                streams[told.CaseId] = (told.Version, streams.TryGetValue(told.CaseId, out var known) ? known.Begun : told.RecordedAt, told.RecordedAt);
            }

            await copy.CompleteAsync();
        }

        await WriteAsync(streams);
        await database.ScalarAsync($"alter table {EventTables.Schema}.mt_events add constraint {key} {keyed}");
        await database.ScalarAsync($"select setval('{EventTables.Schema}.mt_events_sequence', {position})");
        await database.ScalarAsync("vacuum (analyze)");
        return position;
    }

    /// <summary>About the constraint that an event has a stream.</summary>
    static string OfStreams(string what) => $"select {what} from pg_constraint where conrelid = '{EventTables.Schema}.mt_events'::regclass and contype = 'f'";

    async Task WriteAsync(Dictionary<Guid, (int Version, DateTimeOffset Begun, DateTimeOffset Last)> streams)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var copy = await connection.BeginBinaryImportAsync(
            $"copy {EventTables.Schema}.mt_streams (id, type, version, timestamp, created, tenant_id, is_archived) from stdin (format binary)");
        foreach (var (id, stream) in streams)
        {
            await copy.StartRowAsync();
            copy.Write(id, NpgsqlDbType.Uuid);
            copy.Write(StreamType, NpgsqlDbType.Varchar);
            copy.Write((long)stream.Version, NpgsqlDbType.Bigint);
            copy.Write(stream.Last.UtcDateTime, NpgsqlDbType.TimestampTz);
            copy.Write(stream.Begun.UtcDateTime, NpgsqlDbType.TimestampTz);
            copy.Write(Stage.Hospital, NpgsqlDbType.Varchar);
            copy.Write(false, NpgsqlDbType.Boolean);
        }

        await copy.CompleteAsync();
    }

    (string Name, string Clr) NamesOf(CaseEvent happened)
    {
        if (!names.TryGetValue(happened.GetType(), out var known))
        {
            using var session = store.LightweightSession(Stage.Hospital);
            var stored = session.Events.BuildEvent(happened);
            names.Add(happened.GetType(), known = (stored.EventTypeName, stored.DotNetTypeName));
        }

        return known;
    }
}
