using Periop.Server.Json;
using Periop.Server.Operations.Description;
using Periop.Server.Operations.Health;
using Periop.Server.Operations.Telemetry;

namespace Periop.Server.Operations;

/// <summary>What every request goes through.</summary>
static class OperationsModule
{
    public static void AddOperations(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(_ => builder.Configuration["clock"] is { } clock ? SimulatedClock.Parse(clock) : TimeProvider.System);
        builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Problems.Complete);
        builder.Services.AddExceptionHandler<Faults>();
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(json => PeriopJson.ConfigureWeb(json.SerializerOptions));
        builder.AddLimits();
        builder.AddManagementPort();
        builder.AddHealth();
        builder.AddTelemetry();
        builder.AddDescription();
    }

    public static void UseOperations(this WebApplication app)
    {
        app.UseResponseHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseManagementPort();
    }

    public static void MapOperations(this WebApplication app)
    {
        app.MapHealth();
        app.MapMetrics();
        app.MapDescription();
    }
}
