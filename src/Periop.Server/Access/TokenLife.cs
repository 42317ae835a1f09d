using Microsoft.AspNetCore.Authentication;

namespace Periop.Server.Access;

/// <summary>
/// How long a token lets its bearer in: the same at every door, streams included. Tokens run on real time, also under a simulated clock.
/// </summary>
static class TokenLife
{
    /// <summary>Clocks differ by so much.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    /// <summary>No timer reaches much further. Whoever has a longer token opens the stream again.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromDays(20);

    /// <summary>What is left of the life of the caller's token; nothing or less when it has ended.</summary>
    public static TimeSpan LeftOf(HttpContext http) =>
        Left(http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc, TimeProvider.System.GetUtcNow());

    /// <param name="end">When the token says that it ends; without that it lets nobody in.</param>
    public static TimeSpan Left(DateTimeOffset? end, DateTimeOffset now) =>
        end is not { } at ? TimeSpan.Zero : at - now + Grace is var left && left < Longest ? left : Longest;
}
