using System.Diagnostics.Metrics;

namespace Periop.Server.Hosting.Health;

/// <summary>Health as figures, as it was last read.</summary>
sealed class HealthMetrics
{
    public HealthMetrics(IMeterFactory meters, HealthWatch watch)
    {
        var meter = meters.Create(Meters.Periop);
        meter.CreateObservableGauge(
            "periop.projection.lag", () => OfProjections(watch, p => p.Lag), "{event}", "Events that a projection has yet to show.");
        meter.CreateObservableGauge(
            "periop.projection.paused", () => OfProjections(watch, p => p.State is ProjectionState.Paused ? 1 : 0),
            description: "1 when a projection has stopped and needs a person.");
        meter.CreateObservableGauge(
            "periop.projection.halted_hospitals", () => OfProjections(watch, p => p.HaltedHospitals), "{hospital}",
            "Hospitals for which a projection has halted at an event that it could not apply.");
        meter.CreateObservableGauge(
            "periop.high_water.lag", () => Of(watch.Latest is { StoreIsUp: true } reading ? reading.Mark.Lag : null), "{event}",
            "Events above the mark up to which projections may go.");
        meter.CreateObservableGauge(
            "periop.ready", () => Of(watch.Latest is { } reading ? reading.State is HealthState.NotReady ? 0 : 1 : null),
            description: "0 when /health/ready says no.");
    }

    static IEnumerable<Measurement<long>> OfProjections(HealthWatch watch, Func<ProjectionHealth, long> figure) =>
        watch.Latest?.Projections.Select(p => new Measurement<long>(figure(p), KeyValuePair.Create<string, object?>("projection", p.Name))) ?? [];

    static IEnumerable<Measurement<long>> Of(long? figure) => figure is { } known ? [new Measurement<long>(known)] : [];
}
