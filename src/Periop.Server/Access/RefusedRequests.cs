using System.Diagnostics.Metrics;

namespace Periop.Server.Access;

/// <summary>
/// Requests without a valid token or of an unknown hospital. They are counted, a minute and an origin a line: nobody can fill the access
/// log from outside.
/// </summary>
sealed class RefusedRequests(TimeProvider clock, IMeterFactory meters, ILogger<RefusedRequests> log) : BackgroundService
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>So many origins are told apart in a minute.</summary>
    const int MostOrigins = 1000;

    const string Others = "others";

    readonly Counter<long> refused = meters.Create(Meters.Periop)
        .CreateCounter<long>("periop.access.refused", "{request}", "Requests without a valid token, or of an unknown hospital.");

    readonly PeriodicTimer timer = new(Minute, clock);
    readonly Lock gate = new();
    Dictionary<string, int> origins = [];

    public void Count(string origin)
    {
        refused.Add(1);
        lock (gate)
        {
            var counted = origins.Count < MostOrigins || origins.ContainsKey(origin) ? origin : Others;
            origins[counted] = origins.GetValueOrDefault(counted) + 1;
        }
    }

    public override void Dispose()
    {
        timer.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                Tell();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Tell();
        }
    }

    void Tell()
    {
        Dictionary<string, int> counted;
        lock (gate)
            (counted, origins) = (origins, []);
        foreach (var (origin, count) in counted)
            log.LogWarning("{Count} requests from {Origin} in a minute were without a valid token or of an unknown hospital", count, origin);
    }
}
