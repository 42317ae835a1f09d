using System.Globalization;
using Periop.Server.Shell;

namespace Periop.Server.Board;

/// <summary>Times as the hospital's clocks show them, on its board of one day.</summary>
readonly record struct BoardTimes(TimeZoneInfo Zone, DateOnly Date)
{
    public string Of(DateTimeOffset? instant) => instant is { } at ? new TimeWords(Zone).Time(at) : "";

    /// <summary>With the day, where it is another.</summary>
    public string WithDay(DateTimeOffset? instant) => instant is { } at && DateOnly.FromDateTime(Local(at)) != Date
        ? Local(at).ToString("ddd HH:mm", CultureInfo.InvariantCulture) : Of(instant);

    DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;
}
