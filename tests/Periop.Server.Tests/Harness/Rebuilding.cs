using JasperFx.Events.Daemon;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Periop.Domain.Procedures;
using Periop.Server.Hospitals;
using Periop.Server.Hosting;
using Periop.Server.Register;
using Periop.Server.Store;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>Board and register worked out anew from the events, as the command <c>projections rebuild</c> does.</summary>
static class Rebuilding
{
    /// <summary>Stops the program and rebuilds; the program stays stopped.</summary>
    public static async Task RebuildAsync(this PeriopHost host, int batch = 2000, long keptMegabytes = KeptCases.DefaultMegabytes)
    {
        await using var store = StandaloneStore(host, host.Register, batch, keptMegabytes);
        await host.StopAsync();
        using var daemon = await store.BuildProjectionDaemonAsync(logger: NullLogger.Instance);
        foreach (var projection in new[] { "Register", "Board" })
            await daemon.RebuildProjectionAsync(projection, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
    }

    /// <summary>The store of a release with that register, without a server.</summary>
    internal static DocumentStore StandaloneStore(
        PeriopHost host, RegisterVersion register, int batch = 2000, long keptMegabytes = KeptCases.DefaultMegabytes)
    {
        var options = StoreComposition.Options(
            host.Clock, host.Services.GetRequiredService<HospitalDirectory>(), ProcedureFamilies.Shipped.Rules, register,
            host.Services.GetRequiredService<IHostEnvironment>(), new KeptCases(keptMegabytes));
        options.Connection(host.ConnectionString);
        options.Projections.AsyncMode = DaemonMode.Solo;
        foreach (var projection in options.Projections.All)
            projection.Options.BatchSize = batch;
        return new DocumentStore(options);
    }

    public static Task CaughtUpAsync(this PeriopHost host, TimeSpan? patience = null) => Eventually.BecomesAsync(
        () => host.SqlAsync(
            "select min(last_seq_id) >= (select max(seq_id) from periop_events.mt_events) "
            + "from periop_events.mt_event_progression where name in ('Register:V4:All', 'Board:V2:All') having count(*) = 2"),
        done => done is true, "register and board have caught up", patience);

    /// <summary>Register and board have caught up, the board has these cases in rooms, and the server is ready.</summary>
    public static async Task IsWellAgainAsync(this TestHospital hospital, params Guid[] inRooms)
    {
        await hospital.Host.CaughtUpAsync();
        var board = (await hospital.Display.GetAsync("/api/board")).Is(200).Json["rooms"]!.AsArray();
        Assert.Equal(inRooms.Select(id => $"{id}"), board.Select(room => room!["current"]?["caseId"]?.GetValue<string>()).Where(id => id is not null));
        await Eventually.BecomesAsync(
            () => hospital.WithToken(null).GetAsync("/health/ready"), h => h.Json["status"]!.GetValue<string>() == "ready", "the server is ready");
    }

    /// <summary>How many rows each table has, and the hash of all that is in them.</summary>
    public static async Task<IReadOnlyList<string>> HashesAsync(this PeriopHost host)
    {
        var hashes = new List<string>();
        foreach (var table in RegisterVersion.Shipped.TableNames.Append("(select tenant_id, id, data from periop.mt_doc_boardcard_v2)"))
            hashes.Add((string)(await host.SqlAsync(
                $"select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from {table} t"))!);
        return hashes;
    }
}
