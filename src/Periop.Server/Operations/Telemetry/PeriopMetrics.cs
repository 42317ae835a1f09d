using System.Diagnostics.Metrics;
using System.Text.Json;
using Periop.Domain.Cases;
using Periop.Server.Operations.Health;

namespace Periop.Server.Operations.Telemetry;

/// <summary>Periop's own figures: few, and with no label that names a person, a case or a hospital.</summary>
public sealed class PeriopMetrics
{
    public const string Meter = "Periop";

    readonly Counter<long> entries;
    readonly UpDownCounter<long> screens;

    public PeriopMetrics(IMeterFactory meters, IServiceProvider services)
    {
        var meter = meters.Create(Meter);
        entries = meter.CreateCounter<long>("periop.entries", "{entry}", "Entries by command and outcome: recorded, replayed, refused, stopped, stale.");
        screens = meter.CreateUpDownCounter<long>("periop.board.screens", "{screen}", "Board screens connected to this server.");
        HealthReading? Latest() => services.GetRequiredService<HealthWatch>().Latest;
        meter.CreateObservableGauge("periop.projection.lag",
            () => Latest()?.Projections.Select(p => new Measurement<long>(p.Lag, Tag("projection", p.Name))) ?? [],
            "{event}", "Events that a projection has yet to show.");
        meter.CreateObservableGauge("periop.projection.paused",
            () => Latest()?.Projections.Select(p => new Measurement<int>(p.State is ProjectionState.Paused ? 1 : 0, Tag("projection", p.Name))) ?? [],
            description: "1 when a projection has stopped and needs a person.");
        meter.CreateObservableGauge("periop.high_water.lag",
            () => Latest() is { StoreIsUp: true } reading ? [new Measurement<long>(reading.Mark.Lag)] : Array.Empty<Measurement<long>>(),
            "{event}", "Events above the mark up to which projections may go.");
        meter.CreateObservableGauge("periop.ready",
            () => Latest() is { } reading ? [new Measurement<int>(reading.State is HealthState.NotReady ? 0 : 1)] : Array.Empty<Measurement<int>>(),
            description: "0 when /health/ready says no.");
    }

    public void Count(CaseCommand command, Outcome outcome) =>
        entries.Add(1,
            Tag("command", JsonNamingPolicy.KebabCaseLower.ConvertName(command.GetType().Name)), Tag("outcome", outcome.GetType().Name.ToLowerInvariant()));

    /// <summary>Counts a screen until it is disposed of.</summary>
    public IDisposable Screen()
    {
        screens.Add(1);
        return new Connected(screens);
    }

    static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    sealed class Connected(UpDownCounter<long> screens) : IDisposable
    {
        public void Dispose() => screens.Add(-1);
    }
}
