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
            "periop.projection.standstill", () => OfProjections(watch, p => (long)p.StoodStill.TotalSeconds), "s",
            "For how long a projection has not moved although events wait.");
        meter.CreateObservableGauge(
            "periop.projection.halted_hospitals", () => OfProjections(watch, p => p.HaltedHospitals), "{hospital}",
            "Hospitals for which a projection has halted at an event that it could not apply.");
        meter.CreateObservableGauge(
            "periop.high_water.lag", () => Of(watch.Latest is { StoreIsUp: true } reading ? reading.Mark.Lag : (long?)null), "{event}",
            "Events above the mark up to which projections may go.");
        meter.CreateObservableGauge(
            "periop.high_water.age", () => Of(watch.Latest is { StoreIsUp: true } reading ? reading.Mark.AgeSeconds : null), "s",
            "How long ago that mark was written.");
        meter.CreateObservableGauge(
            "periop.tick.age", () => Of(watch.Latest is { StoreIsUp: true } reading ? reading.TickAgeSeconds : null), "s",
            "How long ago the register's last tick ended.");
        meter.CreateObservableGauge(
            "periop.store.writable", () => Of(watch.Latest is { } reading ? reading is { StoreIsUp: true, IsWritable: true } ? 1 : 0 : (long?)null),
            description: "0 when the database is away or takes nothing that is written.");
        meter.CreateObservableGauge(
            "periop.store.up", () => Of(watch.Latest is { } reading ? reading.StoreIsUp ? 1 : 0 : (long?)null),
            description: "0 when the database is away.");
        meter.CreateObservableGauge(
            "periop.ready", () => Of(watch.Latest is { } reading ? reading.State is HealthState.NotReady ? 0 : 1 : (long?)null),
            description: "0 when /health/ready says no.");
    }

    static IEnumerable<Measurement<long>> OfProjections(HealthWatch watch, Func<ProjectionHealth, long> figure) =>
        watch.Latest?.Projections.Select(p => new Measurement<long>(figure(p), KeyValuePair.Create<string, object?>("projection", p.Name))) ?? [];

    static IEnumerable<Measurement<T>> Of<T>(T? figure) where T : struct => figure is { } known ? [new Measurement<T>(known)] : [];
}
