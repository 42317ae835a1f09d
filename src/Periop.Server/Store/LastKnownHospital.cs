using Marten;
using Periop.Server.Hospitals;

namespace Periop.Server.Store;

/// <summary>A hospital as it was last configured: what its events go by when it no longer is.</summary>
/// <param name="TimeZone">Its IANA time zone.</param>
public sealed record LastKnownHospital(string Id, string Name, string TimeZone)
{
    public static void Configure(StoreOptions options) => options.Schema.For<LastKnownHospital>();

    public static LastKnownHospital Of(Hospital hospital) => new(hospital.Id, hospital.Name, hospital.TimeZone.Id);

    /// <summary>The session's hospital: as configured, else as it last was, else without a name and in UTC.</summary>
    public static async Task<Hospital> FindAsync(HospitalDirectory hospitals, IQuerySession session, CancellationToken cancellation)
    {
        if (hospitals.Knows(session.TenantId))
            return hospitals[session.TenantId];
        var known = await session.LoadAsync<LastKnownHospital>(session.TenantId, cancellation);
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(known?.TimeZone ?? "", out var found) ? found : TimeZoneInfo.Utc;
        return new Hospital(session.TenantId, known?.Name ?? session.TenantId, zone, [], new HashSet<string>());
    }
}

/// <summary>Writes down, once after the start, how the hospitals are configured.</summary>
sealed class LastKnownHospitals(IDocumentStore store, HospitalDirectory hospitals, ILogger<LastKnownHospitals> log) : BackgroundService
{
    static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wasAway = false;
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                await WriteAsync(stoppingToken);
                return;
            }
            catch (Exception away) when (!stoppingToken.IsCancellationRequested)
            {
                if (!wasAway)
                    log.LogWarning("The hospitals cannot be written down ({Reason}); it is tried again", away.GetType().Name);
                wasAway = true;
                await Task.Delay(TryAgain, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
    }

    async Task WriteAsync(CancellationToken cancellation)
    {
        if (hospitals.All.Count == 0)
            return;
        await using var session = store.LightweightSession(hospitals.All.First().Id);
        foreach (var hospital in hospitals.All)
            session.ForTenant(hospital.Id).Store(LastKnownHospital.Of(hospital));
        await session.SaveChangesAsync(cancellation);
    }
}
