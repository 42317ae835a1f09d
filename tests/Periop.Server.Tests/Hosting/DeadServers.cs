using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Periop.Server.Hosting.Health;
using Wolverine.Runtime;
using Xunit;

namespace Periop.Server.Tests.Hosting;

/// <summary>Another server of the same database dies, or freezes while it leads: a row and a connection, as it has them.</summary>
public sealed class DeadServers(TestDatabases databases) : IAsyncLifetime
{
    const int Number = 4711;

    const string Enter = """
        insert into wolverine.wolverine_nodes (id, node_number, description, uri, version, capabilities, health_check)
        values ($1, $2, 'another', 'dbcontrol://' || $1, '1.0.0.0', '{}', now() + interval '1 day')
        """;

    const string HasLookedSince = """
        select exists (select from pg_stat_activity
        where datname = current_database() and query like '%l.objsubid = 2%' and query_start > $1 and pid <> pg_backend_pid())
        """;

    /// <summary>Over which connection the server under test holds its lock.</summary>
    const string Holder = "select pid from pg_locks join pg_stat_activity using (pid) where application_name = 'alive' and locktype = 'advisory' and granted";

    static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    readonly PeriopHost host = new(databases) { Hospitals = 1 };
    readonly Guid another = Guid.NewGuid();
    string database = "";

    public async ValueTask InitializeAsync()
    {
        database = await databases.CopyAsync();
        await TestDatabases.SqlAsync(database, Enter, another, Number);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Who_has_died_is_given_up_however_lately_it_was_heard_of()
    {
        await using var life = await HoldAsync($"select pg_advisory_lock_shared({LostServers.Alive}, {Number})");
        await host.StartAsOneOfSeveralAsync(database);
        var begun = (DateTime)(await host.SqlAsync("select clock_timestamp()"))!;
        await Eventually.BecomesAsync(() => host.SqlAsync(HasLookedSince, begun), looked => looked is true, "it was seen alive");
        Assert.Equal(1L, await host.SqlAsync("select count(*) from wolverine.wolverine_nodes where id = $1", another));
        await life.CloseAsync();
        await Eventually.BecomesAsync(
            () => host.SqlAsync("select count(*) from wolverine.wolverine_nodes where id = $1", another), count => count is 0L, "it is given up");
    }

    [Fact]
    public async Task Who_lives_and_loses_its_lock_has_it_again_at_once()
    {
        await host.StartAsOneOfSeveralAsync(database);
        var clock = new ToldClock();
        await using var connections = NpgsqlDataSource.Create($"{database};Application Name=alive");
        using var server = new LostServers(connections, host.Services.GetRequiredService<IWolverineRuntime>(), NullLogger<LostServers>.Instance)
        {
            Clock = clock,
        };
        await server.StartAsync(TestContext.Current.CancellationToken);
        await clock.Timed;
        clock.Advance(Second);
        var lost = await Eventually.BecomesAsync(() => host.SqlAsync(Holder), holder => holder is int, "it holds its lock");
        await host.SqlAsync("select pg_terminate_backend($1, 10000)", lost!);
        clock.Advance(Second);      // it learns of it at this look, and there is no other
        await Eventually.BecomesAsync(() => host.SqlAsync(Holder), holder => holder is int, "it holds its lock again");
        await server.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Who_leads_and_is_silent_leads_no_more()
    {
        await using var leads = await HoldAsync($"select pg_advisory_lock({LostServers.LeaderLock})");
        await TestDatabases.SqlAsync(
            database, "insert into wolverine.wolverine_node_assignments (id, node_id) values ('wolverine://leader/', $1)", another);
        await host.StartAsOneOfSeveralAsync(database);
        await host.SqlAsync("update wolverine.wolverine_nodes set health_check = now() - interval '1 minute' where id = $1", another);
        await Eventually.BecomesAsync(
            () => host.SqlAsync("select node_id from wolverine.wolverine_node_assignments where id = 'wolverine://leader/'"),
            leader => leader is Guid id && id != another, "another leads");
        await using var question = new NpgsqlCommand("select 1", leads);
        Assert.Equal(PostgresErrorCodes.AdminShutdown,
            (await Assert.ThrowsAsync<PostgresException>(() => question.ExecuteScalarAsync(TestContext.Current.CancellationToken))).SqlState);
    }

    [Fact]
    public async Task Who_was_frozen_lets_go_of_what_another_has_taken_over()
    {
        await host.StartAsOneOfSeveralAsync(database);
        await Eventually.BecomesAsync(
            () => host.SqlAsync("update wolverine.wolverine_node_assignments set node_id = $1 where id like '%/board/all/%' returning 1", another),
            taken => taken is 1, "the board was this server's, and is another's");
        await Eventually.BecomesAsync(
            () => host.SqlAsync("select count(*) from wolverine.wolverine_node_records where event_name = 'AgentStopped' and description like '%/board/all/%'"),
            count => count is > 0L, "it is let go of");
    }

    /// <summary>A lock that lasts as long as its connection.</summary>
    async Task<NpgsqlConnection> HoldAsync(string what)
    {
        var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(what, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>Says when somebody waits for its time.</summary>
    sealed class ToldClock : FakeTimeProvider
    {
        readonly TaskCompletionSource timed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Timed => timed.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            timed.TrySetResult();
            return timer;
        }
    }
}
