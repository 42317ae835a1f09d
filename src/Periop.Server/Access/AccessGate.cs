using Microsoft.AspNetCore.Http.Features;
using Periop.Server.Http;

namespace Periop.Server.Access;

/// <summary>
/// Nothing of an answer from /api leaves before the request has its access entry. A query or a write has entered what it did; whatever is
/// answered before one is reached is entered here, with the status that the answer has.
/// </summary>
static class AccessGate
{
    /// <summary>Before everything that answers, faults included.</summary>
    public static void UseAccessGate(this WebApplication app) => app.Use(PassAsync);

    static async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            await next(http);
            return;
        }

        var gate = new Gate(http, http.RequestServices.GetRequiredService<ILogger<AccessLog>>());
        var body = new GatedBody(http.Features.GetRequiredFeature<IHttpResponseBodyFeature>(), gate.OpenAsync);
        http.Features.Set<IHttpResponseBodyFeature>(body);
        try
        {
            await next(http);
            await body.Held.LetOutAsync();
        }
        catch (Exception) when (gate.IsStuck && !http.Response.HasStarted)
        {
            http.Response.Clear();
            http.Response.Headers.RetryAfter = "2";
            await Problems.Of(StatusCodes.Status503ServiceUnavailable).ExecuteAsync(http);
            await body.Held.LetOutAsync();
        }
    }

    /// <summary>Opens once the request is entered.</summary>
    sealed class Gate(HttpContext http, ILogger log)
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
                    await (isFault ? Unentered.EnterAsync(http).WaitAsync(Patience) : Unentered.EnterAsync(http));
                else if (!isFault)
                    throw new InvalidOperationException("The access log could not be written: there is no answer but that.");
            }
            catch (Exception fault) when (isFault)
            {
                log.LogWarning("Answered {Status} without an access entry: {Reason}", http.Response.StatusCode, fault.GetBaseException().GetType().Name);
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
