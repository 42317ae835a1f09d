namespace Periop.Domain.Cases;

/// <summary>The patient's last stay in an operating room.</summary>
/// <param name="EnteredAt">When the patient came into that room; null when it is not recorded.</param>
/// <param name="LastSeenEntering">When a room entry last said so: a second one for the same room, without an exit between, begins no other stay.</param>
/// <param name="LeftAt">When the patient left it; null while it is not recorded.</param>
/// <param name="CameFrom">The operating room from which the patient was brought into it; null when it was none.</param>
public sealed record RoomStay(DateTimeOffset? EnteredAt, DateTimeOffset? LastSeenEntering, DateTimeOffset? LeftAt, string? CameFrom = null)
{
    public static RoomStay Of(SurvivingEntries entries)
    {
        var planned = Plan.Of(entries).Room;
        var (stay, room) = (new RoomStay(null, null, null), planned);
        foreach (var entry in entries)
            if (entry.Event is PatientEnteredRoom entered)
            {
                var here = entered.Room ?? planned;
                stay = stay.EnteredAt is null || stay.LeftAt is not null ? new RoomStay(entry.EffectiveAt, entry.EffectiveAt, null)
                    : here != room ? new RoomStay(entry.EffectiveAt, entry.EffectiveAt, null, room?.Value)
                    : stay with { LastSeenEntering = entry.EffectiveAt };
                room = here;
            }
            else if (entry.Event is PatientLeftRoom)
                stay = stay with { LeftAt = entry.EffectiveAt };

        return stay;
    }
}
