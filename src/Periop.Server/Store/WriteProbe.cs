using Npgsql;
using Weasel.Postgresql.Tables;

namespace Periop.Server.Store;

/// <summary>
/// Tries whether the store takes what is written. Each time a page is added to a table of its own: a row that found room in the last one would
/// not tell that the disk is full.
/// </summary>
sealed class WriteProbe(NpgsqlDataSource database)
{
    public const string FullName = $"{EventTables.DocumentSchema}.write_probe";

    const string FarGrown = $"select pg_relation_size('{FullName}') > 1048576";

    /// <summary>
    /// Whoever backs the database up reads the table until the end. Waiting for that would hold up the probes of every server.
    /// </summary>
    const string EmptyAtOnce = $"lock table {FullName} in access exclusive mode nowait; truncate {FullName}";

    /// <summary>Four rows of two kilobytes fill a page.</summary>
    const string AddPage = $"""
        insert into {FullName} (filler)
        select string_agg(gen_random_uuid()::text, '') from generate_series(0, 4 * 53 - 1) as part group by part % 4
        """;

    public static Table Build()
    {
        var table = new Table(FullName);
        table.AddColumn("filler", "text");
        return table;
    }

    /// <summary>Whether it could be written. What else goes wrong is for the caller to judge.</summary>
    public async Task<bool> TryAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        try
        {
            if (await connection.ScalarAsync(FarGrown, cancellation) is true)
                await EmptyAsync(connection, cancellation);
            await connection.ExecuteAsync(AddPage, cancellation);
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState != PostgresErrorCodes.QueryCanceled)
        {
            return false;
        }
    }

    /// <summary>Another time, where somebody else uses the table.</summary>
    static async Task EmptyAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            await connection.ExecuteAsync(EmptyAtOnce, cancellation);
            await transaction.CommitAsync(cancellation);
        }
        catch (PostgresException used) when (used.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            await transaction.RollbackAsync(cancellation);
        }
    }
}
