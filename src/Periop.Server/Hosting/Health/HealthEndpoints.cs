using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Periop.Server.Json;

namespace Periop.Server.Hosting.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work. For anybody: names and states only.</summary>
static class HealthEndpoints
{
    public static void AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<StoreReader>();
        builder.Services.AddSingleton<HealthWatch>();
        builder.Services.AddSingleton<HealthMetrics>();
        builder.Services.AddHostedService(services =>
        {
            services.GetRequiredService<HealthMetrics>();       // whoever fetches metrics asks for none of ours
            return services.GetRequiredService<HealthWatch>();
        });
        builder.Services.AddHostedService<OwnProjections>();
        builder.Services.AddHostedService<LostServers>();
        builder.Services.AddHealthChecks().AddCheck<ReadyCheck>("ready");
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        Map(app, "/health/live", new HealthCheckOptions
        {
            Predicate = _ => false,
            ResponseWriter = (http, _) => WriteAsync(http, new { Status = "live", Clock = ClockOf(http) }),
        });
        Map(app, "/health/ready", new HealthCheckOptions
        {
            ResponseWriter = (http, report) =>
            {
                if (report.Status is HealthStatus.Unhealthy)
                    http.Response.Headers.RetryAfter = "2";
                return WriteAsync(http, Ready(http, report));
            },
        });
    }

    /// <summary>Not counted among requests: a flood of others must not make a healthy server look dead.</summary>
    static void Map(IEndpointRouteBuilder app, string path, HealthCheckOptions options) =>
        app.MapHealthChecks(path, options).AllowAnonymous().DisableRateLimiting();

    static object Ready(HttpContext http, HealthReport report)
    {
        var reading = report.Entries.Values.Select(e => e.Data.GetValueOrDefault(ReadyCheck.Reading)).OfType<HealthReading>().FirstOrDefault()
            ?? HealthReading.StoreAway;
        return new
        {
            Status = reading.State,
            Clock = ClockOf(http),
            Store = !reading.StoreIsUp ? "down" : reading.IsWritable ? "up" : "not-writable",
            Warm = reading.IsWarm,
            reading.Projections,
            UnconfiguredHospitals = reading.UnconfiguredHospitals.Count,
            HighWaterMark = reading.StoreIsUp ? new { reading.Mark.Position, reading.Mark.Lag, reading.Mark.AgeSeconds } : null,
        };
    }

    static string ClockOf(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>() is SimulatedClock ? "simulated" : "real";

    static Task WriteAsync(HttpContext http, object body) => http.Response.WriteAsJsonAsync(body, PeriopJson.Web);
}
