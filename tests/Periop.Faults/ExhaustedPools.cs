using Npgsql;
using Periop.Server.Tests;
using Xunit;

namespace Periop.Faults;

/// <summary>Every connection that the server has is held by a slow request, and many more requests come.</summary>
public sealed class ExhaustedPools(TestDatabases databases, ITestOutputHelper output) : IAsyncLifetime
{
    const int Connections = 5, People = 24;

    /// <summary>One of the connections listens for changes of boards.</summary>
    const int ForRequests = Connections - 1;

    const string Waiting = """
        select count(*) from pg_stat_activity
        where datname = current_database() and application_name = 'periop' and wait_event_type = 'Lock'
        """;

    /// <summary>Five seconds are promised, and the server waits for two here: the rest is for a machine that is busy.</summary>
    static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(10);

    readonly PeriopHost host = new(databases) { Hospitals = 1 };
    string database = "";
    TestHospital hospital = null!;

    public async ValueTask InitializeAsync()
    {
        database = await databases.CopyAsync();
        var few = new NpgsqlConnectionStringBuilder(database) { MaxPoolSize = Connections };
        await host.StartAsync(few.ConnectionString, web =>
            web.UseSetting("Store:Patience", "00:00:02").UseSetting("Logging:LogLevel:Default", "None"));
        hospital = host.NewHospital();
        await ReadyAsync();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Whoever_finds_no_connection_is_told_at_once_and_no_connection_is_lost()
    {
        var surgicalCase = await Eventually.BecomesAsync(
            () => hospital.Scheduler.PostAsync("/api/cases", new { caseNumber = Story.NewNumber() }), answer => answer.Status == 201, "a case is taken");
        await using var screen = await EventStream.OpenAsync(hospital.Display);
        await screen.NextAsync();
        for (var round = 1; round <= 2; round++)        // a connection that is lost in the first is missing in the second
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            await using (await HoldAsync())
            {
                var asking = Task.WhenAll(Enumerable.Range(0, People).Select(at => AskAsync(at, surgicalCase.CaseId, stop.Token)));
                await Eventually.BecomesAsync(
                    () => TestDatabases.SqlAsync(database, Waiting), so => so is (long)ForRequests, "all connections are held by requests");
                await screen.PingAsync();
                (await hospital.WithToken(null).GetAsync("/health/live")).Is(200);
                await Eventually.BecomesAsync(() => hospital.WithToken(null).GetAsync("/health/ready"), h => h.Status == 503, "the server is not ready");
                await stop.CancelAsync();
                var slowest = (await asking).Max();
                output.WriteLine($"Round {round}: the slowest answer took {slowest.TotalSeconds:0.0} s.");
                Assert.InRange(slowest, TimeSpan.Zero, AtOnce);
            }

            await ReadyAsync();
            (await hospital.Nurse.GetAsync("/api/board")).Is(200);
        }
    }

    Task ReadyAsync() => Eventually.BecomesAsync(
        () => hospital.WithToken(null).GetAsync("/health/ready"), health => health.Status == 200, "the server is ready", TimeSpan.FromMinutes(1));

    /// <summary>Somebody asks, or records, again and again; answers how long the slowest answer took.</summary>
    async Task<TimeSpan> AskAsync(int person, Guid surgicalCase, CancellationToken stop)
    {
        var slowest = TimeSpan.Zero;
        while (!stop.IsCancellationRequested)
        {
            var begun = TimeProvider.System.GetTimestamp();
            var answer = person % 2 == 0
                ? await hospital.Nurse.GetAsync("/api/board")
                : await hospital.Nurse.PostAsync($"/api/cases/{surgicalCase}/addenda", new { text = "in between" });
            answer.IsProblem(503);
            Assert.NotNull(answer.Header("Retry-After"));
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, TimeProvider.System.GetElapsedTime(begun).Ticks));
        }

        return slowest;
    }

    /// <summary>Whoever asks or records leaves an access entry, and waits for it here.</summary>
    async Task<NpgsqlConnection> HoldAsync()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var hold = new NpgsqlCommand("lock table periop_access.mt_doc_accessentry in access exclusive mode", connection);
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
