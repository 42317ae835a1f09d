using Periop.Server.Tests;
using Xunit;

namespace Periop.Faults;

/// <summary>What of PostgreSQL is killed.</summary>
public enum Victim
{
    /// <summary>One process, by kill -9: PostgreSQL ends all others and recovers.</summary>
    OneProcess,

    /// <summary>Whoever works for the server at the moment, one by one.</summary>
    AllConnections,

    /// <summary>All of it; somebody starts it again.</summary>
    Everything,
}

/// <summary>PostgreSQL is killed, or a part of it, while people record through one server that goes on.</summary>
public sealed class KilledDatabases(TestDatabases databases, ITestOutputHelper output) : IAsyncLifetime
{
    const int FewEntries = 20, ManyEntries = 120;

    /// <summary>Of the connections of the server, one that is in the middle of something if there is one.</summary>
    const string Busy = "select pid from pg_stat_activity where application_name = 'periop' order by xact_start nulls last, backend_start limit 1";

    readonly DurableHospital hospital = new(databases);

    public async ValueTask InitializeAsync() => await hospital.OpenAsync(patience: "00:00:03");

    public ValueTask DisposeAsync() => hospital.DisposeAsync();

    [Theory]
    [InlineData(Victim.OneProcess)]
    [InlineData(Victim.AllConnections)]
    [InlineData(Victim.Everything)]
    public Task What_was_acknowledged_is_there_after_the_database_was_killed(Victim victim) => KillAsync(times: 2, Seed.Of(output), _ => victim);

    [Fact(Explicit = true)]
    public Task What_was_acknowledged_is_there_after_forty_kills_of_all_kinds() =>
        KillAsync(times: 40, Seed.Of(output), random => (Victim)random.Next(Enum.GetValues<Victim>().Length));

    async Task KillAsync(int times, int seed, Func<Random, Victim> next)
    {
        var random = new Random(seed);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var writers = hospital.Writers(random.Next());
        var writing = writers.RecordAsync(stop.Token);
        for (var time = 0; time < times; time++)
        {
            await writers.AcknowledgedAsync(random.Next(FewEntries, ManyEntries), writing);
            var (victim, before) = (next(random), hospital.Ledger.Refused);
            await KillAsync(victim);
            await writers.AcknowledgedAsync(FewEntries, writing);
            output.WriteLine($"{victim}: {hospital.Ledger.Acknowledged} acknowledged so far, {hospital.Ledger.Refused - before} sent again for it.");
        }

        await stop.CancelAsync();
        await writing;
        await hospital.Host.IsWholeAsync(hospital.Ledger, hospital.Of);
    }

    async Task KillAsync(Victim victim)
    {
        switch (victim)
        {
            case Victim.OneProcess:
                await Processes.SignalAsync("KILL", (int)(await hospital.Cluster.SqlAsync(Busy))!);
                break;
            case Victim.AllConnections:
                await hospital.Cluster.SqlAsync("select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'periop'");
                break;
            default:
                await hospital.Clusters.CrashAsync(hospital.Cluster);
                await hospital.Clusters.StartAsync(hospital.Cluster);
                break;
        }
    }
}
