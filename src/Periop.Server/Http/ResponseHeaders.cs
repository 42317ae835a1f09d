using System.Globalization;
using Microsoft.AspNetCore.Http.Features;

namespace Periop.Server.Http;

/// <summary>Headers that every answer has, errors included. Set as the answer starts: whoever handles a fault clears what was set before.</summary>
static class ResponseHeaders
{
    /// <summary>The reference's scripts are not ours: a token that is tried out there goes nowhere else.</summary>
    const string FromHereAlone =
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'";

    /// <summary>Nothing of a page comes from elsewhere, and nothing in it runs or colours that is not in a file of ours.</summary>
    const string FilesOfOursAlone = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /// <summary>
    /// The server's instant. A device measures its clock by it, and knows by it that we have answered and not something on the way.
    /// </summary>
    public const string Time = "Periop-Time";

    public static void UseResponseHeaders(this WebApplication app, string? formsMayLeadTo)
    {
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var ofPages = formsMayLeadTo is null ? FilesOfOursAlone : $"{FilesOfOursAlone} {formsMayLeadTo}";
        app.Use((http, next) =>
        {
            http.Response.OnStarting(() => Complete(http, ofPages, clock, app.Lifetime.ApplicationStopping));
            return next(http);
        });
    }

    /// <param name="ending">Of the server. Its clients connect anew, to another: none sends into a line that is just being closed.</param>
    static Task Complete(HttpContext http, string ofPages, TimeProvider clock, CancellationToken ending)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (IsNotReadToItsEnd(http) || ending.IsCancellationRequested)
            http.Response.Headers.Connection = "close";
        if (http.Request.Path.StartsWithSegments("/reference", StringComparison.OrdinalIgnoreCase))
            http.Response.Headers.ContentSecurityPolicy = FromHereAlone;
        else if (http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true)
        {
            http.Response.Headers.ContentSecurityPolicy = ofPages;
            http.Response.Headers["Referrer-Policy"] = "same-origin";       // an address names cases
            http.Response.Headers.CacheControl = "no-store";
        }

        if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.Headers[Time] = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            if (http.Response.Headers.CacheControl.Count == 0)
                http.Response.Headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }

    /// <summary>
    /// Whether more is being sent than is taken. The line ends with the answer then: a client that is not told so sends its next request on it, and
    /// that has no answer.
    /// </summary>
    static bool IsNotReadToItsEnd(HttpContext http) => HttpProtocol.IsHttp11(http.Request.Protocol)
        && http.Request.ContentLength > http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
}
