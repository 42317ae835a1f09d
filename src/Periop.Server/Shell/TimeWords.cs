using System.Globalization;

namespace Periop.Server.Shell;

/// <summary>Times as a page says them: in the hospital's zone, 24 hours, the year always, seconds where an instant is promised.</summary>
sealed record TimeWords(TimeZoneInfo Zone)
{
    /// <summary>2 Mar 2026.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>1 Mar 2025 to 1 Mar 2026: the later day is not included, as in every question.</summary>
    public static string Days(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } first, { } end) => $"{Day(first)} to {Day(end)}",
        ({ } first, null) => $"from {Day(first)} on",
        (null, { } end) => $"before {Day(end)}",
        _ => "at any time",
    };

    public string Day(DateTimeOffset instant) => Written(instant, "d MMM yyyy");

    /// <summary>2 Mar 2026, 06:41.</summary>
    public string Minute(DateTimeOffset instant) => Written(instant, "d MMM yyyy, HH:mm");

    /// <summary>2 Mar 2026, 06:41:07.</summary>
    public string Second(DateTimeOffset instant) => Written(instant, "d MMM yyyy, HH:mm:ss");

    /// <summary>06:41.</summary>
    public string Time(DateTimeOffset instant) => Written(instant, "HH:mm");

    /// <summary>As a field for a day has it.</summary>
    public string FieldDay(DateTimeOffset instant) => Written(instant, "yyyy-MM-dd");

    /// <summary>As <c>datetime</c> has it, for programs that read a page.</summary>
    public static string Machine(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    string Written(DateTimeOffset instant, string form) => TimeZoneInfo.ConvertTime(instant, Zone).ToString(form, CultureInfo.InvariantCulture);
}
