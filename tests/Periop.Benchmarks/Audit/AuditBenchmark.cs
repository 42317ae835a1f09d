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
    /// <summary>So many questions are asked before: for a minute after its start a server compiles its methods once more.</summary>
    const int WarmUp = 100;

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
        await MeasureAsync("one year, after a start", asking, asking.OfYears(WarmUp, daysLater: 1));
        var (ofYears, ofAll) = (asking.OfYears(questions), RateQuestions.OfAll());
        await MeasureAsync("one year, first", asking, ofYears);
        await MeasureAsync("one year, again", asking, ofYears);
        await MeasureAsync("all cases, first", asking, ofAll);
        await MeasureAsync("all cases, again", asking, ofAll);
    }

    static async Task MeasureAsync(string what, RateQuestions asking, IReadOnlyList<string> questions)
    {
        var begun = Spent.SoFar();
        var sorted = (await asking.AskAsync(questions)).Order().ToArray();
        double At(int percent) => sorted[Math.Min(sorted.Length * percent / 100, sorted.Length - 1)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-23} {sorted.Length,4} questions: p50 {At(50),7:0.0} ms, p99 {At(99),7:0.0} ms, most {sorted[^1],7:0.0} ms; load {Load}"));
        Console.WriteLine($"{"",23} a question: {Spent.SoFar().Since(begun, sorted.Length)}");
    }

    static void Say(string what) => Console.Error.WriteLine($"{what}; load {Load}");

    /// <summary>How many processes want a processor, on average of the last minute.</summary>
    static string Load => OperatingSystem.IsLinux() ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
