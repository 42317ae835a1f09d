using System.Collections.Concurrent;
using Npgsql;
using Periop.Server.Tests;
using Xunit;

namespace Periop.Operating.Tests;

/// <summary>The first server is killed while people record; its synchronous standby is promoted.</summary>
public sealed class FailingOver(TestDatabases databases, ITestOutputHelper output) : IAsyncLifetime
{
    const string Standby = "periop_standby";
    const int People = 4, BeforeTheKill = 100, EachAfterwards = 10;

    readonly PeriopHost host = new(databases) { Hospitals = 1 };
    readonly ConcurrentQueue<Guid> acknowledged = new();
    Clusters clusters = null!;
    TestHospital hospital = null!;

    public async ValueTask InitializeAsync() => clusters = await Clusters.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        if (clusters is not null)
            await clusters.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost_and_nothing_is_recorded_twice()
    {
        var first = await clusters.CreateAsync("first");
        await first.WithDatabaseAsync();
        await clusters.ScriptAsync("standby.sh", first, clusters.DataOf("second"), Standby);
        var second = await clusters.StartAsync("second");
        await first.SqlAsync($"alter system set synchronous_standby_names = '{Standby}'");
        await first.SqlAsync("select pg_reload_conf()");
        await Eventually.BecomesAsync(
            () => first.SqlAsync("select sync_state from pg_stat_replication"), state => state is "sync", "the standby is waited for");
        await host.StartAsync(EitherOf(first, second), web =>
            web.UseSetting("Store:Patience", "00:00:03").UseSetting("Logging:LogLevel:Default", "None"));   // every library says that it is away
        hospital = host.NewHospital();
        using var stop = new CancellationTokenSource();
        var people = Enumerable.Range(1, People).Select(person => RecordAsync(person, stop.Token)).ToArray();
        await AcknowledgedAsync(BeforeTheKill, people);

        var killed = TimeProvider.System.GetTimestamp();
        await clusters.KillAsync(first);
        await clusters.ScriptAsync("promote.sh", second);
        var before = acknowledged.Count;
        await AcknowledgedAsync(before + (People * EachAfterwards), people);
        await stop.CancelAsync();
        var found = await Task.WhenAll(people);
        var back = TimeProvider.System.GetElapsedTime(killed, found.Min());
        output.WriteLine($"RTO: {back.TotalSeconds:0.0} s from the kill to the first entry that was recorded again.");
        output.WriteLine($"RPO: none of {acknowledged.Count} acknowledged entries is lost.");
        foreach (var entry in acknowledged)
            Assert.Equal(1L, await second.SqlAsync($"select count(*) from periop_events.mt_events where data->>'entryId' = '{entry}'", "periop"));
    }

    [Fact]
    public async Task Nothing_is_acknowledged_while_no_standby_has_it()
    {
        var first = await clusters.CreateAsync("first");
        await first.WithDatabaseAsync();
        await host.StartAsync(first.ConnectionString, web => web.UseSetting("Store:Patience", "00:00:02").UseSetting("Logging:LogLevel:Default", "None"));
        hospital = host.NewHospital();
        var surgicalCase = await hospital.CaseAsync();
        var entry = new { entryId = Guid.NewGuid(), text = "on one disk alone" };
        await WaitingForAsync(first, "nobody");
        (await surgicalCase.PostAsync("addenda", entry)).Is(503);
        (await surgicalCase.PostAsync("addenda", entry)).Is(503);
        await WaitingForAsync(first, "");
        await Eventually.BecomesAsync(() => surgicalCase.PostAsync("addenda", entry), answer => answer.Status == 200, "it is acknowledged");
        Assert.Equal(1, (await surgicalCase.TimelineAsync()).Json["entries"]!.AsArray().Count(e => e!["entryId"]!.GetValue<Guid>() == entry.entryId));
    }

    /// <summary>It follows asynchronously, and was away.</summary>
    [Fact]
    public async Task What_the_standby_never_had_is_recorded_when_it_is_sent_again_whatever_the_server_remembers()
    {
        var first = await clusters.CreateAsync("first");
        await first.WithDatabaseAsync();
        await clusters.ScriptAsync("standby.sh", first, clusters.DataOf("second"), Standby);
        var second = await clusters.StartAsync("second");
        await host.StartAsync(EitherOf(first, second), web =>
            web.UseSetting("Store:Patience", "00:00:03").UseSetting("Logging:LogLevel:Default", "None"));
        hospital = host.NewHospital();
        var surgicalCase = await hospital.CaseAsync();
        await Eventually.BecomesAsync(
            async () => await second.SqlAsync("select to_regclass('periop_events.mt_events')::text", "periop") is string
                && await second.SqlAsync($"select count(*) from periop_events.mt_events where stream_id = '{surgicalCase.Id}'", "periop") is 1L,
            isThere => isThere, "the standby has the case");
        await clusters.CrashAsync(second);
        var (lost, other) = (new { entryId = Guid.NewGuid(), text = "on one disk alone" }, new { entryId = Guid.NewGuid(), text = "in its place" });
        await surgicalCase.RecordedAsync("addenda", lost);

        await clusters.KillAsync(first);
        await clusters.StartAsync(second);
        await clusters.ScriptAsync("promote.sh", second);
        await Eventually.BecomesAsync(() => surgicalCase.PostAsync("addenda", other), answer => answer.Status == 200, "it is recorded again");
        Assert.False((await surgicalCase.RecordedAsync("addenda", lost)).IsReplay);
        foreach (var entry in new[] { lost, other })
            Assert.Equal(1L, await second.SqlAsync($"select count(*) from periop_events.mt_events where data->>'entryId' = '{entry.entryId}'", "periop"));
    }

    static async Task WaitingForAsync(Cluster cluster, string standby)
    {
        await cluster.SqlAsync($"alter system set synchronous_standby_names = '{standby}'");
        await cluster.SqlAsync("select pg_reload_conf()");
        await Eventually.BecomesAsync(() => cluster.SqlAsync("show synchronous_standby_names"), name => standby.Equals(name), "it is so");
    }

    /// <summary>Somebody records one entry after another, each sent again until acknowledged; answers when the first was that came after trouble.</summary>
    async Task<long> RecordAsync(int person, CancellationToken stop)
    {
        var (surgicalCase, back, inTrouble) = (await hospital.CaseAsync(), long.MaxValue, false);
        for (var entry = 1; !stop.IsCancellationRequested; entry++)
        {
            var id = Guid.NewGuid();
            while (!stop.IsCancellationRequested)
            {
                var answer = await surgicalCase.PostAsync("addenda", new { entryId = id, text = $"{person}: {entry}" });
                if (answer.Status == 200)
                {
                    acknowledged.Enqueue(id);
                    if (inTrouble && back == long.MaxValue)
                        back = TimeProvider.System.GetTimestamp();
                    break;
                }

                answer.Is(503);
                inTrouble = true;
            }
        }

        return back;
    }

    /// <summary>Waits for entries; whoever could not go on says why.</summary>
    async Task AcknowledgedAsync(int count, Task[] people)
    {
        var enough = Eventually.BecomesAsync(() => Task.FromResult(acknowledged.Count), so => so >= count, $"{count} entries are acknowledged");
        await await Task.WhenAny(people.Append(enough));
    }

    static string EitherOf(Cluster first, Cluster second) => new NpgsqlConnectionStringBuilder(first.ConnectionString)
    {
        Host = $"127.0.0.1:{first.Port},127.0.0.1:{second.Port}",
        TargetSessionAttributes = "primary",
    }.ConnectionString;
}
