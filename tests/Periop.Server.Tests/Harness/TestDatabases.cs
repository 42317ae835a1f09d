using Npgsql;
using Periop.EmbeddedPostgres;
using Periop.Server.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(TestDatabases))]

namespace Periop.Server.Tests;

/// <summary>
/// One throw-away PostgreSQL for the test process, with a template that the real host made. A fixture's database is a copy of
/// it, which takes milliseconds.
/// </summary>
public sealed class TestDatabases : IAsyncLifetime
{
    const string Template = "template_periop";
    const string Owner = "periop";

    readonly string root = Path.Combine(Parent(), $"periop-server-tests-{Guid.NewGuid():n}");
    PrivatePostgres? postgres;
    string access = "";
    int copies;

    /// <summary>Where hosts keep what is their own, such as the key that signs tokens.</summary>
    public string StateFolder => Path.Combine(root, "state");

    public async ValueTask InitializeAsync()
    {
        postgres = await PrivatePostgres.StartAsync(new PrivatePostgresOptions(Path.Combine(root, "pg")) { ThrowAway = true });
        access = await postgres.ConnectionStringAsync(Template, Owner);
        await using (var host = new PeriopHost(this))
            await host.StartAsync(new NpgsqlConnectionStringBuilder(access) { Pooling = false }.ConnectionString);
        await ExecuteAsync($"alter database {Template} allow_connections false");
    }

    /// <summary>A database of its own, with all tables and nothing in them.</summary>
    public async Task<string> CopyAsync()
    {
        var name = $"copy_{Interlocked.Increment(ref copies)}";
        await ExecuteAsync($"create database {name} template {Template} owner {Owner}");
        return new NpgsqlConnectionStringBuilder(access) { Database = name, MaxPoolSize = 40 }.ConnectionString;
    }

    /// <summary>A database from a script that <c>pg_dump --inserts</c> has written.</summary>
    public async Task<string> RestoreAsync(string script)
    {
        var name = $"copy_{Interlocked.Increment(ref copies)}";
        await ExecuteAsync($"create database {name} owner {Owner}");
        var connectionString = new NpgsqlConnectionStringBuilder(access) { Database = name, MaxPoolSize = 40 }.ConnectionString;
        await using var unpooled = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await using var restore = unpooled.CreateCommand(script);
        await restore.ExecuteNonQueryAsync();
        return connectionString;
    }

    /// <summary>What a backup of a database would be, restored: a copy. Whoever is still connected is cut off, for nobody may be.</summary>
    public async Task<string> BackupAsync(string connectionString)
    {
        var (name, original) = ($"copy_{Interlocked.Increment(ref copies)}", new NpgsqlConnectionStringBuilder(connectionString).Database);
        await ExecuteAsync($"select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '{original}'");
        await ExecuteAsync($"create database {name} template {original} owner {Owner}");
        await using var pooled = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(pooled);      // or a test after it would be handed one that was cut off
        return new NpgsqlConnectionStringBuilder(access) { Database = name, MaxPoolSize = 40 }.ConnectionString;
    }

    /// <summary>The same database for a role that owns nothing in it.</summary>
    public Task<string> WithoutTablesAsync(string connectionString) => AsRoleAsync(connectionString, "periop_application");

    /// <summary>The same database for a role, which is made when there is none of that name.</summary>
    public async Task<string> AsRoleAsync(string connectionString, string role)
    {
        await ExecuteAsync($"do $$ begin create role {role}; exception when duplicate_object then null; end $$");
        await ExecuteAsync($"grant {role} to {Owner}");
        return new NpgsqlConnectionStringBuilder(connectionString) { Options = $"-c role={role}" }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (postgres is not null)
            await postgres.DisposeAsync();
        if (Directory.Exists(root))
            Directory.Delete(root, recursive: true);
    }

    /// <summary>The first column of the first row, of any database.</summary>
    public static async Task<object?> SqlAsync(string connectionString, string sql, params object[] parameters)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    Task ExecuteAsync(string sql) =>
        SqlAsync(new NpgsqlConnectionStringBuilder(postgres!.AdminConnectionString) { Pooling = false }.ConnectionString, sql);

    /// <summary>A cluster is a thousand small files: in memory, where there is room, it is made in half the time.</summary>
    static string Parent() =>
        Environment.GetEnvironmentVariable("TMPDIR") is null && OperatingSystem.IsLinux()
            && new DriveInfo("/dev/shm") is { IsReady: true, AvailableFreeSpace: > 1 << 30 }
            ? "/dev/shm" : Path.GetTempPath();
}
