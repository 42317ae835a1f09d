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

    /// <param name="formsMayLeadTo">Another origin that forms of pages may lead to.</param>
    public static void UseHttp(this WebApplication app, string? formsMayLeadTo)
    {
        app.UseTrustedProxies();
        app.UseResponseHeaders(formsMayLeadTo);
        app.UseExceptionHandler();
    }
}
