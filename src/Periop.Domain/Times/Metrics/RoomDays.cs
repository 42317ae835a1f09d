using Periop.Domain.Text;

namespace Periop.Domain.Times.Metrics;

/// <summary>Who was in which room on which day: what turnover and utilisation are made of.</summary>
static class RoomDays
{
    /// <summary>The stays of each room and local day, in the order in which the patients came; a stay belongs to the day on which it began.</summary>
    /// <param name="notMeasured">Takes the cases that were in no room, or nobody knows which.</param>
    public static IEnumerable<(Label Room, DateOnly Day, (CaseTimes Case, RoomTime Stay)[] Stays)> Of(
        IReadOnlyList<CaseTimes> cases, LocalDays days, ICollection<NotMeasured> notMeasured)
    {
        var stays = new List<(CaseTimes Case, RoomTime Stay)>();
        foreach (var times in cases)
            if (WhyNot(times) is { } why)
                notMeasured.Add(new NotMeasured(times.CaseId, times.Day(days), why));
            else
                stays.AddRange(times.Stays.Select(stay => (times, stay)));
        return from stay in stays
               group stay by (Room: stay.Stay.Room!.Value, Day: days.DateOf(stay.Stay.Entered.At)) into day
               select (day.Key.Room, day.Key.Day, day.OrderBy(s => s.Stay.Entered.At).ThenBy(s => s.Stay.Entered.EntryId).ToArray());
    }

    static string? WhyNot(CaseTimes times) =>
        times.WhyNever is { } never ? never
        : times.Stays.Count == 0 ? "room-entry is not recorded"
        : times.Stays.Any(s => s.Room is null) ? "the room is not known"
        : null;
}
