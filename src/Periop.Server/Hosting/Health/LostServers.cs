using JasperFx.Core;
using Npgsql;
using Periop.Server.Store;
using Wolverine;
using Wolverine.Runtime;

namespace Periop.Server.Hosting.Health;

/// <summary>
/// Every server holds a lock for as long as it lives, over a connection that dies with it. Whose lock is gone is dead, however busy the machine may be:
/// what it ran is shared out at once. Whoever holds it and no longer says that it is there is waited for, as the libraries do.
/// </summary>
sealed class LostServers(NpgsqlDataSource database, IWolverineRuntime runtime, ILogger<LostServers> log) : BackgroundService
{
    /// <summary>The first half of the key of such a lock; the second is the server's number.</summary>
    internal const int Alive = 0x0A117E;

    const string LocksHere = "l.locktype = 'advisory' and l.granted and l.database = (select oid from pg_database where datname = current_database())";

    const string Hold = $"select pg_advisory_lock_shared($1, node_number) from {EventTables.Nodes} where id = $2";

    const string Others = $"""
        select n.id, exists (
            select from pg_locks l where {LocksHere} and l.objsubid = 2 and l.classid = $1::int4::oid and l.objid = n.node_number::oid)
        from {EventTables.Nodes} n where n.id <> $2
        """;

    /// <summary>To the libraries they have not been heard of for a long time.</summary>
    const string GiveUp = $"update {EventTables.Nodes} set health_check = 'epoch' where id = any($1) returning node_number";

    /// <summary>
    /// A leader that is frozen keeps the leader's lock, and nobody could share out anything: the connection that holds it is ended once the leader has been
    /// silent for as long as the libraries wait for any server.
    /// </summary>
    const string Depose = $"""
        select n.node_number, pg_terminate_backend(l.pid) from {EventTables.Nodes} n
        join {EventTables.NodeAssignments} a on a.node_id = n.id and a.id like 'wolverine://leader%'
        join pg_locks l on {LocksHere} and l.objsubid = 1 and (l.classid::bigint << 32) | l.objid::bigint = $1
        where n.id <> $2 and n.health_check < now() - $3::interval
        """;

    static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    internal static readonly long LeaderLock = EventTables.MessageSchema.GetDeterministicHashCode();

    readonly Guid own = runtime.Options.UniqueNodeId;
    readonly TimeSpan silence = runtime.Options.Durability.StaleNodeTimeout;
    bool wasAway;

    /// <summary>Servers die in real time, whatever time the program tells.</summary>
    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (runtime.Options.Durability.Mode is not DurabilityMode.Balanced)
            return;
        using var timer = new PeriodicTimer(LookEvery, Clock);
        await timer.WaitForNextTickAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                await using var connection = await database.OpenConnectionAsync(stoppingToken);
                await WatchAsync(connection, timer, stoppingToken);
            }
            catch (Exception away) when (!stoppingToken.IsCancellationRequested)
            {
                // at once the first time: without its lock it is dead to the others after two looks
                if (wasAway)
                    await timer.WaitForNextTickAsync(stoppingToken);
                else        // once, not every second
                    log.LogWarning("Other servers are not watched ({Reason}); it tries again", (away as PostgresException)?.SqlState ?? away.GetType().Name);
                wasAway = true;
            }
    }

    /// <summary>
    /// For as long as its connection lasts. Whom this connection has not seen alive it does not miss either: when the database comes back, all its
    /// servers come back one after the other.
    /// </summary>
    async Task WatchAsync(NpgsqlConnection connection, PeriodicTimer timer, CancellationToken cancellation)
    {
        var (attendance, isHeld) = (new Attendance(), false);
        do
        {
            isHeld = isHeld || (await ReadAsync(connection, Hold, [Alive, own], _ => true, cancellation)).Count > 0;
            var lost = attendance.Look(await ReadAsync(connection, Others, [Alive, own], row => (row.GetGuid(0), row.GetBoolean(1)), cancellation));
            if (lost.Count > 0)
                foreach (var server in await ReadAsync(connection, GiveUp, [lost.ToArray()], row => row.GetInt32(0), cancellation))
                    log.LogWarning("Server {Server} has died; what it ran is shared out", server);
            foreach (var leader in await ReadAsync(connection, Depose, [LeaderLock, own, silence], row => row.GetInt32(0), cancellation))
                log.LogWarning("Server {Server} leads and is silent; another takes over", leader);
            wasAway = false;
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    static async Task<List<T>> ReadAsync<T>(
        NpgsqlConnection connection, string question, object[] values, Func<NpgsqlDataReader, T> row, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(question, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(row(reader));
        return rows;
    }
}
