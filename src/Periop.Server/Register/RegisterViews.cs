using Npgsql;
using Periop.Server.Store;
using Weasel.Postgresql.Tables;

namespace Periop.Server.Register;

/// <summary>
/// What SQL and BI tools read: a view per table of the version that answers, of which a role sees its own hospital alone. They are moved by
/// <c>migrate</c> and never dropped, so that what others have built on them stands through an upgrade.
/// </summary>
static class RegisterViews
{
    public const string Schema = "periop_bi";

    /// <summary>Which role reads which hospital.</summary>
    public const string Readers = $"{EventTables.RegisterSchema}.readers";

    const string OwnHospital = $"(select r.tenant_id from {Readers} r where r.role_name = current_user::text)";

    public static Table BuildReaders()
    {
        var table = new Table(Readers);
        table.AddColumn("role_name", "text").AsPrimaryKey();
        table.AddColumn("tenant_id", "varchar").NotNull();
        return table;
    }

    /// <summary>Moves the views to the version that answers, in one transaction.</summary>
    /// <exception cref="PostgresException">Somebody reads them, and has not done so by the end of the connection's lock timeout.</exception>
    public static async Task MoveAsync(NpgsqlConnection connection, RegisterVersion own, CancellationToken cancellation)
    {
        await connection.ExecuteAsync("select pg_advisory_xact_lock(hashtextextended('periop views', 0))", cancellation);
        var version = (int)(await connection.ScalarAsync(RegisterSwitch.Answering(own), cancellation))!;
        await connection.ExecuteAsync($"create schema if not exists {Schema}", cancellation);
        foreach (var table in own.Tables.Where(t => t.Since <= version))
            await MoveAsync(connection, $"{Schema}.{table.Name}", table.NameIn(version), cancellation);
        await MoveTicksAsync(connection, version, cancellation);
        await connection.ExecuteAsync($"""
            do $$ declare reader text; begin
                for reader in select r.role_name from {Readers} r join pg_roles on rolname = r.role_name loop
                    execute format('grant usage on schema {Schema} to %I', reader);
                    execute format('grant select on all tables in schema {Schema} to %I', reader);
                end loop;
            end $$
            """, cancellation);
    }

    /// <summary>
    /// A view keeps the columns that it has, in their order; what the table has besides comes behind them, and what the table of an earlier
    /// version does not have is empty.
    /// </summary>
    static async Task MoveAsync(NpgsqlConnection connection, string view, string table, CancellationToken cancellation)
    {
        var (shown, held) = (await ColumnsAsync(connection, view, cancellation), await ColumnsAsync(connection, table, cancellation));
        var names = held.Select(c => c.Name).ToHashSet();
        var columns = shown.Select(c => names.Contains(c.Name) ? $"t.\"{c.Name}\"" : $"null::{c.Type} as \"{c.Name}\"")
            .Concat(held.Where(c => shown.All(s => s.Name != c.Name)).Select(c => $"t.\"{c.Name}\""));
        await ReplaceAsync(connection, view, $"select {string.Join(", ", columns)} from {table} t where t.tenant_id = {OwnHospital}", cancellation);
    }

    /// <summary>The instants that can be asked as of: those that the version has reached, for the hospital.</summary>
    static Task MoveTicksAsync(NpgsqlConnection connection, int version, CancellationToken cancellation) => ReplaceAsync(connection, $"{Schema}.ticks", $"""
        select t.position, t.instant, t.until from {Ticks.FullName} t
        where t.position <= {EventTables.Reached(RegisterVersion.ShardOf(version))} and exists (select from {Readers} r where r.role_name = current_user::text)
          and not exists (select from {RegisterVersion.HaltedOf(version).FullName} h where h.tenant_id = {OwnHospital} and h.position <= t.position)
        """, cancellation);

    /// <summary>A view that is as it should be is left alone: to replace it would wait for everyone who reads it.</summary>
    static async Task ReplaceAsync(NpgsqlConnection connection, string view, string query, CancellationToken cancellation)
    {
        if (await connection.ScalarAsync($"select obj_description(to_regclass('{view}'), 'pg_class')", cancellation) as string == query)
            return;
        await connection.ExecuteAsync($"create or replace view {view} with (security_barrier) as {query}", cancellation);
        await connection.ExecuteAsync($"comment on view {view} is {Quoted(query)}", cancellation);
    }

    static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    static async Task<IReadOnlyList<(string Name, string Type)>> ColumnsAsync(NpgsqlConnection connection, string name, CancellationToken cancellation)
    {
        await using var question = new NpgsqlCommand("""
            select attname::text, format_type(atttypid, atttypmod) from pg_attribute
            where attrelid = to_regclass($1) and attnum > 0 and not attisdropped order by attnum
            """, connection) { Parameters = { new() { Value = name } } };
        await using var reader = await question.ExecuteReaderAsync(cancellation);
        var columns = new List<(string Name, string Type)>();
        while (await reader.ReadAsync(cancellation))
            columns.Add((reader.GetString(0), reader.GetString(1)));
        return columns;
    }
}
