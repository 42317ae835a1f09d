using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;

namespace Periop.Server.Access;

/// <summary>
/// Nothing of an answer from /api, and of no page, leaves before the request has its access entry. A query or a write has entered what it did; whatever is
/// answered before one is reached is entered here, with the status that the answer has.
/// </summary>
static class AccessGate
{
    /// <summary>Before everything that answers, faults included.</summary>
    /// <param name="tell">Answers with the status that the answer has.</param>
    public static void UseAccessGate(this WebApplication app, Func<HttpContext, Task> tell)
    {
        var metrics = app.Services.GetRequiredService<GateMetrics>();
        app.Use((http, next) => PassAsync(http, next, tell, metrics));
    }

    static async Task PassAsync(HttpContext http, RequestDelegate next, Func<HttpContext, Task> tell, GateMetrics metrics)
    {
        if (!http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !ShowsRecord(http))
        {
            await next(http);
            return;
        }

        var gate = new Gate(http, http.RequestServices);
        var body = new GatedBody(http.Features.GetRequiredFeature<IHttpResponseBodyFeature>(), gate.OpenAsync);
        http.Features.Set<IHttpResponseBodyFeature>(body);
        try
        {
            await next(http);
            await body.Held.LetOutAsync();
        }
        catch (Exception) when (gate.IsStuck && !http.Response.HasStarted)
        {
            metrics.Count();
            http.Response.Clear();
            http.Response.Headers.RetryAfter = "2";
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await tell(http);
            await body.Held.LetOutAsync();
        }
    }

    /// <summary>Whether a page is asked for that shows something of the record.</summary>
    static bool ShowsRecord(HttpContext http) => http.IsPage() && http.GetEndpoint()!.Metadata.GetMetadata<IAllowAnonymous>() is null;

    /// <summary>Opens once the request is entered.</summary>
    /// <param name="services">Those of the request, also while a page about a fault is rendered with others.</param>
    sealed class Gate(HttpContext http, IServiceProvider services)
    {
        /// <summary>An answer that tells of a fault does not wait longer: the store that it could not reach is where the log is.</summary>
        static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

        bool isOpen;

        /// <summary>The entry could not be made.</summary>
        public bool IsStuck { get; private set; }

        public async Task OpenAsync()
        {
            if (isOpen)
                return;
            var isFault = http.Response.StatusCode >= StatusCodes.Status500InternalServerError;
            try
            {
                if (!IsStuck)
                    await (isFault ? Unentered.EnterAsync(http, services).WaitAsync(Patience) : Unentered.EnterAsync(http, services));
                else if (!isFault)
                    throw new InvalidOperationException("The access log could not be written: there is no answer but that.");
            }
            catch (Exception fault) when (isFault)
            {
                services.GetRequiredService<ILogger<AccessLog>>().LogWarning(
                    "Answered {Status} without an access entry: {Reason}", http.Response.StatusCode, fault.GetBaseException().GetType().Name);
            }
            catch
            {
                IsStuck = true;
                throw;
            }

            isOpen = true;
        }
    }
}
