using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Periop.Benchmarks.Rebuild;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Benchmarks.Audit;

/// <summary>What rates cost over years of cases, and how long the register takes that they come from.</summary>
static class AuditBenchmark
{
    public static async Task<int> RunAsync(int cases, int questions)
    {
        var watch = Stopwatch.StartNew();
        await using var stage = await Stage.SetAsync();      // publishes the definitions
        await stage.StopServerAsync();
        await using var database = NpgsqlDataSource.Create(stage.ConnectionString + ";Command Timeout=600");
        var years = new OperatedYears(cases, new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero));
        long events;
        await using (var store = Rebuilding.StoreOf(stage, KeptCases.DefaultMegabytes))
        {
            RegisterProfile.Report(store, new OperatedYears(500, years.Begin.AddYears(OperatedYears.Years)));
            events = await new EventCopy(database, store).WriteAsync(years.InOrderOfRecording());
            Say($"{cases} cases, {events} events seeded after {watch.Elapsed.TotalSeconds:0} s");
            Console.WriteLine($"rebuild: {await Rebuilding.MeasureAsync(store, events)}; load {Load}");
        }

        await database.ScalarAsync($"update {EventTables.Schema}.mt_event_progression set last_seq_id = {events}");     // the board is not asked
        await database.ScalarAsync("vacuum (analyze)");
        foreach (var table in RegisterVersion.Shipped.TableNames)
            Console.WriteLine($"{table}: " + await database.ScalarAsync(
                $"select count(*) || ' rows, ' || count(to_seq) || ' of them closed, ' || pg_size_pretty(pg_total_relation_size('{table}')) from {table}"));
        Say($"rebuilt after {watch.Elapsed.TotalSeconds:0} s");

        stage.StartServer();
        await AskAsync(stage, years, questions);
        Say($"asked after {watch.Elapsed.TotalSeconds:0} s");
        return 0;
    }

    static async Task AskAsync(Stage stage, OperatedYears years, int questions)
    {
        var asking = new RateQuestions(stage, DateOnly.FromDateTime(years.Begin.Date));
        await asking.UntilSettledAsync();
        await asking.AskAsync(asking.OfYears(5, warmUp: true));
        await asking.AskAsync(asking.OfYears(5, warmUp: true));
        var ofYears = asking.OfYears(questions);
        Report("one year, first", await asking.AskAsync(ofYears));
        Report("one year, again", await asking.AskAsync(ofYears));
        var ofAll = RateQuestions.OfAll();
        Report("all cases, first", await asking.AskAsync(ofAll));
        Report("all cases, again", await asking.AskAsync(ofAll));
    }

    static void Report(string what, double[] milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        double At(int percent) => sorted[Math.Min(sorted.Length * percent / 100, sorted.Length - 1)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-18} {sorted.Length,4} questions: p50 {At(50),7:0.0} ms, p99 {At(99),7:0.0} ms, most {sorted[^1],7:0.0} ms; load {Load}"));
    }

    static void Say(string what) => Console.Error.WriteLine($"{what}; load {Load}");

    /// <summary>How many processes want a processor, on average of the last minute.</summary>
    static string Load => OperatingSystem.IsLinux() ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
