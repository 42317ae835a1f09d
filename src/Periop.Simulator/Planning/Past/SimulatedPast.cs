using UUIDNext;

namespace Periop.Simulator.Planning.Past;

/// <summary>
/// What lies behind a hospital's day: the cases of more than two years, with what became of the patients. The same seed, day and rooms give the
/// same past, to the last character.
/// </summary>
/// <param name="day">Its past ends with the day before.</param>
/// <remarks>
/// Rates are planned as numbers of cases, so that a small group has what is planned for it and not what the dice say. Everything is recorded when it is
/// told, on the day itself: as of an earlier instant nothing of it was known.
/// </remarks>
public sealed class SimulatedPast(int seed, TimeZoneInfo timeZone, IReadOnlyList<string> rooms, DateOnly day)
{
    static readonly Guid Namespace = new("6f6a2f0e-0a39-5d0c-9d3c-1f6c6f7a5a02");

    /// <summary>How far it goes back.</summary>
    public int Months { get; init; } = 29;

    /// <summary>Since when the whole programme is recorded: before, it is two days a week.</summary>
    public int MonthsInFull { get; init; } = 12;

    /// <summary>The days of the whole programme.</summary>
    public IReadOnlySet<DayOfWeek> Days { get; init; } =
        new HashSet<DayOfWeek> { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday };

    public PastPlan Plan()
    {
        var now = LocalTime.At(day, TimeSpan.FromHours(6), timeZone);
        var slots = WithRecalls(WithInfections([.. new PastSchedule(seed, timeZone, rooms, day).Of(OperatingDays())]));
        List<PastCase> cases = [.. slots.Select(slot => PastStory.Tell(slot, new Dice($"{seed}/{slot.CaseNumber}"), now))];
        return new(
            WithClosures(cases, slots), [.. RecalledLot.All.Select(Recall)], PlannedSecondSource.Of(cases, new Dice($"{seed}/second-source")),
            new QualityDay(cases, timeZone, day, Namespace, new Dice($"{seed}/today/{day:O}")).Tell());
    }

    IEnumerable<DateOnly> OperatingDays()
    {
        for (var date = day.AddMonths(-Months); date < day; date = date.AddDays(1))
            if (Days.Contains(date.DayOfWeek) && (date >= day.AddMonths(-MonthsInFull) || date.DayOfWeek is DayOfWeek.Tuesday or DayOfWeek.Thursday))
                yield return date;
    }

    List<PastSlot> WithInfections(List<PastSlot> slots)
    {
        var infected = slots.Where(slot => slot.IsOperated && slot.Setting.ScheduledStart < LocalTime.At(day.AddDays(-30), TimeSpan.Zero, timeZone))
            .GroupBy(slot => slot.Surgeon).SelectMany(ofSurgeon =>
            {
                var some = InOrderOfChance(ofSurgeon.Where(slot => ofSurgeon.Key.Reference != Surgeon.Outside || IsOneAfterTheOther(slot)), "infected");
                return some.Take((int)Math.Round(ofSurgeon.Key.InfectionRate * ofSurgeon.Count()));
            }).Select(slot => slot.CaseNumber).ToHashSet();
        return slots.ConvertAll(slot => slot with { IsInfected = infected.Contains(slot.CaseNumber) });

        bool IsOneAfterTheOther(PastSlot slot) => DaysAgo(slot) is > 95 and < 330;
    }

    List<PastSlot> WithRecalls(List<PastSlot> slots)
    {
        var placed = new Dictionary<string, RecalledLot>();
        foreach (var lot in RecalledLot.All)
            foreach (var slot in InOrderOfChance(slots.Where(slot => slot is { IsOperated: true, Setting.Operation: { Implants: true, Service: "spine" } }
                && DaysAgo(slot) is > 60 and < 300 && !placed.ContainsKey(slot.CaseNumber)), lot.Lot).Take(lot.Cases))
                placed[slot.CaseNumber] = lot;
        return slots.ConvertAll(slot => slot with { Recalled = placed.GetValueOrDefault(slot.CaseNumber) });
    }

    IReadOnlyList<PastCase> WithClosures(List<PastCase> cases, List<PastSlot> slots)
    {
        var told = new Dictionary<string, PastCase>();
        foreach (var ofLot in slots.Zip(cases).Where(both => both.First.Recalled is not null).GroupBy(both => both.First.Recalled!))
            foreach (var (index, (slot, one)) in ofLot.Index())
            {
                var dice = new Dice($"{seed}/closure/{slot.CaseNumber}");
                told[slot.CaseNumber] = one with
                {
                    RecallNotice = ofLot.Key.Notice,
                    ClosureId = Uuid.NewNameBased(Namespace, $"{ofLot.Key.Notice}/{slot.CaseNumber}"),
                    Closure = index >= ofLot.Key.Closed ? null : dice.Weighted(
                        (.6, ("informed", "Spoken to by telephone, appointment made")), (.3, ("examined", "Film without loosening, next one in a year")),
                        (.1, ("revised", "Loosened; exchanged"))),
                };
            }
        return cases.ConvertAll(one => told.GetValueOrDefault(one.CaseNumber, one));
    }

    static PastRecall Recall(RecalledLot lot) => new(Uuid.NewNameBased(Namespace, lot.Notice), lot.Notice, lot.Gtin, [lot.Lot], lot.Reason);

    int DaysAgo(PastSlot slot) => day.DayNumber - DateOnly.FromDateTime(slot.Setting.ScheduledStart.Date).DayNumber;

    IEnumerable<PastSlot> InOrderOfChance(IEnumerable<PastSlot> slots, string what) =>
        slots.OrderBy(slot => new Dice($"{seed}/{what}/{slot.CaseNumber}").Between(0, int.MaxValue - 1))
            .ThenBy(slot => slot.CaseNumber, StringComparer.Ordinal);
}
