using System.Diagnostics;
using System.Text.Json;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Periop.Benchmarks.Lists;
using Periop.Server.Json;

namespace Periop.Benchmarks.Recalls;

/// <summary>
/// What it costs to find devices among more and more others. The devices asked for are among the first and stay the same; so must the
/// answers, and what they cost.
/// </summary>
static class RecallBenchmark
{
    const int Slices = 10;

    public static async Task<int> RunAsync(int[] sizes, int questions)
    {
        await using var stage = await Stage.SetAsync();
        var database = stage.Server.Services.GetRequiredService<NpgsqlDataSource>();
        var register = new SeededRegister(database, stage.Server.Services.GetRequiredService<IDocumentStore>());
        Kind[]? kinds = null;
        var first = new Dictionary<string, string>();
        foreach (var size in sizes)
        {
            var watch = Stopwatch.StartNew();
            var settled = await register.GrowToAsync(size);
            Console.Error.WriteLine($"{size} devices after {watch.Elapsed.TotalSeconds:0} s");
            kinds ??= await SoughtDevices.KindsAsync(database, size, settled);
            var found = new List<Found>();
            foreach (var kind in kinds)
                found.Add(await FindAsync(database, kind, first));
            var ways = new List<(string Name, Latencies[] Of)>();
            foreach (var clients in new[] { 1, 8 })
            {
                ways.Add(($"in process, {clients}", await AskAsync(kinds, questions, clients, (kind, question) => kind.AskAsync(database, question))));
                var nurse = stage.Server.Nurse();
                ways.Add(($"over HTTP, {clients}", await AskAsync(kinds, questions, clients, async (kind, question) =>
                {
                    using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(nurse.Address, $"/api/implants{kind.Query(question)}"));
                    request.Headers.Authorization = nurse.Token;
                    using var answer = await nurse.Client.SendAsync(request, CancellationToken.None);
                    answer.EnsureSuccessStatusCode();
                    await answer.Content.LoadIntoBufferAsync();
                })));
            }

            Report(size, kinds, found, ways);
            Console.WriteLine("whole, as csv: " + await WholeList.ReadAsync(stage.Server.Nurse(), "/api/implants?format=csv"));
            Console.Error.WriteLine($"measured after {watch.Elapsed.TotalSeconds:0} s");
        }

        return 0;
    }

    /// <summary>What is found and how many pages it takes. What a recall finds must be the same at every size.</summary>
    static async Task<Found> FindAsync(NpgsqlDataSource database, Kind kind, Dictionary<string, string> first)
    {
        var found = new List<(int Rows, long Pages)>();
        for (var question = 0; question < Math.Min(kind.Sought.Length, 60); question++)
        {
            var rows = await kind.AskAsync(database, question);
            var answer = JsonSerializer.Serialize(rows, PeriopJson.Web);
            if (kind.IsRecall && !first.TryAdd($"{kind.Name} {question}", answer) && first[$"{kind.Name} {question}"] != answer)
                throw new InvalidOperationException(
                    $"{kind.Name}: {kind.For(question)} has another answer than among fewer devices: {answer} {first[$"{kind.Name} {question}"]}");
            found.Add((rows.Count, await kind.PagesAsync(database, question)));
        }

        return new Found(found.Average(f => f.Rows), found.Average(f => f.Pages), found.Max(f => f.Pages));
    }

    /// <summary>The kinds take turns in short slices, so that whatever else the machine does hits them alike.</summary>
    static async Task<Latencies[]> AskAsync(Kind[] kinds, int questions, int clients, Func<Kind, int, Task> ask)
    {
        var latencies = kinds.Select(_ => new double[questions]).ToArray();
        for (var slice = -1; slice < Slices; slice++)       // the first is for warming up
            for (var kind = 0; kind < kinds.Length; kind++)
            {
                var (own, begin, end) = (kind, Math.Max(slice, 0) * questions / Slices, (Math.Max(slice, 0) + 1) * questions / Slices);
                var next = begin - 1;
                await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
                {
                    while (Interlocked.Increment(ref next) is var mine && mine < end)
                    {
                        var begun = Stopwatch.GetTimestamp();
                        await ask(kinds[own], mine);
                        latencies[own][mine] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
                    }
                }));
            }

        return [.. latencies.Select(l => new Latencies([.. l.Order()]))];
    }

    static void Report(int size, Kind[] kinds, List<Found> found, List<(string Name, Latencies[] Of)> ways)
    {
        Console.WriteLine(
            $"\n{size} devices in each of {DeviceSeed.Hospitals} hospitals; pages looked at: mean (most); ms: p50 / p99 / most, by how many ask at once");
        Console.WriteLine($"{"",-22}{"rows",6}{"pages",13}{string.Concat(ways.Select(w => $"{w.Name,22}"))}");
        for (var i = 0; i < kinds.Length; i++)
            Console.WriteLine(
                $"{kinds[i].Name,-22}{found[i].Rows,6:0}{$"{found[i].Pages:0} ({found[i].MostPages})",13}"
                + string.Concat(ways.Select(w => $"{$"{w.Of[i].At(50):0.0} / {w.Of[i].At(99):0.0} / {w.Of[i].Sorted[^1]:0}",22}")));
    }

    sealed record Found(double Rows, double Pages, long MostPages);

    sealed record Latencies(double[] Sorted)
    {
        public double At(int percent) => Sorted[Math.Min(Sorted.Length * percent / 100, Sorted.Length - 1)];
    }
}
