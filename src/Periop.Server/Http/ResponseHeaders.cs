namespace Periop.Server.Http;

/// <summary>Headers that every answer has, errors included. Set as the answer starts: whoever handles a fault clears what was set before.</summary>
static class ResponseHeaders
{
    /// <summary>The reference's scripts are not ours: a token that is tried out there goes nowhere else.</summary>
    const string FromHereAlone =
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'";

    public static void UseResponseHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(Complete, http);
        return next(http);
    });

    static Task Complete(object state)
    {
        var http = (HttpContext)state;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (http.Request.Path.StartsWithSegments("/reference", StringComparison.OrdinalIgnoreCase))
            http.Response.Headers.ContentSecurityPolicy = FromHereAlone;
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && http.Response.Headers.CacheControl.Count == 0)
            http.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
