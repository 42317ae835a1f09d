using System.Text.RegularExpressions;
using Npgsql;

namespace Periop.EmbeddedPostgres;

/// <summary>Databases and the roles that use them. The superuser is for this only: row-level security doesn't bind it.</summary>
sealed partial class Databases(StateFolder state, int port)
{
    /// <summary>What names a role also names a file; such names need no quoting anywhere.</summary>
    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainName { get; }

    public string AdminConnectionString => ConnectionString("postgres", Cluster.Superuser, state.PasswordOf(Cluster.Superuser)
        ?? throw new InvalidOperationException($"{state.Root} has lost the superuser's password."));

    /// <summary>Under start.lock: two processes may ask for the same role at once.</summary>
    public async Task<string> EnsureAsync(string database, string role, CancellationToken cancellation)
    {
        if (!PlainName.IsMatch(database)) throw new ArgumentException($"\"{database}\" is no plain name: a-z, 0-9 and _.", nameof(database));
        if (!PlainName.IsMatch(role)) throw new ArgumentException($"\"{role}\" is no plain name: a-z, 0-9 and _.", nameof(role));

        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(AdminConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        var password = await EnsureRoleAsync(connection, role, cancellation);
        await EnsureDatabaseAsync(connection, database, role, cancellation);
        return ConnectionString(database, role, password);
    }

    async Task<string> EnsureRoleAsync(NpgsqlConnection connection, string role, CancellationToken cancellation)
    {
        var isSuperuser = await FindAsync(connection, "SELECT rolsuper::text FROM pg_roles WHERE rolname = $1", role, cancellation);
        if (isSuperuser == "true") throw new ArgumentException($"{role} is a superuser.", nameof(role));
        if (isSuperuser is not null && state.PasswordOf(role) is { } kept) return kept;

        var password = StateFolder.NewPassword();
        await RunAsync(connection, isSuperuser is null
            ? $"CREATE ROLE \"{role}\" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '{password}'"
            : $"ALTER ROLE \"{role}\" PASSWORD '{password}'", cancellation);
        state.KeepPassword(role, password);   // last: what fails before is set anew next time
        return password;
    }

    static async Task EnsureDatabaseAsync(NpgsqlConnection connection, string database, string role, CancellationToken cancellation)
    {
        var owner = await FindAsync(connection, "SELECT pg_get_userbyid(datdba)::text FROM pg_database WHERE datname = $1", database, cancellation);
        if (owner is null)
        {
            await RunAsync(connection, $"CREATE DATABASE \"{database}\" OWNER \"{role}\"", cancellation);
            await RunAsync(connection, $"REVOKE ALL ON DATABASE \"{database}\" FROM PUBLIC", cancellation);
        }
        else if (owner != role)
        {
            await RunAsync(connection, $"GRANT CONNECT, TEMPORARY ON DATABASE \"{database}\" TO \"{role}\"", cancellation);
        }
    }

    static async Task<string?> FindAsync(NpgsqlConnection connection, string query, string name, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(query, connection) { Parameters = { new() { Value = name } } };
        return (string?)await command.ExecuteScalarAsync(cancellation);
    }

    // Identifiers and passwords can't be parameters; both are of known letters only
#pragma warning disable CA2100
    static async Task RunAsync(NpgsqlConnection connection, string statement, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
#pragma warning restore CA2100

    // The server listens on the loopback interface only: neither encryption is on offer
    string ConnectionString(string database, string role, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Database = database,
        Username = role,
        Password = password,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;
}
