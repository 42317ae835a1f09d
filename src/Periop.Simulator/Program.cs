using System.CommandLine;
using System.Globalization;
using Periop.Simulator.Playing;
using Spectre.Console;

namespace Periop.Simulator;

static class SimulatorProgram
{
    static readonly Option<Uri> Url = Read("--url", "The server's address", "an address such as http://localhost:5080",
        text => Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var url) ? url : null, required: true);
    static readonly Option<string> Token = new("--token") { Description = "A bearer token with the roles or-staff, scheduler and quality", Required = true };
    static readonly Option<string?> SurgeonToken =
        new("--surgeon-token") { Description = "The bearer token of another person with the role or-staff, to sign as surgeon; without it, no surgeon signs" };
    static readonly Option<string> LedgerFile =
        new("--ledger") { Description = "The file of acknowledged entries", DefaultValueFactory = _ => "ledger.ndjson" };
    static readonly Option<int> Requests = Count("--parallel", "Requests at once", 8);

    static Task<int> Main(string[] arguments) =>
        new RootCommand("Plays seeded hospital days through Periop's HTTP API, and verifies what was acknowledged") { Play(), Verify() }
            .Parse(arguments).InvokeAsync();

    static Command Play()
    {
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same days", DefaultValueFactory = _ => 1 };
        var from = new Option<DateOnly>("--from") { Description = "The first day", DefaultValueFactory = _ => new(2025, 3, 3) };
        var days = Count("--days", "Weekdays to play", 1);
        var rooms = Count("--rooms", "How many: OR-1, OR-2 ...", 12);
        var cases = Count("--cases-per-room", "At most, per day", 3);
        var zone = Read("--time-zone", "The hospital's time zone; by default Europe/Zurich", "a time zone such as Europe/Zurich",
            text => TimeZoneInfo.TryFindSystemTimeZoneById(text, out var found) ? found : null);
        var pace = new Option<double?>("--pace") { Description = "Follow a clock that runs so many times faster; without it, play as fast as possible" };
        pace.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() <= 0)
                result.AddError("--pace must be more than 0.");
        });
        var start = Read("--start", "With --pace: what the server's clock shows now", "a time such as 2026-03-02T06:30+01:00",
            text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : (DateTimeOffset?)null);
        var play = new Command("play", "Play days and note what was acknowledged")
        { Url, Token, SurgeonToken, LedgerFile, Requests, seed, from, days, rooms, cases, zone, pace, start };
        play.SetAction(async (parsed, cancellation) =>
        {
            using var client = Client(parsed);
            var options = new SimulationOptions
            {
                Token = TokenOf(parsed),
                SurgeonToken = parsed.GetValue(SurgeonToken) is { } surgeons ? _ => Task.FromResult(surgeons) : null,
                Seed = parsed.GetValue(seed),
                From = parsed.GetValue(from),
                Days = parsed.GetValue(days),
                TimeZone = parsed.GetValue(zone) ?? TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich"),
                Rooms = SimulationOptions.NumberedRooms(parsed.GetValue(rooms)),
                CasesPerRoom = parsed.GetValue(cases),
                Parallel = parsed.GetValue(Requests),
                Pace = parsed.GetValue(pace) is { } speed ? new(parsed.GetValue(start) ?? TimeProvider.System.GetUtcNow(), speed) : null,
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
            var report = await Simulation.VerifyAsync(
                parsed.GetValue(LedgerFile)!, client, TokenOf(parsed), parsed.GetValue(Requests), cancellation: cancellation);
            ReportText.Write(AnsiConsole.Console, report);
            return report.IsClean ? 0 : 1;
        });
        return verify;
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
