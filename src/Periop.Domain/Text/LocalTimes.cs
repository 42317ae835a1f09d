namespace Periop.Domain.Text;

/// <summary>Instants of local times.</summary>
public static class LocalTimes
{
    /// <summary>
    /// When the clocks of a zone show a time. Where its offset leads beyond the first or the last instant there is, that one: whoever judges
    /// instants refuses it like any other that lies too far off.
    /// </summary>
    public static DateTimeOffset InstantOf(this TimeZoneInfo zone, DateTime local)
    {
        var offset = zone.GetUtcOffset(local);
        var ticks = local.Ticks - offset.Ticks;
        return ticks < DateTimeOffset.MinValue.Ticks ? DateTimeOffset.MinValue
            : ticks > DateTimeOffset.MaxValue.Ticks ? DateTimeOffset.MaxValue
            : new DateTimeOffset(local, offset);
    }
}
