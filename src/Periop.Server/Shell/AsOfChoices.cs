using System.Globalization;
using Periop.Domain.Text;
using Periop.Server.Hospitals;

namespace Periop.Server.Shell;

/// <summary>An instant that is often asked for.</summary>
/// <param name="Said">The last moment before it: 28 Feb 2026, 24:00.</param>
sealed record AsOfChoice(string Name, string Said, DateTimeOffset At);

/// <summary>Instants to ask as of: ends of months, as reports have them, and any minute of the hospital's clock.</summary>
static class AsOfChoices
{
    const int Months = 2;

    /// <summary>The last ends of months before now, and before the instant that is looked at, where that is another.</summary>
    public static IEnumerable<AsOfChoice> EndsOfMonths(DateTimeOffset asOf, DateTimeOffset now, Hospital hospital) =>
        Before(now, hospital).Concat(Before(asOf, hospital)).DistinctBy(end => end.At).OrderByDescending(end => end.At);

    /// <summary>The address of a page as of a minute of a day. What cannot be read is asked as it is: the page says so.</summary>
    public static PageAddress Ask(PageAddress page, string? day, string? time, Hospital hospital) => page.With(
        "asOf",
        LocalDate.TryRead(day, out var date) && TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var minute)
            ? Http.AsOf.Written(hospital.TimeZone.InstantOf(date.ToDateTime(minute))) : $"{day}T{time}");

    static IEnumerable<AsOfChoice> Before(DateTimeOffset instant, Hospital hospital)
    {
        var today = hospital.DateOf(instant);
        for (var (month, n) = (new DateOnly(today.Year, today.Month, 1), 0); n < Months; month = month.AddMonths(-1), n++)
            yield return new AsOfChoice(
                $"End of {month.AddDays(-1).ToString("MMMM yyyy", CultureInfo.InvariantCulture)}", $"{TimeWords.Day(month.AddDays(-1))}, 24:00",
                hospital.BeginOf(month));
    }
}
