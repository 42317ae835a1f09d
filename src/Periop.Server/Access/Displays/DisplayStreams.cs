using System.Collections.Concurrent;
using System.Security.Claims;
using Npgsql;

namespace Periop.Server.Access.Displays;

/// <summary>Ends the streams of a display that somebody has ended, at whichever node.</summary>
sealed class DisplayStreams(NpgsqlDataSource database, ILogger<DisplayStreams> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    readonly ConcurrentDictionary<Guid, CancellationTokenSource> watched = new();

    /// <summary>Cancelled when the caller's display is ended; never for a person.</summary>
    public CancellationToken EndOf(ClaimsPrincipal user) =>
        DisplayCookie.IdOf(user) is { } id ? watched.GetOrAdd(id, _ => new CancellationTokenSource()).Token : CancellationToken.None;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        var wasAway = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                if (!watched.IsEmpty)
                    foreach (var id in await DisplayDirectory.RevokedAmongAsync(database, [.. watched.Keys], stoppingToken))
                        if (watched.TryRemove(id, out var end))
                            await end.CancelAsync();
                wasAway = false;
            }
            catch (Exception away) when (!stoppingToken.IsCancellationRequested)
            {
                if (!wasAway)       // once, not every second
                    log.LogWarning("It is not known which displays were ended ({Reason}); it tries again", away.GetBaseException().GetType().Name);
                wasAway = true;
            }
    }
}
