namespace Periop.Domain.Cases;

/// <summary>Times that are late, doubled or missing.</summary>
static class TimeFlags
{
    public static readonly FlagRule[] Rules =
    [
        new("recorded-late", Severity.Info, "Recorded late",
            "A milestone of the time in the room recorded more than 20 minutes after it happened.", RecordedLate)
        {
            MayChangeWith = FlagRule.ChangesTimes,
        },
        new("recorded-twice", Severity.Attention, "Recorded twice",
            "A milestone that a case has once, recorded twice. The first recorded answers until one is retracted.",
            RecordedTwice)
        {
            MayChangeWith = FlagRule.ChangesTimes,
        },
        new("possibly-doubled", Severity.Info, "Possibly doubled",
            "Two devices, doses, units or fluids that say the same but for id, time and the words of a note, within two minutes.", Doubled.Find)
        {
            MayChangeWith = Doubled.IsLookedAt,
        },
        new("milestone-missing", Severity.Info, "Milestone missing",
            "The patient was discharged, or died, and the closure of a wound, the end of anesthesia or the room exit is not recorded.", MilestoneMissing)
        {
            MayChangeWith = FlagRule.ChangesTimes,
        },
    ];

    static IEnumerable<Raised> RecordedLate(SurvivingEntries entries) =>
        from entry in entries
        where Lateness.IsLate(entry, entries)
        select new Raised($"{Milestone.Of(entry.Event)!.Name} was recorded {(entry.RecordedAt - entry.EffectiveAt).TotalMinutes:0} minutes later.", entry);

    /// <summary>Of room entries, those that tell of coming into the same room; another room is a transfer.</summary>
    static IEnumerable<Raised> RecordedTwice(SurvivingEntries entries)
    {
        var once = entries.Milestones.Where(same => same.Key.IsOnce);
        return from same in once.Concat<IEnumerable<Entry>>(entries.RoomArrivals.Select(a => a.Entries))
               where same.Skip(1).Any()
               let inOrder = same.OrderBy(e => e.Version).ToArray()
               from second in inOrder.Skip(1)
               select new Raised($"{Milestone.Of(second.Event)!.Name} is recorded twice.", inOrder[0], second);
    }

    static IEnumerable<Raised> MilestoneMissing(SurvivingEntries entries)
    {
        if ((entries.First<PatientDischarged>() ?? entries.First<PatientDied>()) is not { } end)
            yield break;
        if (entries.First<IncisionMade>() is not null && entries.First<WoundClosed>() is null)
            yield return new Raised("The closure of the wound is not recorded.", end);
        if (entries.First<AnesthesiaStarted>() is not null && entries.First<AnesthesiaEnded>() is null)
            yield return new Raised("The end of anesthesia is not recorded.", end);
        if (entries.First<PatientEnteredRoom>() is not null && entries.First<PatientLeftRoom>() is null)
            yield return new Raised("The patient leaving the room is not recorded.", end);
    }
}
