using System.Globalization;

namespace Periop.Simulator.Planning;

/// <summary>
/// A hospital whose days follow from a seed: the same seed, dates and rooms give the same cases, entries and ids, to the last character.
/// </summary>
/// <remarks>Elective days are weekdays; weekends are skipped.</remarks>
public sealed class SimulatedHospital(int seed, TimeZoneInfo timeZone, IReadOnlyList<string> rooms, int casesPerRoom, string source = "live")
{
    static readonly TimeSpan LastStart = TimeSpan.FromHours(16);

    /// <summary>The cases of so many operating days, ordered by day, room and start.</summary>
    public IReadOnlyList<SimulatedCase> Plan(DateOnly from, int days) =>
        [.. OperatingDays(from).Take(days).SelectMany(date => Enumerable.Range(0, rooms.Count).SelectMany(room => Day(date, room)))];

    /// <summary>The first <paramref name="days"/> weekdays end before this instant.</summary>
    public DateTimeOffset EndOf(DateOnly from, int days) => LocalTime.At(OperatingDays(from).Take(days).Last().AddDays(1), TimeSpan.Zero, timeZone);

    static IEnumerable<DateOnly> OperatingDays(DateOnly from)
    {
        for (var date = from; ; date = date.AddDays(1))
            if (date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                yield return date;
    }

    IEnumerable<SimulatedCase> Day(DateOnly date, int room)
    {
        var dice = new Dice($"{seed}/{date:O}/{room}");
        var spineRoom = IsSpineRoom(room);
        var surgeon = Surgeon(date, room);
        var free = LocalTime.At(date, TimeSpan.FromHours(3), timeZone);
        var slot = 0;

        // Every sixth room worked through the night: at half past six the board already has patients in rooms
        if (room % 6 == 5)
        {
            var night = Case(Operation.AtNight, emergency: true, LocalTime.At(date, dice.Minutes(4.8 * 60, 5.4 * 60), timeZone));
            yield return night;
            free = night.RoomExit!.Value + dice.Minutes(25, 40);
        }

        var scheduled = LocalTime.At(date, TimeSpan.FromMinutes(7.5 * 60 + 15 * dice.Between(-1, 2)), timeZone);
        var lastStart = LocalTime.At(date, LastStart, timeZone);
        for (var number = 0; number < casesPerRoom && scheduled <= lastStart; number++)
        {
            var operation = Operation.ForSlot(spineRoom, number, dice);
            var minutes = operation.ScheduledMinutes(dice);
            var simulated = Case(operation, emergency: false, scheduled, minutes);
            yield return simulated;
            if (simulated.RoomExit is { } exit)
                free = exit + dice.Minutes(22, 40);
            scheduled += TimeSpan.FromMinutes(minutes + 30);
        }

        SimulatedCase Case(Operation operation, bool emergency, DateTimeOffset start, int? minutes = null)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"S{seed}-{date:yyyyMMdd}-{room + 1:00}-{++slot}");
            var setting = new CaseSetting(
                number, rooms[room], surgeon, operation, emergency, start, minutes ?? operation.ScheduledMinutes(dice), free, timeZone, source);
            return CaseStory.Tell(setting, new Dice(number));
        }
    }

    /// <summary>Surgeons take turns within their specialty, and nobody is in two rooms.</summary>
    string Surgeon(DateOnly date, int room)
    {
        var colleagues = Enumerable.Range(0, rooms.Count).Where(other => IsSpineRoom(other) == IsSpineRoom(room)).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"surgeon-{1 + colleagues[(colleagues.IndexOf(room) + date.DayNumber) % colleagues.Count]}");
    }

    static bool IsSpineRoom(int room) => room % 5 < 3;
}
