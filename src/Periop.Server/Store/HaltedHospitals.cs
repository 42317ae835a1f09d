using JasperFx.Events;
using JasperFx.Events.Daemon;
using Marten;
using Npgsql;
using Weasel.Postgresql.Tables;

namespace Periop.Server.Store;

/// <summary>Where a projection has halted for a hospital.</summary>
/// <param name="Position">Of the first event that could not be applied: those before it are, those from it on are passed by.</param>
/// <param name="RecordedAt">When that event was recorded.</param>
/// <param name="Reason">Its stored name, and what kind of exception there was; never the exception's text.</param>
sealed record Halt(string Hospital, long Position, DateTimeOffset RecordedAt, string Reason);

/// <summary>
/// The hospitals for which a projection has halted at an event that its code could not apply, so that the others go on. The halt is
/// written by the batch that has the event, in the transaction that moves the projection past it: no event is ever passed without it.
/// A rebuild of the projection empties the table.
/// </summary>
/// <param name="shard">The projection's row in the store's progression.</param>
sealed class HaltedHospitals(string shard)
{
    public string FullName { get; } = $"{EventTables.DocumentSchema}.halted_{shard[..shard.LastIndexOf(':')].Replace(':', '_').ToLowerInvariant()}";

    public Table Build()
    {
        var table = new Table(FullName);
        table.AddColumn("tenant_id", "varchar").AsPrimaryKey();
        table.AddColumn("position", "bigint").NotNull();
        table.AddColumn("recorded_at", "timestamptz").NotNull();
        table.AddColumn("reason", "text").NotNull();
        return table;
    }

    /// <summary>Applies a hospital's events of a batch, up to the first that cannot be, unless the projection has halted for it before.</summary>
    /// <param name="events">Of one hospital, in the order of their positions.</param>
    /// <param name="apply">
    /// Applies events, all or none. It throws <see cref="ApplyEventException"/> only when the code fails on an event, which it would do again
    /// whenever it is tried; for a failure that may pass, of the database or a cancellation, the whole projection stops.
    /// </param>
    /// <returns>Whether it has halted now.</returns>
    public async Task<bool> ApplyAsync(
        IDocumentOperations operations, IReadOnlyList<IEvent> events, Func<IReadOnlyList<IEvent>, Task> apply, CancellationToken cancellation)
    {
        if ((await ((IQuerySession)operations).AdvancedSql.QueryAsync<long>(
                $"select position from {FullName} where tenant_id = ?", cancellation, operations.TenantId)).Count > 0)
            return false;
        var failed = default(ApplyEventException);
        for (var appliable = events; appliable.Count > 0;)
            try
            {
                await apply(appliable);
                break;
            }
            catch (ApplyEventException failure)
            {
                // streams are applied one after the other, so another one may fail earlier yet
                failed = failure;
                appliable = [.. appliable.TakeWhile(e => e.Sequence < failure.Event.Sequence)];
            }

        if (failed is null)
            return false;
        operations.QueueOperation(new WriteHalt(FullName, new Halt(
            operations.TenantId, failed.Event.Sequence, failed.Event.Timestamp, $"{failed.Event.EventTypeName}: {failed.InnerException!.GetType().Name}")));
        return true;
    }

    /// <summary>The halt for a hospital; null when there is none.</summary>
    public async Task<Halt?> FindAsync(NpgsqlConnection connection, string hospital, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"{Select} where tenant_id = $1", connection) { Parameters = { new() { Value = hospital } } };
        return (await ReadAsync(command, cancellation)).SingleOrDefault();
    }

    public async Task<IReadOnlyList<Halt>> AllAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"{Select} order by tenant_id");
        return await ReadAsync(command, cancellation);
    }

    string Select => $"select tenant_id, position, recorded_at, reason from {FullName}";

    static async Task<IReadOnlyList<Halt>> ReadAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var halts = new List<Halt>();
        while (await reader.ReadAsync(cancellation))
            halts.Add(new Halt(reader.GetString(0), reader.GetInt64(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetString(3)));
        return halts;
    }
}
