namespace Periop.Domain.Text;

/// <summary>The days of a place.</summary>
/// <param name="Zone">Its time zone.</param>
public readonly record struct LocalDays(TimeZoneInfo Zone)
{
    /// <summary>The local date of an instant.</summary>
    public DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>When a local date begins, in UTC; where the clocks are put forward over midnight, as soon as there is a time.</summary>
    public DateTimeOffset BeginOf(DateOnly date)
    {
        var begin = date.ToDateTime(TimeOnly.MinValue);
        while (Zone.IsInvalidTime(begin))
            begin = begin.AddMinutes(15);
        return Zone.InstantOf(begin).ToUniversalTime();
    }
}
