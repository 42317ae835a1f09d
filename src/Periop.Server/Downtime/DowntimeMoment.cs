using System.Globalization;
using Periop.Server.Hospitals;
using Periop.Server.Shell;

namespace Periop.Server.Downtime;

/// <summary>Of which minute a page is, as the hospital's clocks show it, and of which hospital.</summary>
public sealed record DowntimeMoment(string Hospital, string Time, string Day, string Zone, string Machine)
{
    internal static DowntimeMoment Of(Hospital hospital, DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, hospital.TimeZone);
        return new DowntimeMoment(
            hospital.Name, new TimeWords(hospital.TimeZone).Time(instant), local.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture),
            hospital.TimeZone.Id, TimeWords.Machine(instant));
    }
}
