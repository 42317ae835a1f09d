using Periop.Domain.Cases;

namespace Periop.Server.Import;

/// <summary>A time as a cell tells it.</summary>
/// <param name="Precision">Day, where only the day is told: <paramref name="At"/> is its end.</param>
readonly record struct TimeTold(DateTimeOffset At, TimePrecision? Precision)
{
    /// <summary>Whether it is told that something happened, and the time is only a guess at when.</summary>
    public bool IsGuess { get; init; }

    /// <summary>The end of a local day, behind all else of it.</summary>
    public static TimeTold DayOf(DateOnly day, TimeZoneInfo zone)
    {
        var end = day.ToDateTime(new TimeOnly(TimeSpan.TicksPerDay - TimeSpan.TicksPerMicrosecond));
        return new TimeTold(new DateTimeOffset(end, zone.GetUtcOffset(end)), TimePrecision.Day);
    }

    /// <summary>Whether an entry has this time, or had it before it was corrected.</summary>
    public bool IsOf(Entry entry) =>
        IsGuess || IsSame(entry.EffectiveAt, entry.Precision) || (entry.CorrectedTo is not null && IsSame(entry.Event.OccurredAt, entry.Event.Precision));

    /// <summary>Whether an entry from elsewhere is about the same: clocks and hands differ by a minute.</summary>
    public bool IsAbout(Entry entry) =>
        IsOf(entry) || (entry.Precision is null && Precision is null && (entry.EffectiveAt - At).Duration() <= TimeSpan.FromMinutes(1));

    public override string ToString() => Show(At, Precision);

    public static string Show(DateTimeOffset at, TimePrecision? precision) => precision is TimePrecision.Day
        ? at.ToString("yyyy-MM-dd")
        : at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz");

    /// <summary>Where either is a day, by the day alone.</summary>
    bool IsSame(DateTimeOffset at, TimePrecision? precision) =>
        precision is TimePrecision.Day ? at.Date == (Precision is TimePrecision.Day ? At : At.ToOffset(at.Offset)).Date
        : Precision is TimePrecision.Day ? at.ToOffset(At.Offset).Date == At.Date
        : at == At;
}
