using System.Diagnostics.Metrics;

namespace Periop.Server.Access;

/// <summary>Requests that got no answer because the access log could not be written. Told from the start, so that the first is an increase.</summary>
sealed class GateMetrics
{
    long unentered;

    public GateMetrics(IMeterFactory meters) => meters.Create(Meters.Periop).CreateObservableCounter(
        "periop.access.unentered", () => Interlocked.Read(ref unentered), "{request}",
        "Requests answered 503 because the access log could not be written.");

    public void Count() => Interlocked.Increment(ref unentered);
}
