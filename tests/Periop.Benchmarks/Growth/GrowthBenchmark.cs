using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Periop.Benchmarks.Audit;
using Periop.Benchmarks.Rebuild;
using Periop.Server.Board;
using Periop.Server.Store;

namespace Periop.Benchmarks.Growth;

/// <summary>What the same acts cost when there are more and more events, what these take on disk, and how long a start takes.</summary>
static class GrowthBenchmark
{
    const int Rounds = 5;

    /// <param name="sizes">How many cases, over four years, of about thirty-seven events each; every size has a database of its own.</param>
    /// <param name="times">How often each act is done at each size.</param>
    public static async Task<int> RunAsync(int[] sizes, int times)
    {
        foreach (var cases in sizes)
            await MeasureAsync(cases, times);
        return 0;
    }

    static async Task MeasureAsync(int cases, int times)
    {
        await using var stage = await Stage.SetAsync();
        await stage.StopServerAsync();
        await using var database = NpgsqlDataSource.Create(stage.ConnectionString + ";Command Timeout=600");
        // a week ago, or the more cases the more would still stand in a room, and the board would be another one
        var years = new OperatedYears(cases, new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(-7), TimeSpan.Zero));
        await using (var store = Rebuilding.StoreOf(stage, KeptCases.DefaultMegabytes))
        {
            var events = await new EventCopy(database, store).WriteAsync(years.InOrderOfRecording());
            Console.WriteLine($"\n{cases} cases, {events} events");
            Console.WriteLine($"register: {await Rebuilding.MeasureAsync(store, events)}");
            Console.WriteLine($"board: {await Rebuilding.MeasureAsync(store, events, BoardProjection.Board)}");
            await database.ScalarAsync("vacuum (analyze)");
            foreach (var schema in new[] { EventTables.Schema, EventTables.DocumentSchema, EventTables.RegisterSchema })
                Console.WriteLine($"{schema}: {await BytesAsync(database, schema) / events} bytes an event");
        }

        var started = Stopwatch.StartNew();
        stage.StartServer();
        var acts = new Acts(stage, (Guid[])(await database.ScalarAsync(
            $"select array_agg(id) from (select id from {EventTables.Schema}.mt_streams where type = 'surgical_case' order by id limit 1000) s"))!);
        await acts.UntilReadyAsync();
        Console.WriteLine($"ready after {started.Elapsed.TotalSeconds:0.0} s");
        await ReportAsync(database, await acts.AllAsync(), times);
    }

    /// <summary>Each in its turn, so that whatever else the machine does hits all of them; the first round warms up.</summary>
    static async Task ReportAsync(NpgsqlDataSource database, (string Name, Func<Task> Do)[] acts, int times)
    {
        var spent = acts.ToDictionary(act => act.Name, _ => (Own: TimeSpan.Zero, Stored: new DatabaseSpent(TimeSpan.Zero, 0), Took: new List<double>()));
        for (var round = 0; round <= Rounds; round++)
            foreach (var (name, act) in acts)
            {
                var (own, stored) = (Process.GetCurrentProcess().TotalProcessorTime, await DatabaseSpent.SoFarAsync(database));
                var took = new List<double>();
                for (var time = 0; time < times / Rounds; time++)
                {
                    var begun = Stopwatch.GetTimestamp();
                    await act();
                    took.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                }

                if (round == 0)
                    continue;
                var (before, storedBefore, all) = spent[name];
                all.AddRange(took);
                var storedNow = await DatabaseSpent.SoFarAsync(database) - stored;
                spent[name] = (before + (Process.GetCurrentProcess().TotalProcessorTime - own),
                    new(storedBefore.Processor + storedNow.Processor, storedBefore.WrittenAhead + storedNow.WrittenAhead), all);
            }

        foreach (var (name, (own, stored, took)) in spent)
        {
            var sorted = took.Order().ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-20} p50 {sorted[sorted.Length / 2],7:0.0} ms, p99 {sorted[sorted.Length * 99 / 100],7:0.0} ms; "
                + $"CPU {own.TotalMilliseconds / sorted.Length,6:0.00} ms, of PostgreSQL {stored.Processor.TotalMilliseconds / sorted.Length,6:0.00} ms"));
        }
    }

    static async Task<long> BytesAsync(NpgsqlDataSource database, string schema) => (long)(decimal)(await database.ScalarAsync($"""
        select sum(pg_total_relation_size(c.oid)) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = '{schema}' and c.relkind in ('r', 'm')
        """))!;
}
