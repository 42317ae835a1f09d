using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
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
        await OperatedCases.RecordAsync(services.GetRequiredService<IDocumentStore>(), services.GetRequiredService<WriteSessions>(), cases);
        await using var database = NpgsqlDataSource.Create(stage.ConnectionString);
        var events = (long)(await database.ScalarAsync("select count(*) from periop_events.mt_events"))!;
        while ((long)(await database.ScalarAsync(
                $"select least({EventTables.Reached(RegisterVersion.Shipped.Shard)}, {EventTables.Reached("Board:V2:All")})"))! < events)
            await Task.Delay(100);
        var live = await HashAsync(database);
        await stage.StopServerAsync();

        Console.WriteLine($"{cases} cases, {events} events; live: {live}");
        foreach (var kept in new[] { KeptCases.DefaultMegabytes, 0 })
        {
            await using var store = Rebuilding.StoreOf(stage, kept);
            var fast = await Rebuilding.MeasureAsync(store, events);
            Console.WriteLine($"up to {kept} MB kept: {fast}; {await HashAsync(database)}");
        }

        return 0;
    }

    static async Task<string> HashAsync(NpgsqlDataSource database) => (string)(await database.ScalarAsync(
        "select count(*) || ' rows, hash ' || md5(string_agg(row, '' order by row)) from ("
        + string.Join(" union all ", RegisterVersion.Shipped.TableNames.Select(table => $"select md5(t::text) as row from {table} t")) + ") rows"))!;
}
