using Periop.Domain.Text;

namespace Periop.Domain.Cases;

/// <summary>The patient came into a room: the first time that is the room entry, every further time a transfer.</summary>
/// <param name="Room">The planned room where the entries name none; null when none is planned either.</param>
/// <param name="Entries">All that say so until the next room, in the order of their times: more than one was recorded twice.</param>
public sealed record RoomArrival(Label? Room, IReadOnlyList<Entry> Entries)
{
    /// <summary>The entry that answers: the first recorded, until one is retracted.</summary>
    public Entry Answering => Entries.MinBy(e => e.Version)!;

    /// <summary>Whether an event is of a kind that can change which there are.</summary>
    internal static bool MayChangeWith(CaseEvent happened) => happened is PatientEnteredRoom || Plan.MayChangeWith(happened);

    /// <summary>In the order in which the patient came. An entry that nobody can say the room of tells of no other room than the last.</summary>
    internal static IReadOnlyList<RoomArrival> AllOf(SurvivingEntries entries)
    {
        var planned = Plan.Of(entries).Room;
        var arrivals = new List<RoomArrival>();
        foreach (var entry in entries.All<PatientEnteredRoom>())
        {
            var room = ((PatientEnteredRoom)entry.Event).Room ?? planned;
            if (arrivals.LastOrDefault() is { } last && (room is null || last.Room is null || room == last.Room))
            {
                ((List<Entry>)last.Entries).Add(entry);
                arrivals[^1] = last with { Room = last.Room ?? room };
            }
            else
            {
                arrivals.Add(new RoomArrival(room, new List<Entry> { entry }));
            }
        }

        return arrivals;
    }
}
