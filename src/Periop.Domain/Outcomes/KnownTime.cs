using Periop.Domain.Cases;

namespace Periop.Domain.Outcomes;

/// <summary>When something happened, as far as it is known.</summary>
/// <param name="At">Known to the day, the end of that day.</param>
/// <param name="ToTheDay">There is a date and no instant.</param>
public readonly record struct KnownTime(DateTimeOffset At, bool ToTheDay = false)
{
    public static KnownTime Of(Entry entry) => new(entry.EffectiveAt.ToUniversalTime(), entry.IsKnownToTheDay);
}

/// <summary>Something that happened to a patient, and the entry that tells of it.</summary>
public sealed record KnownEvent(KnownTime When, Guid EntryId)
{
    public static KnownEvent? Of(Entry? entry) => entry is null ? null : new KnownEvent(KnownTime.Of(entry), entry.Id);
}
