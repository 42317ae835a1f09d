using System.Globalization;
using Periop.Domain.Cases;
using Periop.Server.Json;

namespace Periop.Server.Http;

/// <summary>The instant that a question is asked as of.</summary>
static class AsOf
{
    /// <summary>
    /// Reads it; null when none is named. The problem when it is none, or lies further ahead than clocks differ: of one that only another clock
    /// shows already, the answer is the latest.
    /// </summary>
    public static IResult? Read(HttpContext http, string? asOf, out DateTimeOffset? instant)
    {
        instant = asOf is null ? null : InstantConverter.Parse(asOf);
        if (asOf is not null && instant is null)
            return Problems.Shape("/asOf", InstantConverter.Rule);
        var now = Now(http);
        return instant > now + Recording.ClockTolerance
            ? Problems.Of(400, "as-of-in-the-future", "Nobody knows yet what will be recorded by then.", ("serverTime", now)) : null;
    }

    /// <summary>An instant as an address has it: asked again for it, the answer is the same.</summary>
    public static string Written(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Whether an instant may have been one of ours: in UTC, and not later than the clocks of others may show.</summary>
    public static bool MayHaveBeen(HttpContext http, DateTimeOffset instant) =>
        instant.Offset == TimeSpan.Zero && instant <= Now(http) + Recording.ClockTolerance;

    static DateTimeOffset Now(HttpContext http) => http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
}
