using JasperFx;
using Microsoft.AspNetCore.Diagnostics;

namespace Periop.Server.Http;

/// <summary>Turns what escaped into an answer: never the exception's own words, which may name ids or hosts.</summary>
sealed class Faults(ILogger<Faults> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellation)
    {
        if (http.Response.HasStarted || http.RequestAborted.IsCancellationRequested)
            return http.RequestAborted.IsCancellationRequested;
        var status = exception switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            ConcurrencyException when http.Request.Headers.IfMatch.Count > 0 => StatusCodes.Status412PreconditionFailed,
            ConcurrencyException => StatusCodes.Status503ServiceUnavailable,
            _ when StoreAway.Is(exception) => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };
        if (status == StatusCodes.Status503ServiceUnavailable)      // passes, and comes in floods: the kind says enough
            log.LogWarning("Answered {Status} to {Method} {Route}: {Reason}",
                status, http.Request.Method, RouteOf(http), exception.GetBaseException().GetType().Name);
        else if (status >= 500)
            log.LogError(exception, "Answered {Status} to {Method} {Route}", status, http.Request.Method, RouteOf(http));
        if (status == StatusCodes.Status503ServiceUnavailable)
            http.Response.Headers.RetryAfter = "2";
        http.Response.StatusCode = status;
        if (!Problems.AreForPerson(http.Request))
            await Problems.Of(status).ExecuteAsync(http);
        return true;
    }

    /// <summary>The pattern, not the path: paths name cases.</summary>
    static string? RouteOf(HttpContext http) => (http.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText;
}
