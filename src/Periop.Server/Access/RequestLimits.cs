using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Periop.Server.Access;

/// <summary>
/// How many requests a person of a hospital may send, and an origin that says nobody. (The framework's middleware for it starts a timer that nothing ends,
/// and whoever ends the program before its process keeps all of it.)
/// </summary>
sealed class RequestLimits(AccessSettings settings) : IDisposable
{
    readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
        RateLimitPartition.GetFixedWindowLimiter(
            SenderOf(http), _ => new() { PermitLimit = settings.RequestsPerTenSeconds, Window = TimeSpan.FromSeconds(10) }));

    public static void Use(WebApplication app)
    {
        var limits = app.Services.GetRequiredService<RequestLimits>();
        app.Use((http, next) => IsUnlimited(http) || limits.Allows(http) ? next(http) : Task.CompletedTask);
    }

    public void Dispose() => limiter.Dispose();

    static bool IsUnlimited(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null;

    bool Allows(HttpContext http)
    {
        using var lease = limiter.AttemptAcquire(http);
        if (lease.IsAcquired)
            return true;
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return false;
    }

    static string SenderOf(HttpContext http) =>
        http.User.Identity?.IsAuthenticated is true ? $"person {http.User.Hospital()}\n{http.User.Subject()}" : $"origin {Origin.Of(http)}";
}
