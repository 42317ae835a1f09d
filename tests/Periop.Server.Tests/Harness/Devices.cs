using System.Text.Json.Nodes;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Server.Tests;

/// <summary>Devices and recalls in few words, and the ledger once it has everything that was recorded.</summary>
static class Devices
{
    public const string Gtin = "51022222233336", OtherGtin = "04006381333931";

    /// <summary>Whether a tick that the register has reached has the last event of the store.</summary>
    static readonly string Settled = $"""
        select coalesce((select max(position) from {Ticks.FullName} where position <= (
            select last_seq_id from {EventTables.Schema}.mt_event_progression where name = '{RegisterVersion.Shipped.Shard}')), 0)
            >= (select max(seq_id) from {EventTables.Schema}.mt_events)
        """;

    public static string Scan(string? lot = null, string? serial = null, string gtin = Gtin) =>
        $"(01){gtin}{(lot is null ? "" : $"(10){lot}")}{(serial is null ? "" : $"(21){serial}")}";

    public static JsonObject Scanned(string? lot = null, string? serial = null, string gtin = Gtin) =>
        new() { ["kind"] = "rod", ["udi"] = Scan(lot, serial, gtin) };

    public static JsonObject Typed(string? lot = null, string? serial = null, string? reference = null, string? udi = null)
    {
        var device = new JsonObject { ["kind"] = "rod" };
        foreach (var (member, value) in new[] { ("lot", lot), ("serial", serial), ("reference", reference), ("udi", udi) })
            if (value is not null)
                device[member] = value;
        return device;
    }

    public static async Task<Guid> PlacedAsync(this TestCase surgicalCase, JsonObject device) => (await surgicalCase.RecordedAsync("hardware", device)).EntryId;

    /// <summary>A device in a case of its own.</summary>
    public static async Task<(TestCase Case, Guid Device)> PlacedAsync(this TestHospital hospital, JsonObject device)
    {
        var surgicalCase = await hospital.CaseInOperationAsync();
        return (surgicalCase, await surgicalCase.PlacedAsync(device));
    }

    public static Task<Answer> RemovedAsync(this TestCase surgicalCase, Guid device) =>
        surgicalCase.RecordedAsync("hardware-removals", new { targetEntryId = device });

    public static Task<Answer> RetractedAsync(this TestCase surgicalCase, Guid entry) =>
        surgicalCase.RecordedAsync("retractions", new { targetEntryId = entry, reason = "recorded in the wrong case" });

    public static async Task<Answer> RecalledAsync(this TestHospital hospital, object devices) =>
        (await hospital.Quality.PostAsync("/api/implants/recalls", devices)).Is(201);

    public static async Task<Answer> EndedAsync(this TestHospital hospital, Answer recall) =>
        (await hospital.Quality.SendAsync(HttpMethod.Delete, recall.Header("Location")!, null)).Is(200);

    /// <summary>The register has everything that was recorded so far.</summary>
    public static Task SettledAsync(this PeriopHost host) =>
        Eventually.BecomesAsync(async () => await host.SqlAsync(Settled) is true, settled => settled, "the register is settled");

    public static async Task<Answer> LedgerAsync(this TestHospital hospital, string question = "", params (string Name, string Value)[] headers)
    {
        await hospital.Host.SettledAsync();
        return await hospital.Quality.GetAsync($"/api/implants{question}", headers);
    }

    public static string Ask(string? gtin = null, string? lot = null, string? serial = null, string? reference = null, string? manufacturer = null)
    {
        (string Name, string? Value)[] parts = [("gtin", gtin), ("lot", lot), ("serial", serial), ("reference", reference), ("manufacturer", manufacturer)];
        return "?" + string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
    }

    public static string Text(this JsonNode? node, string member) => node![member]!.ToString();

    public static Guid EntryId(this JsonNode? item) => item!["entryId"]!.GetValue<Guid>();
}
