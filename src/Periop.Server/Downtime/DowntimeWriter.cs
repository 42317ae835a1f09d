using System.Diagnostics.Metrics;
using Npgsql;
using Periop.Server.Hospitals;

namespace Periop.Server.Downtime;

/// <summary>
/// Writes what the rooms need when nothing answers any more: every few minutes, for each hospital, by each node into a folder of its own.
/// What cannot be written anew stays as it was.
/// </summary>
sealed class DowntimeWriter : BackgroundService
{
    readonly DowntimeSettings settings;
    readonly HospitalDirectory hospitals;
    readonly IServiceScopeFactory scopes;
    readonly ILogger<DowntimeWriter> log;
    readonly HashSet<string> inTrouble = [];
    long lastWhole = TimeProvider.System.GetTimestamp();

    public DowntimeWriter(
        DowntimeSettings settings, HospitalDirectory hospitals, IServiceScopeFactory scopes, IMeterFactory meters, ILogger<DowntimeWriter> log)
    {
        (this.settings, this.hospitals, this.scopes, this.log) = (settings, hospitals, scopes, log);
        meters.Create(Meters.Periop).CreateObservableGauge(
            "periop.downtime.age", () => TimeProvider.System.GetElapsedTime(Volatile.Read(ref lastWhole)).TotalSeconds, "s",
            "Since the pages for a downtime were last written for every hospital, or the server started.");
    }

    /// <summary>Writes the pages of a hospital once; false when they could not be had, and those before stay.</summary>
    public async Task<bool> WriteAsync(Hospital hospital, CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var files = await ActivatorUtilities.CreateInstance<DowntimePages>(scope.ServiceProvider).OfAsync(hospital, cancellation);
            await new DowntimeFolder(settings.Folder!, hospital.Id).KeepAsync(files, cancellation);
            if (inTrouble.Remove(hospital.Id))
                log.LogInformation("The pages for a downtime of {Hospital} are written again", hospital.Id);
            return true;
        }
        catch (Exception trouble) when (!cancellation.IsCancellationRequested)
        {
            if (inTrouble.Add(hospital.Id))     // once, not every few minutes
                log.LogWarning(
                    "The pages for a downtime of {Hospital} cannot be written ({Reason}); those that were written last stay",
                    hospital.Id, (trouble as PostgresException)?.SqlState ?? trouble.GetType().Name);
            return false;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Every);
        do
            await WriteAllAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task WriteAllAsync(CancellationToken cancellation)
    {
        var whole = true;
        foreach (var hospital in hospitals.All)
            whole &= await WriteAsync(hospital, cancellation);
        if (whole)
            Volatile.Write(ref lastWhole, TimeProvider.System.GetTimestamp());
    }
}
