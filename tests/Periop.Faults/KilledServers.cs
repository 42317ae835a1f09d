using Periop.Operating.Tests;
using Periop.Server.Tests;
using Xunit;

namespace Periop.Faults;

/// <summary>The server is killed in the middle of groups of commands, and started again.</summary>
public sealed class KilledServers(TestDatabases databases, ITestOutputHelper output) : IAsyncLifetime
{
    const int Cases = 3, FewEntries = 20, ManyEntries = 120;

    readonly Ledger ledger = new();
    Clusters clusters = null!;

    public async ValueTask InitializeAsync() => clusters = await Clusters.OpenAsync([]);

    public ValueTask DisposeAsync() => clusters?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public Task What_was_acknowledged_is_there_after_every_kill() => KillAsync(times: 3, Seed.Of(output));

    [Fact(Explicit = true)]
    public Task What_was_acknowledged_is_there_after_a_hundred_kills() => KillAsync(times: 100, Seed.Of(output));

    async Task KillAsync(int times, int seed)
    {
        var cluster = await clusters.CreateAsync("durable");
        await cluster.WithDatabaseAsync();
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__periop"] = cluster.ConnectionString,
            ["Logging__LogLevel__Default"] = "None",
        };
        var random = new Random(seed);
        IReadOnlyList<Guid> cases = [];
        for (var time = 0; time < times; time++)
        {
            await using var server = await ServerProcess.StartAsync(databases.StateFolder, settings);
            using var client = new HttpClient { BaseAddress = server.Address };
            if (cases.Count == 0)
                cases = await ScheduledAsync(Of("scheduler"));
            await ledger.SendOpenAsync(Of);
            var writers = new Writers(ledger, cases, Of, random.Next());
            var writing = writers.RecordAsync(TestContext.Current.CancellationToken);
            await writers.AcknowledgedAsync(random.Next(FewEntries, ManyEntries), writing);
            await server.KillAsync();
            await writing;
            output.WriteLine($"Killed after {ledger.Acknowledged} entries were acknowledged, with {ledger.Open.Count} open.");
            Assert.Empty(await ledger.DifferencesAsync(cluster.ConnectionString));

            Person Of(string name) => People.Of(client, databases.StateFolder, name);
        }

        await FinishAsync(cluster.ConnectionString);
    }

    /// <summary>The program goes on where it was killed: all that is open is acknowledged, receipts are as before, a replay finds what is shown.</summary>
    async Task FinishAsync(string database)
    {
        await using var host = new PeriopHost(databases) { Clock = new(TimeProvider.System.GetUtcNow()) };
        await host.StartAsync(database);
        await host.IsWholeAsync(ledger, Of);

        Person Of(string name) => new TestHospital(host, People.Hospital).Named(name, "or-staff");
    }

    static async Task<IReadOnlyList<Guid>> ScheduledAsync(Person scheduler)
    {
        var cases = new List<Guid>();
        for (var at = 0; at < Cases; at++)
            cases.Add((await scheduler.PostAsync("/api/cases", new { caseNumber = Story.NewNumber(), room = "OR-1" })).Is(201).CaseId);
        return cases;
    }
}
