using System.Globalization;

namespace Periop.Server.Board;

/// <summary>Where the hours of a day stand on a room's rail: from seven in the morning for twelve hours. The script knows the same.</summary>
/// <param name="Begins">The hospital's seven o'clock.</param>
readonly record struct RailScale(DateTimeOffset Begins)
{
    const double Width = 432, Hours = 12;

    public static RailScale Of(DateOnly date, TimeZoneInfo zone)
    {
        var seven = date.ToDateTime(new TimeOnly(7, 0));
        return new RailScale(new DateTimeOffset(seven, zone.GetUtcOffset(seven)).ToUniversalTime());
    }

    /// <summary>The place of an instant, at an end of the rail when it is before or after.</summary>
    public double At(DateTimeOffset instant) =>
        Math.Floor((Math.Clamp((instant - Begins).TotalHours / Hours, 0, 1) * Width * 10) + .5) / 10;

    /// <summary>A bar as a path; empty when the rail shows nothing of it.</summary>
    public static string Bar(double from, double to, int top, int bottom) =>
        from < to ? string.Create(CultureInfo.InvariantCulture, $"M{from} {top}H{to}V{bottom}H{from}z") : "";

    public string Bar(DateTimeOffset? from, DateTimeOffset? to, int top, int bottom) =>
        from is { } begin && to is { } end ? Bar(At(begin), At(end), top, bottom) : "";

    /// <summary>The line of now, which is on the rail only while it is that part of the day.</summary>
    public string Line(DateTimeOffset now) =>
        At(now) is > 0 and < Width and var x ? string.Create(CultureInfo.InvariantCulture, $"M{x} -4V20") : "";

    /// <summary>A tick with a head.</summary>
    public string Tick(DateTimeOffset? instant) =>
        instant is { } at && At(at) is > 0 and < Width and var x
            ? string.Create(CultureInfo.InvariantCulture, $"M{x} -1v18M{Math.Round(x - 3.6, 1)} -3h7.2l-3.6 5z") : "";
}
