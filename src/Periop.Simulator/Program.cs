using System.CommandLine;
using System.Globalization;
using Periop.Simulator.Fuzzing;
using Periop.Simulator.Planning.Past;
using Periop.Simulator.Playing;
using Spectre.Console;

namespace Periop.Simulator;

static class SimulatorProgram
{
    static readonly Option<Uri> Url = Read("--url", "The server's address", "an address such as http://localhost:5080",
        text => Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var url) ? url : null, required: true);
    static readonly Option<string> Token =
        new("--token") { Description = "A bearer token with the roles or-staff, scheduler, quality and coder", Required = true };
    static readonly Option<string?> SurgeonToken =
        new("--surgeon-token") { Description = "The bearer token of another person with the role or-staff, to sign as surgeon; without it, no surgeon signs" };
    static readonly Option<string> LedgerFile =
        new("--ledger") { Description = "The file of acknowledged entries", DefaultValueFactory = _ => "ledger.ndjson" };
    static readonly Option<int> Requests = Count("--parallel", "Requests at once", 8);
    static readonly Option<int> Seed = new("--seed") { Description = "The same seed gives the same days", DefaultValueFactory = _ => 1 };
    static readonly Option<int> Rooms = Count("--rooms", "How many: OR-1, OR-2 ...", 12);
    static readonly Option<TimeZoneInfo> Zone = Read("--time-zone", "The hospital's time zone; by default Europe/Zurich", "a time zone such as Europe/Zurich",
        text => TimeZoneInfo.TryFindSystemTimeZoneById(text, out var found) ? found : null);

    static Task<int> Main(string[] arguments) =>
        new RootCommand("Plays seeded hospital days through Periop's HTTP API, and verifies what was acknowledged") { Play(), Past(), Verify(), Fuzz() }
            .Parse(arguments).InvokeAsync();

    static Command Play()
    {
        var from = new Option<DateOnly>("--from") { Description = "The first day", DefaultValueFactory = _ => new(2025, 3, 3) };
        var days = Count("--days", "Weekdays to play", 1);
        var cases = Count("--cases-per-room", "At most, per day", 3);
        var pace = new Option<double?>("--pace") { Description = "Follow a clock that runs so many times faster; without it, play as fast as possible" };
        pace.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() <= 0)
                result.AddError("--pace must be more than 0.");
        });
        var start = Read("--start", "With --pace: what the server's clock shows now", "a time such as 2026-03-02T06:30+01:00",
            text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : (DateTimeOffset?)null);
        var play = new Command("play", "Play days and note what was acknowledged")
        { Url, Token, SurgeonToken, LedgerFile, Requests, Seed, from, days, Rooms, cases, Zone, pace, start };
        play.SetAction(async (parsed, cancellation) =>
        {
            using var client = Client(parsed);
            var options = Options(parsed, parsed.GetValue(from)) with
            {
                Days = parsed.GetValue(days),
                CasesPerRoom = parsed.GetValue(cases),
                Pace = parsed.GetValue(pace) is { } speed ? new(parsed.GetValue(start) ?? TimeProvider.System.GetUtcNow(), speed) : null,
            };
            var report = await new Simulation(options, client).PlayAsync(cancellation);
            ReportText.Write(AnsiConsole.Console, report);
            return report.IsClean ? 0 : 1;
        });
        return play;
    }

    static Command Past()
    {
        var before = new Option<DateOnly>("--before")
        {
            Description = "The day that they lie behind; by default today",
            DefaultValueFactory = _ => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime),
        };
        var months = Count("--months", "How far back", 29);
        var past = new Command("past", "Make two years of cases and what became of them, by import and commands")
        { Url, Token, SurgeonToken, LedgerFile, Requests, Seed, before, months, Rooms, Zone };
        past.SetAction(async (parsed, cancellation) =>
        {
            using var client = Client(parsed);
            var options = Options(parsed, parsed.GetValue(before));
            var plan = new SimulatedPast(options.Seed, options.TimeZone, options.Rooms, options.From) { Months = parsed.GetValue(months) }.Plan();
            var report = await new PastPlay(options, client).MakeAsync(plan, cancellation);
            ReportText.Write(AnsiConsole.Console, report);
            return report.IsClean ? 0 : 1;
        });
        return past;
    }

    static SimulationOptions Options(ParseResult parsed, DateOnly from) => new()
    {
        Token = TokenOf(parsed),
        SurgeonToken = parsed.GetValue(SurgeonToken) is { } surgeons ? _ => Task.FromResult(surgeons) : null,
        Seed = parsed.GetValue(Seed),
        From = from,
        TimeZone = parsed.GetValue(Zone) ?? TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich"),
        Rooms = SimulationOptions.NumberedRooms(parsed.GetValue(Rooms)),
        Parallel = parsed.GetValue(Requests),
        LedgerFile = parsed.GetValue(LedgerFile)!,
        Console = AnsiConsole.Console,
    };

    static Command Verify()
    {
        var verify = new Command("verify", "Compare a ledger with the server, entry by entry, and what cases came to with what was planned")
        { Url, Token, LedgerFile, Requests };
        verify.SetAction(async (parsed, cancellation) =>
        {
            using var client = Client(parsed);
            var report = await Simulation.VerifyAsync(
                parsed.GetValue(LedgerFile)!, client, TokenOf(parsed), parsed.GetValue(Requests), cancellation: cancellation);
            ReportText.Write(AnsiConsole.Console, report);
            return report.IsClean ? 0 : 1;
        });
        return verify;
    }

    static Command Fuzz()
    {
        var seconds = Count("--seconds", "How long", 60);
        var fuzz = new Command("fuzz", "Send nonsense, as the server's own description says what there is, to a server for trials: it records what it can")
        { Url, Token, Requests, Seed, seconds };
        fuzz.SetAction(async (parsed, cancellation) =>
        {
            using var client = Fuzzer.ClientOf(parsed.GetRequiredValue(Url));
            var report = await new Fuzzer(
                new()
                {
                    Token = parsed.GetRequiredValue(Token),
                    Seed = parsed.GetValue(Seed),
                    Duration = TimeSpan.FromSeconds(parsed.GetValue(seconds)),
                    Parallel = parsed.GetValue(Requests),
                    Console = AnsiConsole.Console,
                },
                client).RunAsync(cancellation);
            FuzzText.Write(AnsiConsole.Console, report);
            return report.IsClean ? 0 : 1;
        });
        return fuzz;
    }

    static Option<int> Count(string name, string description, int usual)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError($"{name} must be at least 1.");
        });
        return option;
    }

    static Option<T> Read<T>(string name, string description, string what, Func<string, T?> read, bool required = false) => new(name)
    {
        Description = description,
        Required = required,
        CustomParser = result =>
        {
            var value = read(result.Tokens[0].Value);
            if (value is null)
                result.AddError($"{name} must be {what}.");
            return value!;
        },
    };

    static HttpClient Client(ParseResult parsed) => new() { BaseAddress = parsed.GetRequiredValue(Url) };

    static Func<CancellationToken, Task<string>> TokenOf(ParseResult parsed)
    {
        var token = parsed.GetRequiredValue(Token);
        return _ => Task.FromResult(token);
    }
}
