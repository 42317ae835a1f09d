using Npgsql;
using Xunit;

namespace Periop.EmbeddedPostgres.Tests;

public sealed class OneServer : IAsyncLifetime
{
    internal StateForTest State { get; } = new(throwAway: true);
    public PrivatePostgres Postgres { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Postgres = await State.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Postgres.DisposeAsync();
        State.Dispose();
    }
}

public sealed class Access_to_a_server(OneServer server) : IClassFixture<OneServer>
{
    readonly PrivatePostgres postgres = server.Postgres;
    readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task needs_the_password()
    {
        var role = await postgres.ConnectionStringAsync("locked", "keyholder", cancellation);
        foreach (var connectionString in new[] { postgres.AdminConnectionString, role })
        {
            var wrong = new NpgsqlConnectionStringBuilder(connectionString) { Password = "guessed" };
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => Query.OneAsync(wrong.ConnectionString, "SELECT 1"));
            Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);

            var none = new NpgsqlConnectionStringBuilder(connectionString) { Password = null, Passfile = "/dev/null" };
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => Query.OneAsync(none.ConnectionString, "SELECT 1"));
        }
        Assert.Equal("scram-sha-256",
            await Query.OneAsync(postgres.AdminConnectionString, "SELECT string_agg(DISTINCT auth_method, ' ') FROM pg_hba_file_rules"));
        Assert.StartsWith("SCRAM-SHA-256$",
            (string?)await Query.OneAsync(postgres.AdminConnectionString, "SELECT rolpassword FROM pg_authid WHERE rolname = 'keyholder'"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_for_an_ordinary_role_that_owns_its_database()
    {
        var connectionString = await postgres.ConnectionStringAsync("theatre", "surgeon", cancellation);

        Assert.Equal("surgeon", await Query.OneAsync(connectionString, "SELECT current_user::text"));
        Assert.Equal("theatre", await Query.OneAsync(connectionString, "SELECT current_database()::text"));
        Assert.Equal(false, await Query.OneAsync(connectionString,
            "SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls FROM pg_roles WHERE rolname = current_user"));
        await Query.OneAsync(connectionString, "CREATE SCHEMA own; CREATE TABLE own.thing (); DROP SCHEMA own CASCADE");
    }

    [Fact]
    public async Task stays_the_same_when_asked_for_again()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => postgres.ConnectionStringAsync("same", "same", cancellation)));

        Assert.Single(asked.Distinct());
        Assert.Equal(1, await Query.OneAsync(asked[0], "SELECT 1"));
    }

    [Fact]
    public async Task is_given_to_a_second_role_without_ownership_and_to_no_other()
    {
        await postgres.ConnectionStringAsync("shared", "owner", cancellation);
        var reader = await postgres.ConnectionStringAsync("shared", "reader", cancellation);
        var stranger = new NpgsqlConnectionStringBuilder(await postgres.ConnectionStringAsync("elsewhere", "stranger", cancellation)) { Database = "shared" };

        Assert.Equal("owner", await Query.OneAsync(reader, "SELECT pg_get_userbyid(datdba)::text FROM pg_database WHERE datname = current_database()"));
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Query.OneAsync(stranger.ConnectionString, "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task survives_a_lost_password_file()
    {
        var before = await postgres.ConnectionStringAsync("forgetful", "forgetful", cancellation);
        File.Delete(Path.Combine(server.State.Root, "password-forgetful"));

        var after = await postgres.ConnectionStringAsync("forgetful", "forgetful", cancellation);

        Assert.NotEqual(before, after);
        Assert.Equal(1, await Query.OneAsync(after, "SELECT 1"));
    }

    [Fact]
    public async Task keeps_passwords_from_other_users()
    {
        await postgres.ConnectionStringAsync("secret", "secret", cancellation);

        var files = Directory.GetFiles(server.State.Root, "password*");
        Assert.Contains(Path.Combine(server.State.Root, "password-secret"), files);
        Assert.All(files,
            file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file)));
    }

    [Theory]
    [InlineData("ward", "postgres")]
    [InlineData("ward", "../../etc/passwd")]
    [InlineData("ward", "x\"; DROP DATABASE ward")]
    [InlineData("Ward", "nurse")]
    [InlineData("", "nurse")]
    public async Task is_refused_to_unusable_names(string database, string role) =>
        await Assert.ThrowsAsync<ArgumentException>(() => postgres.ConnectionStringAsync(database, role, cancellation));
}
