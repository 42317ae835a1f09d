using Microsoft.Extensions.Time.Testing;
using Periop.Simulator.Playing;

namespace Periop.Simulator.Tests;

/// <summary>A day of two rooms, a clock moved by hand, a server without a network, and a ledger that goes away afterwards.</summary>
public class PlayedDay : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("periop-simulator-");

    internal FakeTimeProvider Clock { get; } = new(new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
    internal StubServer Server { get; }
    internal SimulationOptions Options { get; }
    protected string LedgerFile => Options.LedgerFile;

    public PlayedDay()
    {
        Server = new(Clock);
        Options = new()
        {
            Token = Token, SurgeonToken = Token, From = Planned.Monday, TimeZone = Planned.Zurich, Rooms = ["OR-1", "OR-2"], Clock = Clock,
            LedgerFile = Path.Combine(folder.FullName, "ledger.ndjson"),
        };
    }

    public void Dispose()
    {
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    internal Task<SimulationReport> PlayAsync(SimulationOptions? options = null, TimeSpan? step = null) =>
        WhileTheClockRuns(
            new Simulation(options ?? Options, Server.Client()).PlayAsync(Xunit.TestContext.Current.CancellationToken), step ?? TimeSpan.FromSeconds(1));

    internal Task<VerificationReport> VerifyAsync() =>
        WhileTheClockRuns(
            Simulation.VerifyAsync(LedgerFile, Server.Client(), Token, clock: Clock, cancellation: Xunit.TestContext.Current.CancellationToken),
            TimeSpan.FromSeconds(1));

    static Task<string> Token(CancellationToken cancellation) => Task.FromResult("secret");

    async Task<T> WhileTheClockRuns<T>(Task<T> work, TimeSpan step)
    {
        while (!work.IsCompleted)
        {
            await Task.Yield();
            Clock.Advance(step);
        }
        return await work;
    }
}
