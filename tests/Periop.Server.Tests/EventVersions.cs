using System.Text.Json.Nodes;
using JasperFx;
using JasperFx.Events.Daemon;
using Marten;
using Marten.Exceptions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Periop.Domain.Cases;
using Periop.Domain.Implants.Recalls;
using Periop.Domain.Procedures;
using Periop.Domain.Record;
using Periop.Server.Hospitals;
using Periop.Server.Hosting;
using Periop.Server.Register;
using Periop.Server.Store;
using Weasel.Core;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>An event whose shape has changed: read in both, written in the new one when a setting allows it.</summary>
public sealed class EventVersions(PeriopHost host) : IClassFixture<PeriopHost>
{
    const string V2 = "hardware_removed_v2";

    readonly TestHospital hospital = host.NewHospital();

    [Fact]
    public async Task Unless_a_setting_allows_it_the_new_version_is_not_written()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var removal = await RemovedAsync(surgicalCase, "old-1");
        Assert.Equal("hardware_removed", await StoredAsync(removal, "type"));
        Assert.Equal(["targetEntryId", "entryId", "occurredAt", "source", "content"],
            JsonNode.Parse((string)(await StoredAsync(removal, "data::text"))!)!.AsObject().Select(m => m.Key).OrderBy(k => Array.IndexOf(Order, k)));
    }

    static readonly string[] Order = ["targetEntryId", "entryId", "occurredAt", "source", "content"];

    [Fact]
    public async Task Old_and_new_stand_in_one_stream_are_read_projected_and_rebuilt()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var old = await RemovedAsync(surgicalCase, "old-2");
        await WritingAsync(V2);
        try
        {
            var today = await RemovedAsync(surgicalCase, "new-2");
            Assert.Equal(("hardware_removed", V2), (await StoredAsync(old, "type"), await StoredAsync(today, "type")));
            Assert.Equal(2, (await surgicalCase.TimelineAsync()).Json["entries"]!.AsArray().Count(e => e!["type"]!.GetValue<string>() == "hardware_removed"));
            foreach (var serial in new[] { "old-2", "new-2" })
                await Eventually.BecomesAsync(() => hospital.Quality.GetAsync($"/api/implants?serial={serial}"),
                    a => a is { Status: 200 } && a.Items is [{ } only] && only["status"]!.GetValue<string>() == "removed", "the register has both");
            await host.CaughtUpAsync();
            var live = await host.HashesAsync();
            await RebuildAsync();
            Assert.Equal(live, await host.HashesAsync());
        }
        finally
        {
            await WritingAsync();
        }
    }

    [Fact]
    public async Task A_node_that_does_not_know_the_new_version_stops_instead_of_misreading_it()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        await WritingAsync(V2);
        await RemovedAsync(surgicalCase, "new-3");
        await WritingAsync();
        await using var before = DocumentStore.For(options =>
        {
            options.Connection(host.ConnectionString);
            options.AutoCreateSchemaObjects = AutoCreate.None;
            options.Events.DatabaseSchemaName = "periop_events";
            options.Events.TenancyStyle = JasperFx.MultiTenancy.TenancyStyle.Conjoined;
            options.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase, Periop.Server.Json.PeriopJson.ConfigureStored);
            foreach (var type in Periop.Domain.Record.StoredEvents.Types.Where(t => t != typeof(HardwareRemoved)))
                options.Events.MapEventType(type, Periop.Domain.Record.StoredEvents.NameOf(type));
            options.Events.MapEventType<HardwareRemoved>("hardware_removed");
        });
        await using var session = before.QuerySession(hospital.Id);
        await Assert.ThrowsAsync<UnknownEventTypeException>(
            () => session.Events.FetchStreamAsync(surgicalCase.Id, token: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_old_event_that_was_masked_keeps_its_name_and_is_read_again()
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        var removal = await RemovedAsync(surgicalCase, "old-4", note: "screw of Mr. N.");
        (await hospital.As("admin").PostAsync($"{surgicalCase.Path}/entries/{removal}/masking", new { reason = "names the patient" })).Is(200);
        Assert.Equal("hardware_removed", await StoredAsync(removal, "type"));
        Assert.DoesNotContain("Mr. N.", (string)(await StoredAsync(removal, "data::text"))!, StringComparison.Ordinal);
        await host.RestartAsync();
        Assert.Equal("(masked)", (await surgicalCase.EntryAsync(removal))["note"]!.GetValue<string>());
        Assert.Equal("removed", (await surgicalCase.ReadAsync()).Json["implants"]![0]!["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_old_version_is_stored_and_read_as_its_golden_file_says()
    {
        var serializer = host.Services.GetRequiredService<IDocumentStore>().Options.Serializer();
        var removed = ExampleEvents.All.OfType<HardwareRemoved>().Single() with { TargetCaseId = null, Quantity = null, Device = null };
        var golden = await File.ReadAllTextAsync(Golden.FileOf(HardwareRemovedV1.Name), TestContext.Current.CancellationToken);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(golden), JsonNode.Parse(serializer.ToJson(HardwareRemovedV1.Of(removed)!))));
        using var stored = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(golden));
        Assert.Equal(removed, serializer.FromJson<HardwareRemovedV1>(stored).Today());
    }

    [Fact]
    public void Every_member_goes_from_one_version_to_the_other_and_back()
    {
        var removed = ExampleEvents.All.OfType<HardwareRemoved>().Single() with { TargetCaseId = null, Quantity = null, Device = null };
        Assert.Equal(removed, HardwareRemovedV1.Of(removed)!.Today());
    }

    [Fact]
    public void What_the_old_version_cannot_say_is_not_written_in_it()
    {
        var unset = new WrittenVersions([]);
        foreach (var example in new StoredEvent[]
            { ExampleEvents.All.OfType<HardwareRemoved>().Single(), ExampleEvents.All.OfType<RecallAnnounced>().Single() })
            Assert.Same(example, unset.AsWritten(example));
    }

    [Fact]
    public async Task An_old_recall_is_stored_and_read_as_its_golden_file_says()
    {
        var serializer = host.Services.GetRequiredService<IDocumentStore>().Options.Serializer();
        var golden = await File.ReadAllTextAsync(Golden.FileOf(RecallAnnouncedV1.Name), TestContext.Current.CancellationToken);
        using var stored = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(golden));
        var read = serializer.FromJson<RecallAnnouncedV1>(stored).Today();
        Assert.Equal(("A213B1", "0017", "FSCA-2026-014", null), (read.Lots.Single().Value, read.Serials.Single().Value, read.Notice?.Value, read.Reference));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(golden), JsonNode.Parse(serializer.ToJson(RecallAnnouncedV1.Of(read)!))));
    }

    [Fact]
    public void A_version_that_there_is_none_of_is_named() => Assert.Equal(["incision_made_v7"], new WrittenVersions([V2, "incision_made_v7"]).Unknown);

    static async Task<Guid> RemovedAsync(TestCase surgicalCase, string serial, string? note = null)
    {
        var device = await surgicalCase.RecordedAsync("hardware", Devices.Scanned(serial: serial));
        var removal = await surgicalCase.RecordedAsync(
            "hardware-removals", note is null ? new { targetEntryId = device.EntryId } : new { targetEntryId = device.EntryId, note });
        return removal.EntryId;
    }

    Task<object?> StoredAsync(Guid entryId, string what) =>
        host.SqlAsync($"select {what} from periop_events.mt_events where data->>'entryId' = $1", $"{entryId}");

    async Task WritingAsync(params string[] versions)
    {
        await host.StopAsync();
        await host.StartAsync(host.ConnectionString, web =>
        {
            foreach (var (index, version) in versions.Index())
                web.UseSetting($"Events:Write:{index}", version);
        });
    }

    async Task RebuildAsync()
    {
        var options = StoreComposition.Options(host.Clock, host.Services.GetRequiredService<HospitalDirectory>(), ProcedureFamilies.Shipped.Rules,
            RegisterVersion.Shipped, host.Services.GetRequiredService<IHostEnvironment>(), new KeptCases(0));
        await host.StopAsync();
        options.Connection(host.ConnectionString);
        options.Projections.AsyncMode = DaemonMode.Solo;
        await using var store = new DocumentStore(options);
        using var daemon = await store.BuildProjectionDaemonAsync(logger: NullLogger.Instance);
        foreach (var projection in new[] { "Register", "Board" })
            await daemon.RebuildProjectionAsync(projection, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await host.StartAsync(host.ConnectionString);
    }
}
