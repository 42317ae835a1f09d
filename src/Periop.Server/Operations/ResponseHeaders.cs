namespace Periop.Server.Operations;

/// <summary>Headers that every answer has, errors included. Set as the answer starts: whoever handles a fault clears what was set before.</summary>
static class ResponseHeaders
{
    public static void UseResponseHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(Complete, http);
        return next(http);
    });

    static Task Complete(object state)
    {
        var http = (HttpContext)state;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && http.Response.Headers.CacheControl.Count == 0)
            http.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
