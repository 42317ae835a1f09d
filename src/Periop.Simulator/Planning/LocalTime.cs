using System.Globalization;

namespace Periop.Simulator.Planning;

static class LocalTime
{
    /// <summary>The instant of a time of day. An hour that the clocks skip is read as the hour after.</summary>
    public static DateTimeOffset At(DateOnly date, TimeSpan timeOfDay, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(TimeOnly.MinValue) + timeOfDay;
        if (zone.IsInvalidTime(local))
            local += TimeSpan.FromHours(1);
        return new(local, zone.GetUtcOffset(local));
    }

    /// <summary>As it is sent: to the second, with the offset of the place.</summary>
    public static string Text(DateTimeOffset instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
