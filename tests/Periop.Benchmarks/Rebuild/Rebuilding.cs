using System.Diagnostics;
using JasperFx.Events.Daemon;
using Marten;
using Microsoft.Extensions.Logging.Abstractions;
using Periop.Domain.Procedures;
using Periop.Server.Hosting;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Benchmarks.Rebuild;

/// <summary>The register worked out anew from all events, with no server beside it.</summary>
static class Rebuilding
{
    /// <summary>The store with as many folded cases at hand as stated.</summary>
    public static DocumentStore StoreOf(Stage stage, long keptMegabytes)
    {
        var options = StoreComposition.Options(
            TimeProvider.System, stage.Hospitals, ProcedureFamilies.Shipped.Rules, RegisterVersion.Shipped, stage.Environment, new KeptCases(keptMegabytes));
        options.Connection(stage.ConnectionString);
        options.Projections.AsyncMode = DaemonMode.Solo;
        return new DocumentStore(options);
    }

    /// <param name="projection">Which; the register, unless said.</param>
    /// <returns>How fast it went, in words.</returns>
    public static async Task<string> MeasureAsync(DocumentStore store, long events, string projection = RegisterProjection.Register)
    {
        using var daemon = await store.BuildProjectionDaemonAsync(logger: NullLogger.Instance);
        var (watch, begun) = (Stopwatch.StartNew(), Spent.SoFar());
        await daemon.RebuildProjectionAsync(projection, TimeSpan.FromHours(3), CancellationToken.None);
        return $"{events / watch.Elapsed.TotalSeconds:0} events/s; an event: {Spent.SoFar().Since(begun, events)}";
    }
}
