using Periop.Server.Http;

namespace Periop.Server.Hosting;

/// <summary>
/// A port of its own for those who run the server: <c>Management:Port</c>. Only metrics and health are answered there, and metrics
/// only there. Told by the port that the connection came in on; the Host header is the caller's to choose.
/// </summary>
static class ManagementPort
{
    public static int? Of(IConfiguration configuration) => configuration.GetValue<int?>("Management:Port");

    /// <summary>Listens there as well as on the addresses that are configured anyway.</summary>
    public static void AddManagementPort(this WebApplicationBuilder builder)
    {
        if (Of(builder.Configuration) is not { } port)
            return;
        var ports = builder.Configuration["http_ports"] ?? "";
        var usual = builder.Configuration["urls"] ?? string.Join(';', ports.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => $"http://*:{p}"));
        builder.WebHost.UseUrls($"{(usual.Length > 0 ? usual : "http://localhost:5000")};http://*:{port}");
    }

    public static void UseManagementPort(this WebApplication app)
    {
        if (Of(app.Configuration) is { } port)
            app.Use((http, next) => IsAnswered(http, port) ? next(http) : Problems.Of(StatusCodes.Status404NotFound).ExecuteAsync(http));
    }

    static bool IsAnswered(HttpContext http, int port) => http.Connection.LocalPort == port
        ? http.Request.Path.StartsWithSegments("/metrics", StringComparison.OrdinalIgnoreCase)
            || http.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
        : !http.Request.Path.StartsWithSegments("/metrics", StringComparison.OrdinalIgnoreCase);
}
