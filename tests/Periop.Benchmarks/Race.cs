using System.Diagnostics;

namespace Periop.Benchmarks;

/// <summary>
/// Lets the contenders take turns in short slices, so that whatever else the machine does hits them alike, and prints how they
/// compare. Every slice records as many entries into fresh cases of the same length.
/// </summary>
static class Race
{
    static readonly (string Name, int Cases, int Entries)[] Shapes = [("one case", 1, 320), ("300 cases", 300, 3200)];

    public static async Task<int> RunAsync(Func<Stage, Task<Contender[]>> contendersOf, int rounds, int clients)
    {
        await using var stage = await Stage.SetAsync();
        var contenders = await contendersOf(stage);
        foreach (var (name, cases, entries) in Shapes)
        {
            var slices = contenders.ToDictionary(c => c.Name, _ => new List<Slice>());
            for (var round = 0; round <= rounds; round++)
                foreach (var contender in contenders)
                {
                    var slice = await SliceAsync(contender, cases, round == 0 ? entries / 4 : entries, clients);
                    if (round > 0)      // the first is for warming up
                        slices[contender.Name].Add(slice);
                    Console.Error.Write('.');
                }

            Console.Error.WriteLine();
            Report(name, clients, rounds, contenders, slices);
        }

        return 0;
    }

    static async Task<Slice> SliceAsync(Contender contender, int cases, int entries, int clients)
    {
        var ids = await contender.BeginAsync(cases);
        var next = -1;
        var latencies = new double[entries];
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var mine && mine < entries)
            {
                var begun = Stopwatch.GetTimestamp();
                await contender.RecordAsync(ids[mine % cases]);
                latencies[mine] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            }
        }));
        var elapsed = watch.Elapsed;
        Array.Sort(latencies);
        return new Slice(
            entries / elapsed.TotalSeconds, latencies[entries / 2], latencies[entries * 99 / 100],
            (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds / entries);
    }

    static void Report(string shape, int clients, int rounds, Contender[] contenders, Dictionary<string, List<Slice>> slices)
    {
        Console.WriteLine($"\n{shape}, {clients} clients, median of {rounds} rounds (min - max); CPU is of this process: server and clients, not PostgreSQL");
        Console.WriteLine($"{"",-26}{"entries/s",22}{"p50 ms",9}{"p99 ms",9}{"CPU ms",9}{"of the one before",26}");
        for (var i = 0; i < contenders.Length; i++)
        {
            var own = slices[contenders[i].Name];
            var ratios = i == 0 ? [] : own.Zip(slices[contenders[i - 1].Name], (one, before) => one.PerSecond / before.PerSecond).Order().ToArray();
            var rates = own.Select(s => s.PerSecond).Order().ToArray();
            Console.WriteLine(
                $"{contenders[i].Name,-26}{$"{Median(rates):0} ({rates[0]:0} - {rates[^1]:0})",22}"
                + $"{Median(own.Select(s => s.P50)),9:0.0}{Median(own.Select(s => s.P99)),9:0.0}{Median(own.Select(s => s.CpuMs)),9:0.00}"
                + (ratios.Length == 0 ? "" : $"{$"{Median(ratios):0.00} ({ratios[0]:0.00} - {ratios[^1]:0.00})",26}"));
        }
    }

    static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    sealed record Slice(double PerSecond, double P50, double P99, double CpuMs);
}
