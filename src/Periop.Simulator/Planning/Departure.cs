namespace Periop.Simulator.Planning;

/// <summary>From the closing wound to the recovery room.</summary>
static class Departure
{
    public static void BeginClosing(CaseScript script, DateTimeOffset closure, double minutes)
    {
        var begins = closure - script.Dice.Minutes(minutes, minutes * 1.5);
        script.Nurse("closing-start", begins);
        Counting.Tell(script, "closing", begins + script.Dice.Minutes(.5, 1.5));
    }

    /// <returns>When the patient leaves the room.</returns>
    public static DateTimeOffset Tell(CaseScript script, DateTimeOffset closure)
    {
        var dice = script.Dice;
        if (dice.Chance(BaseRates.ClosureCaptured))
            script.Milestone("closure", closure,
                new() { ["method"] = dice.Weighted((.6, "sutures"), (.4, "staples")), ["woundClass"] = 1, ["drain"] = "suction" });
        Counting.Tell(script, "final", closure + dice.Minutes(.5, 1.5));
        script.Nurse("dressing", closure + dice.Minutes(4, 7));
        var emergence = closure + dice.Minutes(9, 14);
        script.Anesthesia("emergence", emergence, new() { ["extubatedAt"] = script.Text(emergence - dice.Minutes(0, 3)) });
        var signOut = closure + dice.Minutes(10, 16);
        script.Milestone("safety-checks", signOut, new() { ["phase"] = "sign-out" });
        var exit = signOut + dice.Minutes(4, 12);
        script.Milestone("room-exit", exit, new() { ["destination"] = "recovery" });
        // Of 159 operations 17 percent had the handover after the room, 28 percent at the same time, the rest before
        var anesthesiaEnd = exit + dice.Weighted((.17, dice.Minutes(2, 12)), (.28, TimeSpan.Zero), (.55, -dice.Minutes(1, 3)));
        script.Anesthesia("anesthesia-end", anesthesiaEnd > emergence ? anesthesiaEnd : emergence);
        script.Nurse("room-cleaned", exit + dice.Minutes(12, 20));
        var recovery = exit + dice.Minutes(3, 7);
        script.Office("recovery-entry", recovery, new() { ["unit"] = "pacu" });
        script.Office("recovery-exit", recovery + dice.Minutes(75, 200));
        return exit;
    }
}
