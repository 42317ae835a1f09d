using System.CommandLine;
using System.Globalization;
using Periop.Simulator.Playing;
using Spectre.Console;

namespace Periop.Simulator;

static class SimulatorProgram
{
    static readonly Option<Uri> Url = new("--url") { Description = "The server's address", Required = true };
    static readonly Option<string> Token = new("--token") { Description = "A bearer token with the roles or-staff, scheduler and quality", Required = true };
    static readonly Option<string> LedgerFile = new("--ledger") { Description = "The file of acknowledged entries", DefaultValueFactory = _ => "ledger.ndjson" };
    static readonly Option<int> Requests = new("--parallel") { Description = "Requests at once", DefaultValueFactory = _ => 8 };

    static Task<int> Main(string[] arguments) =>
        new RootCommand("Plays seeded hospital days through Periop's HTTP API, and verifies what was acknowledged") { Play(), Verify() }.Parse(arguments).InvokeAsync();

    static Command Play()
    {
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same days", DefaultValueFactory = _ => 1 };
        var from = new Option<DateOnly>("--from") { Description = "The first day", DefaultValueFactory = _ => new(2025, 3, 3) };
        var days = new Option<int>("--days") { Description = "Weekdays to play", DefaultValueFactory = _ => 1 };
        var rooms = new Option<int>("--rooms") { Description = "How many: OR-1, OR-2 ...", DefaultValueFactory = _ => 12 };
        var cases = new Option<int>("--cases-per-room") { Description = "At most, per day", DefaultValueFactory = _ => 3 };
        var zone = new Option<string>("--time-zone") { Description = "The hospital's time zone", DefaultValueFactory = _ => "Europe/Zurich" };
        var pace = new Option<double?>("--pace") { Description = "Follow a clock that runs so many times faster; without it, play as fast as possible" };
        var start = new Option<string?>("--start") { Description = "With --pace: what the server's clock shows now, e.g. 2026-03-02T06:30+01:00" };
        var play = new Command("play", "Play days and note what was acknowledged") { Url, Token, LedgerFile, Requests, seed, from, days, rooms, cases, zone, pace, start };
        play.SetAction(async (parsed, cancellation) =>
        {
            using var client = Client(parsed);
            var options = new SimulationOptions
            {
                Token = TokenOf(parsed),
                Seed = parsed.GetValue(seed),
                From = parsed.GetValue(from),
                Days = parsed.GetValue(days),
                TimeZone = TimeZoneInfo.FindSystemTimeZoneById(parsed.GetValue(zone)!),
                Rooms = SimulationOptions.NumberedRooms(parsed.GetValue(rooms)),
                CasesPerRoom = parsed.GetValue(cases),
                Parallel = parsed.GetValue(Requests),
                Pace = parsed.GetValue(pace) is { } speed
                    ? new(parsed.GetValue(start) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : DateTimeOffset.UtcNow, speed)
                    : null,
                LedgerFile = parsed.GetValue(LedgerFile)!,
                Console = AnsiConsole.Console,
            };
            var report = await new Simulation(options, client).PlayAsync(cancellation);
            ReportText.Write(AnsiConsole.Console, report);
            return report.IsClean ? 0 : 1;
        });
        return play;
    }

    static Command Verify()
    {
        var verify = new Command("verify", "Compare a ledger with the server, entry by entry") { Url, Token, LedgerFile, Requests };
        verify.SetAction(async (parsed, cancellation) =>
        {
            using var client = Client(parsed);
            var report = await Simulation.VerifyAsync(parsed.GetValue(LedgerFile)!, client, TokenOf(parsed), parsed.GetValue(Requests), cancellation: cancellation);
            ReportText.Write(AnsiConsole.Console, report);
            return report.IsClean ? 0 : 1;
        });
        return verify;
    }

    static HttpClient Client(ParseResult parsed) => new() { BaseAddress = parsed.GetRequiredValue(Url) };

    static Func<CancellationToken, Task<string>> TokenOf(ParseResult parsed)
    {
        var token = parsed.GetRequiredValue(Token);
        return _ => Task.FromResult(token);
    }
}
