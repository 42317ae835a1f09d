using Microsoft.AspNetCore.Authentication;

namespace Periop.Server.Access;

/// <summary>
/// How long a token or a sitting lets somebody in: the same at every door, streams included. Both run on real time, also under a simulated clock.
/// </summary>
static class TokenLife
{
    /// <summary>Clocks of those who issue tokens differ by so much.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a token signed with a key that is not known waits until the provider is asked for its keys once more. The library's five minutes are
    /// long for people who stand at a table.
    /// </summary>
    public static readonly TimeSpan KeysAskedAgainAfter = TimeSpan.FromSeconds(30);

    /// <summary>No timer reaches much further. Whoever has a longer token opens the stream again.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromDays(20);

    const string LeftOfSitting = "left";

    /// <summary>What is left of what lets the caller in; nothing or less when it has ended.</summary>
    public static TimeSpan LeftOf(HttpContext http)
    {
        var properties = http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties;
        return properties?.GetParameter<TimeSpan?>(LeftOfSitting) is { } left ? Bounded(left) : Left(properties?.ExpiresUtc, TimeProvider.System.GetUtcNow());
    }

    /// <param name="end">When the token says that it ends; without that it lets nobody in.</param>
    public static TimeSpan Left(DateTimeOffset? end, DateTimeOffset now) => end is not { } at ? TimeSpan.Zero : Bounded(at - now + Grace);

    /// <summary>Says of a sitting, which this server began itself, how much is left of it.</summary>
    public static void Tell(AuthenticationProperties properties, TimeSpan left) => properties.SetParameter<TimeSpan?>(LeftOfSitting, left);

    static TimeSpan Bounded(TimeSpan left) => left < Longest ? left : Longest;
}
