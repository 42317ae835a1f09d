using System.Globalization;

namespace Periop.Server.Hospitals;

/// <summary>The hours of a hospital's clocks when it is night; the end may be on the next morning.</summary>
public sealed record NightHours(TimeOnly From, TimeOnly To)
{
    public const string Rule = "hours such as 19:00-07:00";

    /// <summary>Reads hours; null when they are none.</summary>
    public static NightHours? Read(string text) =>
        text.Split('-') is [var from, var to] && TryRead(from, out var begin) && TryRead(to, out var end) ? new NightHours(begin, end) : null;

    public bool Includes(TimeOnly time) => time.IsBetween(From, To);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:HH:mm}-{To:HH:mm}");

    static bool TryRead(string text, out TimeOnly time) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
