using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Npgsql;
using Periop.Server.Store;

namespace Periop.Benchmarks;

/// <summary>
/// Lets the contenders take turns in short slices, so that whatever else the machine does hits them alike, and prints how they
/// compare. Every slice records as many entries into fresh cases of the same length.
/// </summary>
static class Race
{
    static readonly (string Name, int Cases, int Entries)[] Shapes = [("300 cases", 300, 6000), ("one case", 1, 640)];

    /// <param name="rounds">How often each has its turn.</param>
    /// <param name="clients">How many record at once.</param>
    /// <param name="warmUp">How many entries each records before: a server compiles its methods for tens of seconds.</param>
    public static async Task<int> RunAsync(Func<Stage, Task<Contender[]>> contendersOf, int rounds, int clients, int warmUp)
    {
        await using var stage = await Stage.SetAsync();
        await using var database = NpgsqlDataSource.Create(stage.ConnectionString);
        Console.WriteLine($"{Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}, .NET {Environment.Version}, "
            + $"PostgreSQL {await database.ScalarAsync("show server_version")}, shared by clients, server and database; {clients} clients");
        var contenders = await contendersOf(stage);
        foreach (var contender in contenders)
            await SliceAsync(database, contender, 300, warmUp, clients);
        foreach (var (name, cases, entries) in Shapes)
        {
            var slices = contenders.ToDictionary(c => c.Name, _ => new List<Slice>());
            for (var round = 0; round < rounds; round++)
                foreach (var contender in contenders)
                {
                    slices[contender.Name].Add(await SliceAsync(database, contender, cases, entries, clients));
                    Console.Error.Write('.');
                }

            Console.Error.WriteLine();
            Report(name, rounds, contenders, slices);
            await AtHalfAsync(database, contenders[^1], cases, entries, clients, rounds, Median(slices[contenders[^1].Name].Select(s => s.PerSecond)) / 2);
        }

        return 0;
    }

    /// <param name="perSecond">How many are sent each second, whether or not those before have been answered; null: each client sends when it can.</param>
    static async Task<Slice> SliceAsync(NpgsqlDataSource database, Contender contender, int cases, int entries, int clients, double? perSecond = null)
    {
        var ids = await contender.BeginAsync(cases);
        var next = -1;
        var latencies = new double[entries];
        var (own, stored) = (Process.GetCurrentProcess().TotalProcessorTime, await DatabaseSpent.SoFarAsync(database));
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var mine && mine < entries)
            {
                var due = perSecond is { } rate ? TimeSpan.FromSeconds(mine / rate) : watch.Elapsed;
                if (due > watch.Elapsed)
                    await Task.Delay(due - watch.Elapsed);
                await contender.RecordAsync(ids[mine % cases]);
                latencies[mine] = (watch.Elapsed - due).TotalMilliseconds;
            }
        }));
        var elapsed = watch.Elapsed;
        own = Process.GetCurrentProcess().TotalProcessorTime - own;
        stored = await DatabaseSpent.SoFarAsync(database) - stored;
        Array.Sort(latencies);
        return new Slice(
            entries / elapsed.TotalSeconds, latencies[entries / 2], latencies[entries * 99 / 100], latencies[entries * 999 / 1000],
            own.TotalMilliseconds / entries, stored.Processor.TotalMilliseconds / entries, (double)stored.WrittenAhead / entries);
    }

    /// <summary>As on a day that lasts: the projections have caught up with what was recorded at full speed before.</summary>
    static async Task AtHalfAsync(NpgsqlDataSource database, Contender contender, int cases, int entries, int clients, int rounds, double perSecond)
    {
        var slices = new List<Slice>();
        for (var round = 0; round < rounds; round++)
        {
            await CaughtUpAsync(database);
            slices.Add(await SliceAsync(database, contender, cases, entries, clients * 4, perSecond));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{contender.Name} at half of that, {perSecond:0} entries/s: p50 {Median(slices.Select(s => s.P50)):0.0} ms, "
            + $"p99 {Median(slices.Select(s => s.P99)):0.0} ({slices.Min(s => s.P99):0.0} - {slices.Max(s => s.P99):0.0}) ms, "
            + $"p99.9 {Median(slices.Select(s => s.P999)):0.0} ms"));
    }

    static async Task CaughtUpAsync(NpgsqlDataSource database)
    {
        while (await database.ScalarAsync($"""
            select min(last_seq_id) < (select max(seq_id) from {EventTables.Schema}.mt_events)
            from {EventTables.Schema}.mt_event_progression where name like '%:All'
            """) is true)
            await Task.Delay(100);
    }

    static void Report(string shape, int rounds, Contender[] contenders, Dictionary<string, List<Slice>> slices)
    {
        Console.WriteLine($"\n{shape}, median of {rounds} rounds (min - max); CPU of this process, server and clients, and of PostgreSQL");
        Console.WriteLine($"{"",-26}{"entries/s",22}{"of the first",26}{"p50",8}{"p99",8}{"p99.9 ms",10}{"CPU ms",8}{"PG ms",8}{"WAL bytes",11}");
        foreach (var contender in contenders)
        {
            var own = slices[contender.Name];
            var ratios = own.Zip(slices[contenders[0].Name], (one, first) => one.PerSecond / first.PerSecond).Order().ToArray();
            var rates = own.Select(s => s.PerSecond).Order().ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{contender.Name,-26}{$"{Median(rates):0} ({rates[0]:0} - {rates[^1]:0})",22}"
                + $"{$"{Median(ratios):0.00} ({ratios[0]:0.00} - {ratios[^1]:0.00})",26}"
                + $"{Median(own.Select(s => s.P50)),8:0.0}{Median(own.Select(s => s.P99)),8:0.0}{Median(own.Select(s => s.P999)),10:0.0}"
                + $"{Median(own.Select(s => s.OwnMs)),8:0.00}{Median(own.Select(s => s.DatabaseMs)),8:0.00}{Median(own.Select(s => s.WrittenAhead)),11:0}"));
        }
    }

    static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    sealed record Slice(double PerSecond, double P50, double P99, double P999, double OwnMs, double DatabaseMs, double WrittenAhead);
}
