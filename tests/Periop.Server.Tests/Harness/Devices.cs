using System.Text.Json.Nodes;

namespace Periop.Server.Tests;

/// <summary>Devices as tests place them, and where they are found again.</summary>
static class Devices
{
    public const string Gtin = "51022222233336";

    /// <summary>A scanned pedicle screw.</summary>
    public static object Screw(string? lot = null, string? serial = null) => new
    {
        kind = "pedicle-screw",
        level = "L2",
        udi = $"(01){Gtin}(17)280707" + (lot is null ? "" : $"(10){lot}") + (serial is null ? "" : $"(21){serial}"),
    };

    /// <summary>A case in operation with one device placed.</summary>
    public static async Task<(TestCase Case, Guid EntryId)> CaseWithAsync(this TestHospital hospital, object device, string room = "OR-1")
    {
        var surgicalCase = await hospital.CaseInOperationAsync(room);
        return (surgicalCase, (await surgicalCase.RecordedAsync("hardware", device)).EntryId);
    }

    /// <summary>The ledger, as soon as it has come so far.</summary>
    public static Task<Answer> LedgerAsync(this TestHospital hospital, string question, Func<JsonArray, bool> right) =>
        Eventually.BecomesAsync(async () => (await hospital.Quality.GetAsync($"/api/implants{question}")).Is(200), a => right(a.Items), $"the ledger{question} is right");

    /// <summary>The ledger with so many devices, as soon as it has them.</summary>
    public static Task<Answer> LedgerAsync(this TestHospital hospital, string question, int count) => hospital.LedgerAsync(question, items => items.Count == count);

    public static string Text(this JsonNode? item, string member) => item![member]!.GetValue<string>();
}

/// <summary>The recall list of a hospital.</summary>
sealed class Recalls(TestHospital hospital)
{
    public const string Path = "/api/implants/recalls";

    public async Task<Guid> AnnounceAsync(object body) => (await PostAsync(body)).Is(201).Json["recallId"]!.GetValue<Guid>();

    public Task<Answer> PostAsync(object body, params (string Name, string Value)[] headers) => hospital.Quality.PostAsync(Path, body, headers);

    public async Task<Answer> EndAsync(Guid recallId) => (await hospital.Quality.SendAsync(HttpMethod.Delete, $"{Path}/{recallId}", null)).Is(200);

    public async Task<Answer> ListAsync(string question = "") => (await hospital.Quality.GetAsync(Path + question)).Is(200);
}
