using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Periop.Server.Register;
using Periop.Server.Store;
using Xunit;
using static Periop.Server.Tests.Devices;

namespace Periop.Server.Tests.Register;

/// <summary>
/// A release whose register has one more table and another derivation comes to a database that the release before has filled. Both are
/// servers on that database, as in a rollout; the new one builds its register when the test lets it.
/// </summary>
public abstract class Rollout(TestDatabases databases) : IAsyncLifetime
{
    /// <summary>The number of the old release's register, and of the new one's.</summary>
    private protected static readonly int OldVersion = RegisterVersion.Shipped.Number, NewVersion = OldVersion + 1;

    internal readonly NextRegister Next = new();

    PeriopHost? later;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected TestDatabases Databases { get; } = databases;

    private protected PeriopHost Old { get; } = new(databases);

    private protected PeriopHost New => later!;

    private protected TestHospital Hospital { get; private set; } = null!;

    /// <summary>The hospital, as it is spoken to on the new server.</summary>
    private protected TestHospital There { get; private set; } = null!;

    /// <summary>An old case, with a device under recall whose serial number another case has, too.</summary>
    private protected TestCase SurgicalCase { get; private set; } = null!;

    private protected Guid Placed { get; private set; }

    public virtual async ValueTask InitializeAsync()
    {
        await Old.InitializeAsync();
        Hospital = Old.NewHospital();
        SurgicalCase = await Hospital.CaseInOperationAsync();
        Placed = await SurgicalCase.PlacedAsync(Device("A1", "7"));
        await (await Hospital.CaseInOperationAsync("OR-2")).PlacedAsync(Device("B2", "7"));
        await Hospital.RecalledAsync(new { lots = new[] { "A1" } });
        await Old.SettledAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Next.Build();
        if (later is not null)
            await later.DisposeAsync();
        await Old.DisposeAsync();
        Next.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static JsonObject Device(string lot, string serial)
    {
        var device = Scanned(lot, serial);
        device["manufacturer"] = "Acme";
        return device;
    }

    private protected async Task StartNewAsync()
    {
        later = new PeriopHost(Databases) { Clock = Old.Clock, Register = Next.Version };
        await later.StartAsync(Old.ConnectionString);
        There = new TestHospital(later, Hospital.Id);
        // in Development every server runs every shard, and the board's has one name in both releases
        await later.Services.GetRequiredService<Marten.Events.Daemon.Coordination.IProjectionCoordinator>().DaemonForMainDatabase()
            .StopAgentAsync("Board:V2:All");
    }

    private protected async Task BuiltAsync()
    {
        Next.Build();
        await Eventually.BecomesAsync(() => LedgerAsync(There), a => EngineOf(a) == NewVersion, "the new version answers");
    }

    /// <summary>Some time after the switch, runs what <c>migrate</c> of the new release does about the register.</summary>
    private protected async Task<string> MigratedAsync()
    {
        await Old.SqlAsync($"update {RegisterSwitch.FullName} set since = since - interval '1 hour'");
        await using var database = NpgsqlDataSource.Create(Old.ConnectionString);
        return await new RegisterUpgrade(database, Next.Version).GoOnAsync(Cancellation);
    }

    /// <summary>A tick has been written with the last event, and for an instant up to now.</summary>
    private protected Task TickedAsync() => Eventually.BecomesAsync(
        () => Old.SqlAsync($"select max(position) >= {EventTables.LastPosition} and max(until) >= $1 from {Ticks.FullName}", Old.Now.UtcDateTime),
        ticked => ticked is true, "a tick has the last event");

    /// <summary>What the ledger says at once, settled or not.</summary>
    private protected static async Task<Answer> LedgerAsync(TestHospital at, string question = "?limit=500") =>
        (await at.Quality.GetAsync($"/api/implants{question}")).Is(200);

    private protected static int EngineOf(Answer answer) => answer.Json["engine"]!.GetValue<int>();

    private protected string? StatusOfPlaced(Answer ledger) => ledger.Items.Single(i => i.EntryId() == Placed).Text("status");
}
