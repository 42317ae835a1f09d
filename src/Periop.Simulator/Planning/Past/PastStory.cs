namespace Periop.Simulator.Planning.Past;

/// <summary>Tells a case of the past chapter by chapter.</summary>
static class PastStory
{
    /// <param name="now">The instant at which all of it is told.</param>
    public static PastCase Tell(PastSlot slot, Dice dice, DateTimeOffset now)
    {
        var past = new PastScript(slot, dice, now);
        if (slot.IsOperated)
        {
            Ends(past, now);
            var corrected = PastRow.Corrected(past);
            var spine = PastOperation.Tell(past);
            PastComplications.Tell(past, spine);
            PastFollowUp.Tell(past);
            PastCoding.Tell(past);
            return Case(past, corrected);
        }
        return Case(past, []);
    }

    static void Ends(PastScript past, DateTimeOffset now)
    {
        var (dice, exit) = (past.Dice, past.Slot.Times!.RoomExit);
        var stay = dice.Between(past.Slot.Setting.Operation.ShortestStay, past.Slot.Setting.Operation.LongestStay);
        var home = past.Script.DayAfter(exit, stay, 9, 16);
        if (dice.Chance(.009) && exit + dice.Days(1, 85) is var death && death < now)
            past.Death = new(death.Ticks - death.Ticks % TimeSpan.TicksPerSecond, death.Offset);
        if (past.Happened(home))
            past.Discharge = home;
    }

    static PastCase Case(PastScript past, Dictionary<string, string> corrected)
    {
        var row = PastRow.Of(past);
        if (past.Letter is { } letter)
            row["lastSeenAlive"] = past.Script.Text(letter)[..10];
        return new(past.Slot.CaseNumber, row, corrected, past.Script.Entries(), past.Truth()) { Suggested = Coding.Suggested(past.Script) };
    }
}
