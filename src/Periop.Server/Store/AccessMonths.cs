using System.Globalization;
using Marten;
using Npgsql;

namespace Periop.Server.Store;

/// <summary>
/// The access log stands in months, tables of their own, so that one is dropped as a whole when it has aged. Whoever owns the tables does
/// that, by <c>migrate</c>.
/// </summary>
sealed class AccessMonths(NpgsqlDataSource database, TimeProvider clock, IConfiguration configuration)
{
    public const string Setting = "AccessLog:RetentionMonths";

    /// <summary>A drop that waits for one reader makes everybody wait behind it.</summary>
    const string WaitsAtMost = "500ms";

    /// <summary>How many whole months entries are kept besides the present one; 0 means for ever.</summary>
    public int Kept { get; } = KeptBy(configuration);

    /// <summary>As it is configured. Asked before the database has been started, which this would look for otherwise.</summary>
    public static int KeptBy(IConfiguration configuration) => configuration.GetValue<int?>(Setting) ?? 0;

    /// <summary>
    /// Puts entries into months that stand beside them: those from before there were months, and those whose month was not made in time.
    /// </summary>
    public async Task SortAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(EventTables.SortAccessLog, cancellation);
    }

    /// <summary>Drops the months that have aged, and says it in a sentence.</summary>
    public async Task<string> DropAgedAsync(CancellationToken cancellation)
    {
        if (Kept == 0)
            return "The access log is kept for ever.";
        var now = clock.GetUtcNow();
        var first = new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(-Kept);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync($"set local lock_timeout = '{WaitsAtMost}'", cancellation);
        try
        {
            var dropped = 0;
            while (await connection.ScalarAsync(EventTables.OldestAccessMonth(first), cancellation) is string month)
            {
                await connection.ExecuteAsync($"drop table {month}", cancellation);
                dropped++;
            }

            await transaction.CommitAsync(cancellation);
            return $"The access log is kept from {first.ToString("yyyy-MM", CultureInfo.InvariantCulture)} on; months dropped: {dropped}.";
        }
        catch (PostgresException held) when (held.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return "Months of the access log have aged and are kept: somebody reads or writes it. Run migrate again.";
        }
    }
}

/// <summary>Makes the months of the access log long before they begin, where the server's role may; else <c>migrate</c> does, a year ahead.</summary>
sealed class AccessMonthsAhead(IDocumentStore store, NpgsqlDataSource database, TimeProvider clock, ILogger<AccessMonthsAhead> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <summary>True when they are there; false when the role may not make any.</summary>
    public async Task<bool> MakeAsync(CancellationToken cancellation)
    {
        await using (var connection = await database.OpenConnectionAsync(cancellation))
            if (await connection.ScalarAsync(EventTables.OwnsAccessLog, cancellation) is not true)
                return false;
        await store.Advanced.RollPartitionsForwardAsync(cancellation);
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await MakeAsync(stoppingToken);
            }
            catch (Exception away) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The months of the access log cannot be made ({Reason}); it is tried again tomorrow", away.GetType().Name);
            }

            await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
