using System.Text.Json;
using System.Text.Json.Nodes;
using Periop.Domain.Outcomes;
using Periop.Server.Access;
using Periop.Simulator.Planning.Past;
using Periop.Simulator.Playing;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>What lies behind the demonstration's day, made small: the server's rates must be those that were planned.</summary>
public sealed class SimulatedPasts(TestDatabases databases) : IAsyncLifetime
{
    readonly PeriopHost host = new(databases) { Hospitals = 1, Definitions = ShippedDefinitions.Current };
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("periop-past-");

    string LedgerFile => Path.Combine(folder.FullName, "ledger.ndjson");

    public async ValueTask InitializeAsync() => await host.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_past_is_made_once_and_answered_as_it_was_planned()
    {
        var hospital = host.NewHospital();
        var options = new SimulationOptions
        {
            Token = _ => Task.FromResult(TokenVerb.Sign(host.Configuration, ["or-staff", "scheduler", "quality", "coder"], hospital.Id, "simulator")),
            From = new DateOnly(2026, 3, 2),
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich"),
            Rooms = PeriopHost.Rooms,
            LedgerFile = LedgerFile,
        };
        var plan = new SimulatedPast(seed: 3, options.TimeZone, options.Rooms, options.From)
        { Months = 9, MonthsInFull = 9, Days = new HashSet<DayOfWeek> { DayOfWeek.Tuesday } }.Plan();
        var cancellation = TestContext.Current.CancellationToken;

        var made = await new PastPlay(options, host.Client).MakeAsync(plan, cancellation);
        Assert.Empty(made.Refused);
        Assert.Equal((plan.Cases.Count, plan.Cases.Sum(one => one.Entries.Count), 0), (made.Cases, made.Acknowledged, made.Replayed));
        await host.SettledAsync();
        var verified = await Simulation.VerifyAsync(LedgerFile, host.Client, options.Token, cancellation: cancellation);
        Assert.Empty(verified.Differences);
        Assert.Equal(plan.Cases.Count(one => one.Truth is not null) * ShippedDefinitions.Current.All.Count, verified.States);

        var again = await new PastPlay(options with { LedgerFile = LedgerFile + ".again" }, host.Client).MakeAsync(plan, cancellation);
        Assert.Empty(again.Refused);
        Assert.Equal((again.Acknowledged, 0), (again.Replayed, again.Imported));

        host.Clock.Advance(TimeSpan.FromHours(14));
        var later = await new Simulation(
            options with { CasesPerRoom = 1, Rooms = ["OR-1"], Until = host.Now, Meanwhile = plan.Today }, host.Client).PlayAsync(cancellation);
        Assert.Empty(later.Refused);
        await host.SettledAsync();
        Assert.Empty((await Simulation.VerifyAsync(LedgerFile, host.Client, options.Token, cancellation: cancellation)).Differences);

        await TamperAsync(cancellation);
        var differences = (await Simulation.VerifyAsync(LedgerFile, host.Client, options.Token, cancellation: cancellation)).Differences;
        string[] named = ["should be absent, but is ", "the rate should be ", "coded-discharges and ", "its codes should ", "closure was imported as "];
        foreach (var expected in named)
            Assert.Contains(differences, sentence => sentence.Contains(expected, StringComparison.Ordinal));
    }

    /// <summary>One thing of each kind is told otherwise than it was.</summary>
    async Task TamperAsync(CancellationToken cancellation)
    {
        var lines = (await File.ReadAllLinesAsync(LedgerFile, cancellation)).Select(line => (JsonObject)JsonNode.Parse(line)!).ToList();
        var closed = lines.First(line => line["cells"]?["closure"] is not null);
        closed["cells"]!["closure"] = "2025-01-01T08:00:00+01:00";
        foreach (var truth in lines.Select(line => line["truth"]).Where(truth => truth?["complications"] is JsonArray { Count: > 0 }))
            truth!["complications"] = new JsonArray();
        var coded = lines.Select(line => line["truth"]).First(truth => truth?["isCodedOtherwise"] is not null);
        coded!["isCodedOtherwise"] = !(bool)coded["isCodedOtherwise"]!;
        await File.WriteAllLinesAsync(LedgerFile, lines.Select(line => line.ToJsonString(JsonSerializerOptions.Web)), cancellation);
    }
}
