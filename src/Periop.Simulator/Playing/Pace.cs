namespace Periop.Simulator.Playing;

/// <summary>The server's clock as seen from here: where it stood at one real instant, and how fast it runs.</summary>
/// <param name="SimulatedStart">What the server's clock showed at <paramref name="RealStart"/>.</param>
/// <param name="Speed">1 is real time, 60 an hour per minute.</param>
/// <param name="RealStart">
/// By default the moment playing begins. Begun after the server, that is behind its clock and never ahead: an entry may come late, but not from the future.
/// </param>
public sealed record Pace(DateTimeOffset SimulatedStart, double Speed = 1, DateTimeOffset? RealStart = null)
{
    /// <summary>What the server's clock shows now.</summary>
    public DateTimeOffset Now(TimeProvider clock) => SimulatedStart + Speed * (clock.GetUtcNow() - RealStart.GetValueOrDefault(clock.GetUtcNow()));

    /// <summary>Returns once the server's clock has reached the instant.</summary>
    public async Task WaitUntilAsync(DateTimeOffset instant, TimeProvider clock, CancellationToken cancellation)
    {
        while (Now(clock) is var now && now < instant)
        {
            // Rounded up, or the last wait would be for nothing; and no longer than a timer can wait
            var wait = (instant - now) / Speed + TimeSpan.FromMilliseconds(1);
            await Task.Delay(wait < TimeSpan.FromDays(1) ? wait : TimeSpan.FromDays(1), clock, cancellation);
        }
    }
}
