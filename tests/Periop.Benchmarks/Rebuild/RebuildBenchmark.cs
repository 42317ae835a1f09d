using System.Diagnostics;
using JasperFx.Events.Daemon;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Periop.Domain.Procedures;
using Periop.Server.Hospitals;
using Periop.Server.Hosting;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Benchmarks.Rebuild;

/// <summary>How fast the register is worked out anew, with the folded cases at hand and without, and that it comes to the same.</summary>
static class RebuildBenchmark
{
    public static async Task<int> RunAsync(int cases)
    {
        await using var stage = await Stage.SetAsync();
        var services = stage.Server.Services;
        var directory = services.GetRequiredService<HospitalDirectory>();
        var environment = services.GetRequiredService<IHostEnvironment>();
        await OperatedCases.RecordAsync(services.GetRequiredService<IDocumentStore>(), services.GetRequiredService<WriteSessions>(), cases);
        await using var database = NpgsqlDataSource.Create(stage.ConnectionString);
        var events = (long)(await ScalarAsync(database, "select count(*) from periop_events.mt_events"))!;
        while ((long)(await ScalarAsync(database,
                $"select least({EventTables.Reached(RegisterVersion.Shipped.Shard)}, {EventTables.Reached("Board:V2:All")})"))! < events)
            await Task.Delay(100);
        var live = await HashAsync(database);
        await stage.Server.DisposeAsync();

        Console.WriteLine($"{cases} cases, {events} events; live: {live}");
        foreach (var kept in new[] { KeptCases.DefaultMegabytes, 0 })
        {
            var options = StoreComposition.Options(
                TimeProvider.System, directory, ProcedureFamilies.Shipped.Rules, RegisterVersion.Shipped, environment, new KeptCases(kept));
            options.Connection(stage.ConnectionString);
            options.Projections.AsyncMode = DaemonMode.Solo;
            await using var store = new DocumentStore(options);
            using var daemon = await store.BuildProjectionDaemonAsync(logger: NullLogger.Instance);
            var (watch, cpu) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
            await daemon.RebuildProjectionAsync(RegisterProjection.Register, TimeSpan.FromMinutes(10), CancellationToken.None);
            var seconds = watch.Elapsed.TotalSeconds;
            Console.WriteLine(
                $"up to {kept} MB kept: {events / seconds:0} events/s, "
                + $"{(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds / events:0.00} ms CPU an event; {await HashAsync(database)}");
        }

        return 0;
    }

    static async Task<string> HashAsync(NpgsqlDataSource database) => (string)(await ScalarAsync(database,
        "select count(*) || ' rows, hash ' || md5(string_agg(row, '' order by row)) from ("
        + string.Join(" union all ", RegisterVersion.Shipped.TableNames.Select(table => $"select md5(t::text) as row from {table} t")) + ") rows"))!;

    static async Task<object?> ScalarAsync(NpgsqlDataSource database, string question)
    {
        await using var command = database.CreateCommand(question);
        return await command.ExecuteScalarAsync();
    }
}
