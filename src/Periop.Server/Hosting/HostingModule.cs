using Periop.Server.Hosting.Health;
using Periop.Server.Hosting.Telemetry;

namespace Periop.Server.Hosting;

/// <summary>What it takes to run the server: its clock, the port for operators, health and telemetry.</summary>
static class HostingModule
{
    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(_ => builder.Configuration["clock"] is { } clock ? SimulatedClock.Parse(clock) : TimeProvider.System);
        builder.AddManagementPort();
        builder.AddHealth();
        builder.AddTelemetry();
    }

    public static void MapHosting(this WebApplication app)
    {
        app.MapHealth();
        app.MapMetrics();
    }
}
