using System.Globalization;

namespace Periop.Simulator.Planning.Past;

/// <summary>Who operated where and when: a room and a surgeon a day, one case after the other.</summary>
sealed class PastSchedule(int seed, TimeZoneInfo timeZone, IReadOnlyList<string> rooms, DateOnly lastDay)
{
    const int SpineRooms = 3, OtherRooms = 2;
    static readonly TimeSpan LastStart = TimeSpan.FromHours(14.5);

    /// <param name="days">The operating days, in their order.</param>
    public IEnumerable<PastSlot> Of(IEnumerable<DateOnly> days) => days.SelectMany(Day);

    IEnumerable<PastSlot> Day(DateOnly date)
    {
        var dice = new Dice($"{seed}/past/{date:O}");
        var isSpine = date.DayOfWeek is not DayOfWeek.Wednesday && !(date.DayOfWeek is DayOfWeek.Friday && date.DayNumber / 7 % 2 == 0);
        var surgeon = Draw(date, isSpine ? "spine" : "orthopedics", dice);
        var room = isSpine ? dice.Between(0, SpineRooms - 1) : SpineRooms + dice.Between(0, OtherRooms - 1);
        var scheduled = LocalTime.At(date, TimeSpan.FromMinutes(7.5 * 60 + 15 * dice.Between(0, 2)), timeZone);
        var free = LocalTime.At(date, TimeSpan.FromHours(6), timeZone);
        for (var number = 0; number < 3 && scheduled <= LocalTime.At(date, LastStart, timeZone); number++)
        {
            var operation = Operation.ForSlot(isSpine, number, dice);
            var minutes = operation.ScheduledMinutes(dice) + 15;
            var caseNumber = string.Create(CultureInfo.InvariantCulture, $"{date:yyMMdd}-{room + 1}{number + 1}");
            var setting = new CaseSetting(
                caseNumber, rooms[room % rooms.Count], surgeon.Reference, operation, Emergency: false, scheduled, minutes, free, timeZone, "downtime");
            var slot = new PastSlot(setting, surgeon, Times(setting, new Dice($"{seed}/times/{caseNumber}")));
            yield return slot;
            if (slot.Times is { } times)
                free = times.RoomExit + dice.Minutes(24, 48);
            scheduled += TimeSpan.FromMinutes(minutes + 30);
        }
    }

    Surgeon Draw(DateOnly date, string service, Dice dice) =>
        dice.Weighted<Surgeon>([.. Surgeon.All
            .Where(surgeon => surgeon.Service == service && !(lastDay.DayNumber - date.DayNumber > surgeon.BeganDaysBefore))
            .Select(surgeon => (surgeon.Share, surgeon))]);

    static PastTimes? Times(CaseSetting setting, Dice dice)
    {
        if (dice.Chance(BaseRates.Cancelled))
            return null;
        var late = dice.Weighted((.55, dice.Minutes(-8, 5)), (.3, dice.Minutes(5, 20)), (.15, dice.Minutes(20, 70)));
        var entry = (setting.ScheduledStart > setting.NotBefore ? setting.ScheduledStart : setting.NotBefore) + late;
        if (entry < setting.NotBefore)
            entry = setting.NotBefore;
        var start = entry + dice.Minutes(-8, 4);
        var anesthetized = entry + dice.Minutes(16, 32);
        if (dice.Chance(BaseRates.AbortedInTheRoom))
        {
            var exit = anesthetized + dice.Minutes(25, 50);
            return new(entry, start, anesthetized, null, null, exit, exit);
        }
        var incision = anesthetized + dice.Minutes(18, 40);
        var closure = incision + dice.Minutes(setting.Operation.ShortestMinutes, setting.Operation.LongestMinutes);
        var left = closure + dice.Minutes(14, 30);
        return new(entry, start, anesthetized, incision, closure, left + dice.Minutes(-3, 10), left);
    }
}
