using System.CommandLine;
using Periop.Server.Access;
using Periop.Server.Hospitals;
using Periop.Simulator.Planning.Past;
using Periop.Simulator.Playing;
using Spectre.Console;

namespace Periop.Server.Hosting;

/// <summary>
/// <c>demo</c>: a hospital's day in twelve rooms, an hour a minute, with two years of cases behind it, on a database of its own that begins empty
/// every time.
/// </summary>
static class DemoVerb
{
    public const string Name = "demo";

    /// <summary>An hour a minute.</summary>
    const double Speed = 60;

    /// <summary>Settings that have to be there before anything is built.</summary>
    public static void AddDemo(this WebApplicationBuilder builder, string[] args)
    {
        if (args is not [Name, ..])
            return;
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["clock"] = "2026-03-02T06:30+01:00x1",       // it hurries once the past is made
            ["PrivateDatabase:Name"] = "periop_demo",
            ["PrivateDatabase:Empty"] = "true",
        });
    }

    public static Command Build(WebApplication app)
    {
        var verb = new Command(Name, "Play a day of twelve rooms, an hour a minute, with two years of cases behind it.");
        verb.SetAction(async _ => await Serving.RunAsync(app, PlayAsync));
        return verb;
    }

    static async Task PlayAsync(WebApplication app, string address, CancellationToken cancellation)
    {
        if (app.Services.GetRequiredService<TimeProvider>() is not SimulatedClock clock)
            return;
        var hospital = app.Services.GetRequiredService<HospitalDirectory>().All.First();
        string TokenOf(string name, params string[] roles) => TokenVerb.Sign(app.Configuration, roles, hospital.Id, name);
        Console.WriteLine($"""
              The board, as it changes:
              curl -N -H "Authorization: Bearer {TokenOf("demo", Role.Display)}" {address}/api/board/stream

            """);
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var ledger = Path.Combine(StateFolder.Of(app.Configuration), "demo-ledger.ndjson");
        File.Delete(ledger);
        var options = new SimulationOptions
        {
            Token = _ => Task.FromResult(TokenOf("demo", Role.OrStaff, Role.Scheduler, Role.Quality, Role.Coder)),
            SurgeonToken = _ => Task.FromResult(TokenOf("demo-surgeon", Role.OrStaff)),
            From = hospital.DateOf(clock.GetUtcNow()),
            TimeZone = hospital.TimeZone,
            Rooms = hospital.Rooms,
            LedgerFile = ledger,
            Console = AnsiConsole.Console,
        };
        var past = new SimulatedPast(options.Seed, options.TimeZone, options.Rooms, options.From).Plan();
        ReportText.Write(AnsiConsole.Console, await new PastPlay(options, client).MakeAsync(past, cancellation));

        clock.RunAt(Speed);
        var today = options with { Pace = new Pace(clock.GetUtcNow(), clock.Factor), Meanwhile = past.Today };
        var played = await new Simulation(today, client).PlayAsync(cancellation);
        ReportText.Write(AnsiConsole.Console, played);
        Console.WriteLine($"""
            The day is over. The board stays until Ctrl-C. Whether all of it is there, and every rate as planned:
              dotnet run --project src/Periop.Simulator -- verify --url {address} --ledger {ledger} --token {TokenOf("demo", Role.Quality)}
            """);
    }
}
