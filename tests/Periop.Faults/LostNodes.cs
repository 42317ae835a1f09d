using Periop.Server.Tests;
using Xunit;

namespace Periop.Faults;

/// <summary>
/// Of three servers that share the projections, the one that shares out the work is killed, or one that runs some of it is held until the others have
/// given it up, and wakes up again without knowing of it.
/// </summary>
public sealed class LostNodes(TestDatabases databases, ITestOutputHelper output) : IAsyncLifetime
{
    const int Servers = 3, Cases = 3, FewEntries = 50;

    const string Assigned = "select node_id from wolverine.wolverine_node_assignments where id like ";
    const string Leader = Assigned + "'wolverine://leader%'";
    const string RunsProjection = Assigned + $"'event-subscriptions:%' and node_id not in ({Leader}) limit 1";
    const string Newest = "select id from wolverine.wolverine_nodes order by node_number desc limit 1";

    const string RegisterHas = """
        select last_seq_id >= (select max(seq_id) from periop_events.mt_events where stream_id = $1)
        from periop_events.mt_event_progression where name = 'Register:V4:All'
        """;

    /// <summary>Several times what it takes.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    readonly Nodes nodes = new(databases);
    readonly Ledger ledger = new();
    readonly Dictionary<Guid, ServerProcess> servers = [];
    readonly Dictionary<ServerProcess, HttpClient> clients = [];
    readonly Dictionary<ServerProcess, EventStream> screens = [];
    Balancer? balancer;

    public async ValueTask InitializeAsync()
    {
        await nodes.OpenAsync();
        for (var at = 0; at < Servers; at++)
        {
            var server = await nodes.StartAsync();
            servers[(Guid)(await TestDatabases.SqlAsync(nodes.Database, Newest))!] = server;
            clients[server] = new HttpClient { BaseAddress = server.Address };
            screens[server] = await EventStream.OpenAsync(nodes.Of(clients[server], Nodes.Scheduler));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var screen in screens.Values)
            await screen.DisposeAsync();
        foreach (var client in clients.Values)
            client.Dispose();
        balancer?.Dispose();
        await nodes.DisposeAsync();
    }

    [Fact]
    public Task When_the_one_that_leads_is_killed_the_others_go_on() => WhileTheyRecordAsync(async () =>
    {
        var killed = await OneThatAsync(Leader);
        balancer!.Leave(killed.Address);
        await killed.KillAsync();
        await screens[killed].DisposeAsync();
        screens.Remove(killed);
        await GoOnAsync("The leader is killed", screens.Keys);
    });

    /// <summary>Of the long set for the time that it takes: a server that is held is waited for.</summary>
    [Fact(Explicit = true)]
    public Task One_that_is_held_and_wakes_up_late_harms_nothing() => WhileTheyRecordAsync(async () =>
    {
        var held = await OneThatAsync(RunsProjection);
        balancer!.Leave(held.Address);
        await held.SignalAsync("STOP");
        await GoOnAsync("One is held", screens.Keys.Where(server => server != held));
        await held.SignalAsync("CONT");
        balancer.Add(held.Address);
        await GoOnAsync("It is awake again", screens.Keys);
    });

    /// <summary>What is lost of the servers: afterwards all record, those that are left are well, and nothing differs.</summary>
    async Task WhileTheyRecordAsync(Func<Task> lose)
    {
        balancer = new Balancer(servers.Values.Select(server => server.Address));
        var cases = await nodes.ScheduledAsync(balancer.Client, Cases);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var writers = new Writers(ledger, cases, name => nodes.Of(balancer.Client, name), Seed.Of(output)) { SendAgain = true };
        var writing = writers.RecordAsync(stop.Token);
        await writers.AcknowledgedAsync(FewEntries, writing);
        await lose();
        await writers.AcknowledgedAsync(FewEntries, writing);
        await AreWellAsync();
        await stop.CancelAsync();
        await writing;
        await ledger.SendOpenAsync(name => nodes.Of(balancer.Client, name));
        await Task.WhenAll(screens.Keys.Select(server => server.StopAsync()));
        await FinishAsync();
    }

    async Task<ServerProcess> OneThatAsync(string does) => servers[(Guid)(await Eventually.BecomesAsync(
        () => TestDatabases.SqlAsync(nodes.Database, does), node => node is Guid known && screens.ContainsKey(servers[known]), does))!];

    /// <summary>A case is scheduled: these screens show it, and the register has it, in time.</summary>
    async Task GoOnAsync(string after, IEnumerable<ServerProcess> shown)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var scheduled = (await nodes.ScheduledAsync(clients[shown.First()], 1))[0];
        foreach (var server in shown)
            await screens[server].NextAsync(message => message.Data.ToJsonString().Contains($"{scheduled}", StringComparison.Ordinal))
                .WaitAsync(Patience, TestContext.Current.CancellationToken);
        var board = TimeProvider.System.GetElapsedTime(begun);
        await Eventually.BecomesAsync(
            () => TestDatabases.SqlAsync(nodes.Database, RegisterHas, scheduled), has => has is true, "the register has it", Patience);
        output.WriteLine($"{after}: the boards go on after {board.TotalSeconds:0.0} s, board and register after "
            + $"{TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0.0} s.");
    }

    async Task AreWellAsync()
    {
        foreach (var server in screens.Keys)
            await Eventually.BecomesAsync(
                () => new Person(clients[server], null).GetAsync("/health/ready"),
                health => health.Status == 200 && health.Json["status"]!.GetValue<string>() == "ready", "a server that is left is well", Patience);
    }

    async Task FinishAsync()
    {
        await using var host = new PeriopHost(databases) { Clock = new(TimeProvider.System.GetUtcNow()) };
        await host.StartAsync(nodes.Database);
        await host.IsWholeAsync(ledger, name => new TestHospital(host, People.Hospital).Named(name, "or-staff"));
    }
}
