namespace Periop.Domain.Text;

/// <summary>Instants as the store keeps them.</summary>
public static class Instants
{
    /// <summary>The same instant, cut to the microsecond.</summary>
    public static DateTimeOffset ToMicroseconds(this DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMicrosecond));
}
