using Periop.Server.Access;
using Periop.Simulator.Playing;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>The simulator is a client like any other: what it was told was recorded must be there.</summary>
public sealed class SimulatedDays(PeriopHost host) : IClassFixture<PeriopHost>
{
    [Fact]
    public async Task A_simulated_day_is_recorded_entry_by_entry_and_once()
    {
        var hospital = host.NewHospital();
        var ledger = Path.Combine(Path.GetTempPath(), $"periop-ledger-{Guid.NewGuid():n}.ndjson");
        try
        {
            var options = new SimulationOptions
            {
                Token = _ => Task.FromResult(
                    TokenVerb.Sign(host.Configuration, ["or-staff", "scheduler", "quality", "coder"], hospital.Id, "simulator")),
                SurgeonToken = _ => Task.FromResult(TokenVerb.Sign(host.Configuration, ["or-staff"], hospital.Id, "surgeon")),
                Seed = 7,
                From = new DateOnly(2026, 2, 2),
                TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich"),
                Rooms = SimulationOptions.NumberedRooms(3),
                Until = host.Now,
                LedgerFile = ledger,
            };
            var played = await new Simulation(options, host.Client).PlayAsync(TestContext.Current.CancellationToken);
            Assert.Empty(played.Refused);
            Assert.True(played.Acknowledged > 100, $"only {played.Acknowledged} entries were acknowledged");
            var again = await new Simulation(options with { LedgerFile = ledger + ".again" }, host.Client).PlayAsync(TestContext.Current.CancellationToken);
            Assert.Equal(played.PlanHash, again.PlanHash);
            Assert.Equal(played.Acknowledged, again.Acknowledged);
            var verified = await Simulation.VerifyAsync(ledger, host.Client, options.Token, cancellation: TestContext.Current.CancellationToken);
            Assert.Empty(verified.Differences);
            Assert.Equal((played.Cases, played.Acknowledged), (verified.Cases, verified.Entries));
        }
        finally
        {
            File.Delete(ledger);
            File.Delete(ledger + ".again");
        }
    }
}
