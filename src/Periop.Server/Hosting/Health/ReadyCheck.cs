using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Periop.Server.Hosting.Health;

/// <summary>Whether this server can record and its boards follow, and is not about to go.</summary>
sealed class ReadyCheck(HealthWatch watch, IHostApplicationLifetime lifetime) : IHealthCheck
{
    /// <summary>Under which name the report carries the reading.</summary>
    public const string Reading = "reading";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var reading = await watch.ReadAsync(cancellationToken) with { IsLeaving = lifetime.ApplicationStopping.IsCancellationRequested };
        var status = reading.State switch
        {
            HealthState.Ready => HealthStatus.Healthy,
            HealthState.Degraded => HealthStatus.Degraded,
            _ => HealthStatus.Unhealthy,
        };
        return new HealthCheckResult(status, data: new Dictionary<string, object> { [Reading] = reading });
    }
}
