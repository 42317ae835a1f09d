using System.Globalization;

namespace Periop.Server.Hospitals;

/// <summary>A local day of a hospital, as a question names it.</summary>
static class LocalDate
{
    public const string Rule = "must be a date such as 2026-03-02";

    public static bool TryRead(string? text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
