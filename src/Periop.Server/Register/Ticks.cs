using System.Data;
using System.Runtime.CompilerServices;
using Npgsql;
using Periop.Domain.Text;
using Periop.Server.Store;
using Weasel.Postgresql.Tables;

namespace Periop.Server.Register;

/// <summary>
/// Writes down which position the events had reached at which instant, once a second, on whichever node comes first: everything
/// acknowledged before the instant has that position or a lower one. It is what "as of" rests on, and it cannot be worked out again
/// from the events, so it is never torn down.
/// </summary>
sealed class Ticks(NpgsqlDataSource database, RegisterVersion version, TimeProvider clock, IConfiguration configuration, ILogger<Ticks> log) : BackgroundService
{
    public const string FullName = $"{EventTables.RegisterSchema}.ticks";

    /// <summary>Up to when the ticks go.</summary>
    public const string Last = $"select until from {FullName} order by position desc limit 1";

    /// <summary>A position that the events had reached by <c>@from</c>: whatever was recorded later has a higher one. 0 where no tick is so old.</summary>
    public const string ReachedBy = $"(select coalesce(max(position), 0) from {FullName} where instant <= @from)";

    /// <summary>Hashed to the key of an advisory lock: one node ticks at a time.</summary>
    const string Turn = "select pg_try_advisory_xact_lock(hashtextextended('periop tick', 0))";

    /// <summary>
    /// While nothing is recorded, the last tick is made to last longer: idle hours add no row. How far the register has come is noted for
    /// each of its versions (<see cref="RegisterSwitch"/>); a node of a release that knew of none finds here what it wrote itself.
    /// </summary>
    static readonly string Write = $"""
        with now as (select $1 as at, {EventTables.LastPosition} as position),
             last as (select * from {FullName} order by position desc limit 1),
             longer as (update {FullName} as tick set until = now.at from now, last where tick.position = last.position and last.position = now.position)
        insert into {FullName} (position, instant, until, reached)
        select now.position, now.at, now.at, coalesce(last.reached, 0) from now left join last on true
        where last.position is null or now.position > last.position
        """;

    readonly TimeSpan every = configuration.GetValue("Register:TickEvery", TimeSpan.FromSeconds(1));

    public static Table Build()
    {
        var table = new Table(FullName);
        table.AddColumn("position", "bigint").AsPrimaryKey();
        table.AddColumn("instant", "timestamptz").NotNull();
        table.AddColumn("until", "timestamptz").NotNull();
        table.AddColumn("reached", "bigint").NotNull();
        table.Indexes.Add(new IndexDefinition("idx_ticks_instant") { Columns = ["instant"], IsUnique = true });
        return table;
    }

    /// <summary>Ticks once, unless another node is about to, or the database's clock has gone back behind the last tick.</summary>
    public async Task TickAsync(CancellationToken cancellation)
    {
        await foreach (var _ in StepsAsync(cancellation))
        {
            // nobody waits between two steps but a test
        }
    }

    /// <summary>What a tick asks the database, one after the other. In between others may record, and other nodes tick.</summary>
    public async IAsyncEnumerable<string> StepsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);
        if (await connection.ScalarAsync(Turn, cancellation) is not true)
            yield break;
        yield return "it is this node's turn";
        var last = await connection.ScalarAsync(Last, cancellation) as DateTime?;
        yield return "the last tick is known";
        // the instant first, then the statement that looks at the events: the other way round would promise too much
        var instant = await InstantAsync(connection, last, cancellation);
        if (instant <= last)
            yield break;
        yield return "the instant is chosen";
        await using var write = new NpgsqlCommand(Write, connection) { Parameters = { new() { Value = instant } } };
        await write.ExecuteNonQueryAsync(cancellation);
        yield return "the tick is written";
        await RegisterSwitch.TurnAsync(connection, version, cancellation);
        yield return "the register may have switched";
        await transaction.CommitAsync(cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every);
        var wasAway = false;
        do
            try
            {
                await TickAsync(stoppingToken);
                wasAway = false;
            }
            catch (Exception away) when (!stoppingToken.IsCancellationRequested)
            {
                if (!wasAway)       // once, not every second
                    log.LogWarning("The register's clock cannot tick ({Reason}); it tries again", (away as PostgresException)?.SqlState ?? away.GetType().Name);
                wasAway = true;
            }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>
    /// The database's clock, which all nodes share. A clock that is not real may stand or begin anew: then the next tick is a microsecond
    /// after the last.
    /// </summary>
    async Task<DateTime> InstantAsync(NpgsqlConnection connection, DateTime? last, CancellationToken cancellation)
    {
        if (clock == TimeProvider.System)
            return (DateTime)(await connection.ScalarAsync("select clock_timestamp()", cancellation))!;
        var now = clock.GetUtcNow().ToMicroseconds().UtcDateTime;
        return now <= last ? last.Value.AddMicroseconds(1) : now;
    }
}
