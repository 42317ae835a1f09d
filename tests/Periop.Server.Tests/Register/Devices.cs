namespace Periop.Server.Tests.Register;

/// <summary>Devices as tests place them.</summary>
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
}

/// <summary>The recall list of a hospital.</summary>
sealed class Recalls(TestHospital hospital)
{
    const string Path = "/api/implants/recalls";

    public async Task<Guid> AnnounceAsync(object body) => (await hospital.Quality.PostAsync(Path, body)).Is(201).Json["recallId"]!.GetValue<Guid>();

    public async Task EndAsync(Guid recallId) => (await hospital.Quality.SendAsync(HttpMethod.Delete, $"{Path}/{recallId}", null)).Is(200);
}
