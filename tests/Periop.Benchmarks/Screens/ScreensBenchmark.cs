using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Periop.EmbeddedPostgres;
using Periop.Server.Access;
using Periop.Server.Board;
using Periop.Server.Store;
using Periop.Simulator.Playing;

namespace Periop.Benchmarks.Screens;

/// <summary>A hospital's day, an hour a minute, before many screens: how soon is an acknowledged command on all of them?</summary>
static class ScreensBenchmark
{
    const double Speed = 60;
    const int EachComesBack = 10;       // of so many screens, one
    const int Together = 20;        // so many are switched on at once

    static readonly DateOnly Day = new(2026, 3, 2);

    /// <summary>Before the first patient comes there are minutes to switch the screens on.</summary>
    static readonly DateTimeOffset Begin = new(2026, 3, 2, 4, 0, 0, TimeSpan.FromHours(1));

    /// <param name="screens">How many look at the board.</param>
    /// <param name="minutes">How much of the day is played; an hour takes one.</param>
    public static async Task<int> RunAsync(int screens, int minutes)
    {
        var folder = Path.Combine(Environment.IsPrivilegedProcess ? "/var/lib" : Path.GetTempPath(), $"periop-benchmark-{Environment.ProcessId}");
        await using (var postgres = await PrivatePostgres.StartAsync(new PrivatePostgresOptions(Path.Combine(folder, "pg"))))
        {
            var connectionString = await postgres.ConnectionStringAsync("benchmark", "periop");
            var launched = TimeProvider.System.GetUtcNow();
            await using var one = Launch();
            using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = int.MaxValue }) { Timeout = Timeout.InfiniteTimeSpan };
            await one.UntilReadyAsync(client);      // it makes the tables
            await using var other = Launch();
            await other.UntilReadyAsync(client);
            await MeasureAsync(connectionString, folder, [one, other], client, screens, new Pace(Begin, Speed, launched + TimeSpan.FromSeconds(2)), minutes);

            // every server's clock begins with its process: one that comes later begins at a later time of the day
            ServerNode Launch() => ServerNode.Launch(connectionString, folder, string.Create(
                CultureInfo.InvariantCulture, $"{Begin + ((TimeProvider.System.GetUtcNow() - launched) * Speed):yyyy-MM-ddTHH:mm:sszzz}x{Speed}"));
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    static async Task MeasureAsync(
        string connectionString, string folder, ServerNode[] nodes, HttpClient client, int count, Pace pace, int minutes)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("StateFolder", folder)]).Build();
        string TokenOf(string name, params string[] roles) => TokenVerb.Sign(configuration, roles, Stage.Hospital, name);
        var display = new AuthenticationHeaderValue("Bearer", TokenOf("display", Role.Display));
        Uri BoardOf(int at) => new(nodes[at % nodes.Length].Address, "/api/board/stream");

        var before = nodes.Sum(node => node.Memory);
        using var over = new CancellationTokenSource();
        var screens = Enumerable.Range(0, count).Select(at => new Screen(client, BoardOf(at), display)).ToArray();
        var watching = new List<Task>();
        foreach (var (at, screen) in screens.Index())
        {
            watching.Add(screen.WatchAsync(at % EachComesBack == 0 ? TimeSpan.FromSeconds(20 + (at % 20)) : Timeout.InfiniteTimeSpan, over.Token));
            if (at % Together == 0)
                await screen.Begun;
        }

        await Task.WhenAll(screens.Select(screen => screen.Begun));
        await Task.Delay(TimeSpan.FromSeconds(10));
        Say($"{count} idle screens: {(nodes.Sum(node => node.Memory) - before) / 1000.0 / count:0} kB each, resident");
        using var slow = await SlowReader.AskAsync(BoardOf(0), display);

        using var acknowledgements = new Acknowledgements();
        using var people = new HttpClient(acknowledgements) { BaseAddress = nodes[0].Address };
        var (memory, processor, watch) = (nodes.Sum(node => node.Memory), ProcessorOf(nodes), Stopwatch.StartNew());
        await new Simulation(
            new SimulationOptions
            {
                Token = _ => Task.FromResult(TokenOf("nurse", Role.OrStaff, Role.Scheduler, Role.Quality, Role.Coder)),
                SurgeonToken = _ => Task.FromResult(TokenOf("surgeon", Role.OrStaff)),
                From = Day,
                TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich"),
                LedgerFile = Path.Combine(folder, "ledger.ndjson"),
                Pace = pace,
                Until = Begin.AddMinutes(minutes),
            },
            people).PlayAsync();
        var spent = ProcessorOf(nodes) - processor;
        Say($"{minutes} minutes of the day in {watch.Elapsed.TotalSeconds:0} s");
        Say($"the servers: {100 * spent / watch.Elapsed:0} percent of a processor, {(nodes.Sum(node => node.Memory) - memory) / 1e6:0} MB more");
        await ReportAsync(connectionString, screens, acknowledgements.At);
        await CompareAsync(client, nodes[0], display, screens);
        var (bytes, isCut) = await slow.ReadAtLastAsync();
        Say($"a screen that never read: {bytes / 1000.0:0} kB were left for it, and it {(isCut ? "was cut" : "was still served")}");
        await over.CancelAsync();
        await Task.WhenAll(watching);
    }

    static async Task ReportAsync(string connectionString, Screen[] screens, IReadOnlyDictionary<Guid, long> acknowledged)
    {
        var took = new List<double>();
        await using var database = NpgsqlDataSource.Create(connectionString);
        foreach (var (entry, sequence) in await SequencesAsync(database, [.. acknowledged.Keys]))
            took.AddRange(screens.Select(screen => FirstAt(screen.Shown, BoardPosition.Of(sequence, 0)) is { } at
                ? Math.Max(0, Stopwatch.GetElapsedTime(acknowledged[entry], at).TotalMilliseconds) : double.PositiveInfinity));
        took.Sort();
        Say($"{acknowledged.Count} acknowledged commands on {screens.Length} screens:");
        Say($"p50 {took[took.Count / 2]:0} ms, p99 {took[took.Count * 99 / 100]:0} ms, the last {took[^1]:0} ms after the acknowledgement");
    }

    static TimeSpan ProcessorOf(ServerNode[] nodes) => TimeSpan.FromTicks(nodes.Sum(node => node.Processor.Ticks));

    /// <summary>When a screen came to show a position or a later one.</summary>
    static long? FirstAt(IReadOnlyList<(long Position, long At)> shown, long position)
    {
        var (low, high) = (0, shown.Count);
        while (low < high)
            if (shown[(low + high) / 2].Position < position)
                low = ((low + high) / 2) + 1;
            else
                high = (low + high) / 2;
        return low < shown.Count ? shown[low].At : null;
    }

    static async Task<List<(Guid Entry, long Sequence)>> SequencesAsync(NpgsqlDataSource database, Guid[] entries)
    {
        await using var command = database.CreateCommand(
            $"select (data->>'entryId')::uuid, seq_id from {EventTables.Schema}.mt_events where data->>'entryId' = any ($1)");
        command.Parameters.Add(new() { Value = entries.Select(entry => $"{entry}").ToArray() });
        await using var reader = await command.ExecuteReaderAsync();
        var sequences = new List<(Guid, long)>();
        while (await reader.ReadAsync())
            sequences.Add((reader.GetGuid(0), reader.GetInt64(1)));
        return sequences;
    }

    /// <summary>Whatever a screen has gone through, it shows what the board is.</summary>
    static async Task CompareAsync(HttpClient client, ServerNode node, AuthenticationHeaderValue display, Screen[] screens)
    {
        for (var tries = 0; ; tries++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(node.Address, "/api/board")) { Headers = { Authorization = display } };
            using var answer = await client.SendAsync(request);
            using var board = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            var rooms = board.RootElement.GetProperty("rooms").EnumerateArray()
                .ToDictionary(room => room.GetProperty("room").GetString()!, room => room.GetRawText());
            var other = screens.Count(screen => rooms.Any(room => screen.Rooms.GetValueOrDefault(room.Key) != room.Value));
            if (other == 0 || tries == 20)
            {
                Say($"{other} of {screens.Length} screens show anything else than the board");
                return;
            }

            await Task.Delay(500);
        }
    }

    static void Say(FormattableString words) => Console.WriteLine(words.ToString(CultureInfo.InvariantCulture));
}
