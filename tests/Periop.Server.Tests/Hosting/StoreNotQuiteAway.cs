using Npgsql;
using Periop.Server.Access.Displays;
using Periop.Server.Tests.SignIn;
using Xunit;

namespace Periop.Server.Tests.Hosting;

/// <summary>A database that hangs, refuses, is full or only readable is away: 503 and when to ask again, never a fault.</summary>
public sealed class StoreNotQuiteAway(TestDatabases databases) : IAsyncLifetime
{
    const string HoldNames = "select pg_advisory_lock(hashtextextended('periop names ' || $1, 0))";
    const string Waiting = "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' limit 1";

    readonly PeriopHost host = new(databases) { Listens = true };       // a server in memory writes also what was cancelled
    TestHospital hospital = null!;

    public async ValueTask InitializeAsync()
    {
        await StartAsync("00:00:01");
        hospital = host.NewHospital();
        await Eventually.BecomesAsync(
            () => hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = "A-0" }), answer => answer.Status == 201, "a case is taken in a second");
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Where_statements_hang_reads_and_commands_are_answered_all_the_same()
    {
        await using (var connection = await HoldAsync("lock table periop.mt_doc_casesummary in access exclusive mode"))
        {
            IsAway(await hospital.Nurse.GetAsync("/api/cases"));
            IsAway(await hospital.Nurse.GetAsync("/api/cases?format=csv"));
            IsAway(await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = "A-1" }));
            IsAway(await ImportAsync());
        }

        (await hospital.Nurse.GetAsync("/api/cases")).Is(200);
        (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = "A-1" })).Is(201);
        (await ImportAsync()).Is(200);
    }

    [Fact]
    public async Task Where_the_access_log_hangs_nothing_is_told()
    {
        await using var connection = await HoldAsync("lock table periop_access.mt_doc_accessentry in access exclusive mode");
        IsAway(await hospital.Nurse.GetAsync("/api/cases"));
        IsAway(await hospital.Nurse.GetAsync($"/api/cases/{Guid.NewGuid()}"));
    }

    [Fact]
    public async Task Where_it_is_not_known_whether_a_display_was_ended_it_is_told_so()
    {
        await host.DisposeAsync();
        await StartAsync("00:00:03", ";Command Timeout=0");      // nothing but the deadline ends the wait
        var screen = new Browser(host);
        var code = await WallDisplays.CodeOnAsync(screen);
        (await host.NewHospital().As("operations").PostAsync("/api/displays", new { code, name = "OR corridor" })).Is(204);
        (await screen.OpenAsync("/display")).Is(302);
        await using var connection = await HoldAsync($"lock table {DisplayDirectory.FullName} in access exclusive mode");
        IsAway(await screen.GetAsync("/api/board"));
    }

    [Fact]
    public async Task Where_the_processes_of_the_database_have_stopped_nobody_waits_for_them()
    {
        await LimitAsync(0);        // nor is anybody let in anew
        var stopped = await BackendsAsync();
        try
        {
            await Processes.SignalAsync("STOP", stopped);
            IsAway(await hospital.Nurse.GetAsync("/api/cases"));
            IsAway(await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = "A-1" }));
            (await ReadyAsync()).Is(503);
        }
        finally
        {
            await Processes.SignalAsync("CONT", stopped);
        }

        await LimitAsync(-1);
        await Eventually.BecomesAsync(() => hospital.Nurse.GetAsync("/api/cases"), answer => answer.Status == 200, "the store is back");
    }

    [Theory]
    [InlineData("select pg_cancel_backend($1)")]
    [InlineData("select pg_terminate_backend($1)")]
    public async Task Who_is_cut_off_is_told_to_send_it_again(string cut)
    {
        await host.DisposeAsync();
        await StartAsync("00:01:00");
        hospital = host.NewHospital();
        await using (var connection = await HoldAsync(HoldNames, hospital.Id))
        {
            var sent = hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = "A-1" });
            var pid = await Eventually.BecomesAsync(() => host.SqlAsync(Waiting), found => found is int, "the command waits");
            await host.SqlAsync(cut, pid!);
            IsAway(await sent);
        }

        (await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = "A-1" })).Is(201);
    }

    [Fact]
    public async Task A_store_that_can_only_be_read_is_away_and_the_server_is_not_ready()
    {
        await Eventually.BecomesAsync(ReadyAsync, health => health.Status == 200, "the server is ready");
        await ReadOnlyAsync("on");
        IsAway(await hospital.Nurse.GetAsync("/api/cases"));
        IsAway(await hospital.Nurse.GetAsync($"/api/cases/{Guid.NewGuid()}"));
        IsAway(await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = "A-1" }));
        IsAway(await ImportAsync());
        var health = await Eventually.BecomesAsync(ReadyAsync, health => health.Status == 503, "the server is not ready");
        Assert.Equal(("not-ready", "not-writable"), (health.Json["status"]!.GetValue<string>(), health.Json["store"]!.GetValue<string>()));
        Assert.NotNull(health.Header("Retry-After"));
        await ReadOnlyAsync("off");
        await Eventually.BecomesAsync(ReadyAsync, health => health.Status == 200, "the server is ready again");
    }

    [Theory]
    [InlineData("53100")]       // the disk is full
    [InlineData("58030")]       // it cannot be written
    [InlineData("57P03")]
    [InlineData("08006")]
    public async Task What_the_store_refuses_for_now_is_to_be_sent_again(string state)
    {
        await FailAsync("periop.mt_doc_casesummary", state);
        IsAway(await hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = "A-1" }));
        await FailAsync("periop_access.mt_doc_accessentry", state);
        IsAway(await hospital.Nurse.GetAsync("/api/cases"));
    }

    [Fact]
    public async Task A_full_store_is_not_ready()
    {
        await Eventually.BecomesAsync(ReadyAsync, health => health.Status == 200, "the server is ready");
        await FailAsync("periop.write_probe", "53100");
        await Eventually.BecomesAsync(ReadyAsync, health => health.Status == 503, "the server is not ready");
    }

    [Fact]
    public async Task Whoever_asks_whether_the_server_is_ready_writes_no_more_than_one()
    {
        await Eventually.BecomesAsync(ReadyAsync, health => health.Status == 200, "the server is ready");
        var before = Convert.ToInt64(await host.SqlAsync("select count(*) from periop.write_probe"));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => ReadyAsync()));
        Assert.InRange(Convert.ToInt64(await host.SqlAsync("select count(*) from periop.write_probe")) - before, 0, 8);
    }

    static void IsAway(Answer answer)
    {
        answer.IsProblem(503);
        Assert.NotNull(answer.Header("Retry-After"));
    }

    async Task StartAsync(string patience, string also = "") =>
        await host.StartAsync(await databases.CopyAsync() + also, web => web.UseSetting("Store:Patience", patience));

    Task<Answer> ReadyAsync() => hospital.WithToken(null).GetAsync("/health/ready");

    Task<Answer> ImportAsync() => hospital.Scheduler.SendAsync(
        HttpMethod.Post, "/api/imports/cases", new StringContent("caseNumber\nI-1\n", System.Text.Encoding.UTF8, "text/csv"));

    /// <summary>A connection in whose transaction something is held.</summary>
    async Task<NpgsqlConnection> HoldAsync(string what, params object[] parameters)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(host.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var hold = new NpgsqlCommand(what, connection);
        foreach (var parameter in parameters)
            hold.Parameters.Add(new() { Value = parameter });
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    async Task<int[]> BackendsAsync() => (int[])(await host.SqlAsync(
        "select array_agg(pid) from pg_stat_activity where datname = current_database() and application_name = 'periop'"))!;

    /// <summary>Whoever connects from now on may read only, or write again; and everybody has to connect anew.</summary>
    async Task ReadOnlyAsync(string readOnly)
    {
        await host.SqlAsync($"""
            begin read write;
            alter database {new NpgsqlConnectionStringBuilder(host.ConnectionString).Database} set default_transaction_read_only = {readOnly};
            commit
            """);
        await host.SqlAsync("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and application_name = 'periop'");
    }

    Task LimitAsync(int connections) =>
        host.SqlAsync($"alter database {new NpgsqlConnectionStringBuilder(host.ConnectionString).Database} connection limit {connections}");

    Task FailAsync(string table, string state) => host.SqlAsync($"""
        create or replace function fail() returns trigger language plpgsql as $$ begin raise exception 'no' using errcode = '{state}'; end $$;
        create or replace trigger fail before insert or update on {table} for each row execute function fail();
        """);
}
