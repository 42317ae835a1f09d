using Periop.Server.Json;

namespace Periop.Server.Http;

/// <summary>What every request goes through.</summary>
static class HttpModule
{
    public static void AddHttp(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Problems.Complete);
        builder.Services.AddExceptionHandler<Faults>();
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(json => PeriopJson.ConfigureWeb(json.SerializerOptions));
        builder.AddLimits();
    }

    public static void UseHttp(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseResponseHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }
}
