using System.Globalization;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Periop.Server.Hosting;
using Periop.Server.Tests;
using Xunit;

namespace Periop.Operating.Tests;

/// <summary>
/// A hospital's bad night: a base backup, work that goes on, something that must be undone, the loss of the server; and the database restored
/// to the minute before, by the scripts that an operator runs.
/// </summary>
public sealed class RestoredHospital(TestDatabases databases) : IAsyncLifetime
{
    const string Note = "Quillfeather was told by telephone", Name = "Ottersby";

    readonly PeriopHost host = new(databases) { Hospitals = 1 };
    Clusters clusters = null!;

    public PeriopHost Host => host;

    public TestHospital Hospital { get; private set; } = null!;

    /// <summary>What was in no backup, only in the log that was archived after it.</summary>
    public TestCase BetweenBackupAndInstant { get; private set; } = null!;

    public TestCase AfterTheInstant { get; private set; } = null!;

    /// <summary>Questions as of instants before, and what was answered.</summary>
    public IReadOnlyList<(string Address, byte[] Answer)> Answered { get; private set; } = [];

    /// <summary>The texts that were taken away after the instant, and are in the database as it was restored.</summary>
    public IReadOnlyList<string> TakenAway { get; } = ["Quillfeather", Name];

    /// <summary>Which tables held them as the database came back.</summary>
    public int TablesHoldingThem { get; private set; }

    /// <summary>Register and board as they came back and went on, and as a replay of the events makes them: the hash of each table.</summary>
    public IReadOnlyList<string> CameBack { get; private set; } = [];

    public IReadOnlyList<string> Replayed { get; private set; } = [];

    /// <summary>How long before the instant asked for the last work was that came back, and how long it took.</summary>
    public TimeSpan NotBack { get; private set; }

    public TimeSpan Took { get; private set; }

    public async ValueTask InitializeAsync()
    {
        clusters = await Clusters.OpenAsync();
        var archive = $"archive_command = '{clusters.ScriptPath("archive-wal.sh")} \"%p\" \"%f\" {clusters.Backups}/wal'";
        var first = await clusters.CreateAsync("first", "archive_mode = on", archive);
        await first.WithDatabaseAsync();
        await host.StartAsync(first.ConnectionString, Patiently);
        Hospital = host.NewHospital();
        var told = await CaseAsync("p-1");
        await told.RecordedAsync("blood-loss", new { cumulativeMl = 400, note = Note });
        (await Hospital.Nurse.SendAsync(HttpMethod.Put, "/api/patients/p-1", JsonContent.Create(new { name = Name }))).Is(200);
        await WorkAsync();
        await clusters.ScriptAsync("base-backup.sh", first, clusters.Backups);
        BetweenBackupAndInstant = await WorkAsync();
        await AskAsync();
        var instant = (DateTime)(await first.SqlAsync("select clock_timestamp()"))!;
        AfterTheInstant = await WorkAsync();
        var list = await TakeAwayAsync(told);
        await ArchivedAsync(first);
        await host.StopAsync();
        await clusters.KillAsync(first);

        var begun = TimeProvider.System.GetTimestamp();
        var written = instant.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture) + "+00";
        await clusters.ScriptAsync("restore.sh", null, clusters.Backups, clusters.DataOf("restored"), written);
        var restored = await clusters.StartAsync("restored");
        await Eventually.BecomesAsync(() => restored.SqlAsync("select pg_is_in_recovery()"), still => still is false, "the database takes what is written");
        NotBack = instant - (DateTime)(await restored.SqlAsync("select pg_last_xact_replay_timestamp()"))!;
        await host.StartAsync(restored.ConnectionString, Patiently);
        foreach (var text in TakenAway)
            TablesHoldingThem += (await host.HoldingAsync(text)).Count;
        Assert.Equal(0, await MaskAgainVerb.RunAsync(host.Services, Hospital.Id, list, TestContext.Current.CancellationToken));
        (await Hospital.Nurse.GetAsync("/api/board")).Is(200);
        Took = TimeProvider.System.GetElapsedTime(begun);
        await host.CaughtUpAsync();
        CameBack = await host.HashesAsync();
        await host.RebuildAsync();
        Replayed = await host.HashesAsync();
        await host.StartAsync(restored.ConnectionString, Patiently);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        if (clusters is not null)
            await clusters.DisposeAsync();
    }

    static void Patiently(IWebHostBuilder web) => web.UseSetting("Store:Patience", "00:00:30");

    /// <summary>A case at the table, of a patient.</summary>
    async Task<TestCase> CaseAsync(string patient)
    {
        var surgicalCase = new TestCase(Hospital, (await Hospital.Scheduler.PostAsync(
            "/api/cases", new { caseNumber = Story.NewNumber(), room = "OR-1", scheduledStart = Hospital.Now, patientRef = patient })).Is(201).CaseId);
        await surgicalCase.RecordedAsync("room-entry");
        await surgicalCase.RecordedAsync("incision", new { @override = "nobody at the screen" });
        return surgicalCase;
    }

    /// <summary>A case with a device, of another patient than the one who is erased.</summary>
    async Task<TestCase> WorkAsync()
    {
        var surgicalCase = await CaseAsync("p-2");
        await surgicalCase.RecordedAsync("hardware", Devices.Scanned("A213B1"));
        await host.CaughtUpAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        return surgicalCase;
    }

    /// <summary>The instants that answers are for are asked again for later.</summary>
    async Task AskAsync()
    {
        var answered = new List<(string, byte[])>();
        foreach (var address in new[] { "/api/implants?lot=A213B1", "/api/register/deviations" })
        {
            var asOf = (await Hospital.Quality.GetAsync(address)).Is(200).Json["asOf"]!.GetValue<string>();
            var again = $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}asOf={Uri.EscapeDataString(asOf)}";
            answered.Add((again, (await Hospital.Quality.GetAsync(again)).Is(200).Bytes));
        }

        Answered = answered;
    }

    /// <summary>A note is masked and a patient erased; the list of both is kept apart from the backups.</summary>
    async Task<FileInfo> TakeAwayAsync(TestCase surgicalCase)
    {
        var admin = Hospital.As("admin");
        foreach (var entry in (await surgicalCase.TimelineAsync()).Json["entries"]!.AsArray().Where(entry => entry!["note"] is not null))
            (await admin.PostAsync($"{surgicalCase.Path}/entries/{entry!["entryId"]}/masking", new { reason = "names a relative" })).Is(200);
        (await admin.SendAsync(HttpMethod.Delete, "/api/patients/p-1?reason=as+asked", null)).Is(204);
        var list = Path.Combine(databases.StateFolder, $"{Guid.NewGuid():n}.ndjson");
        await File.WriteAllBytesAsync(list, (await admin.GetAsync("/api/maskings?format=ndjson")).Is(200).Bytes, TestContext.Current.CancellationToken);
        return new FileInfo(list);
    }

    /// <summary>What was written is in the archive: the segment is ended, as it is by itself after <c>archive_timeout</c>.</summary>
    static async Task ArchivedAsync(Cluster cluster)
    {
        var segment = (string)(await cluster.SqlAsync("select pg_walfile_name(pg_switch_wal())"))!;
        await Eventually.BecomesAsync(
            () => cluster.SqlAsync("select coalesce(last_archived_wal, '') from pg_stat_archiver"),
            last => string.CompareOrdinal((string)last!, segment) >= 0, "the log is in the archive");
    }
}
