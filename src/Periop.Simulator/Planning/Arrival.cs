namespace Periop.Simulator.Planning;

/// <summary>From the empty room to the time-out, in the order of the WHO checklist's phases.</summary>
static class Arrival
{
    /// <returns>When the operation may begin: the time-out is done.</returns>
    public static DateTimeOffset Tell(CaseScript script, OsteotomyPlan? spine, DateTimeOffset roomEntry)
    {
        var (setting, dice) = (script.Setting, script.Dice);
        script.Nurse("room-ready", roomEntry - dice.Minutes(6, 18));
        // Care begins in the holding area as often as at the table
        var anesthesiaStart = roomEntry + dice.Weighted((.1, TimeSpan.Zero), (.45, -dice.Minutes(1, 10)), (.45, dice.Minutes(1, 4)));
        script.Anesthesia("anesthesia-start", anesthesiaStart, new() { ["type"] = "general" });
        script.Milestone("room-entry", roomEntry, new() { ["room"] = setting.Room });
        TeamJoins(script, spine is not null, roomEntry + dice.Minutes(1, 3));
        var signIn = roomEntry + dice.Minutes(4, 8);
        script.Milestone("safety-checks", signIn, new() { ["phase"] = "sign-in" });
        var induction = signIn + dice.Minutes(2, 6);
        script.Anesthesia("induction", induction);
        var anesthetized = induction + dice.Minutes(8, spine is null ? 12 : 20);
        script.Anesthesia("anesthesia", anesthetized, new() { ["asaClass"] = script.First(PlannedEntry.Scheduling).Body["asaClass"]!.DeepClone() });
        Counting.Tell(script, "initial", anesthetized + dice.Minutes(1, 4));

        var positioned = anesthetized + dice.Minutes(6, 12);
        script.Nurse("position", positioned, new() { ["position"] = spine is { AnteriorLevels.Length: > 0 } ? "supine" : setting.Operation.Position });
        Antibiotic(script, positioned + dice.Minutes(1, 5));
        var prepared = positioned;
        if (spine is not null)
        {
            script.Anesthesia("neuromonitoring", positioned + dice.Minutes(4, 8), new()
            {
                ["modalities"] = Body.List(["ssep", "mep", "emg"]),
                ["baseline"] = dice.Weighted((.95, "obtained"), (.03, "unreliable"), (.02, "absent")),
            });
            prepared += dice.Minutes(8, 12);
            script.Nurse("imaging", prepared, new() { ["kind"] = "fluoroscopy", ["purpose"] = "level-localisation", ["levels"] = Body.List(spine.Levels) });
        }
        prepared += dice.Minutes(5, 9);
        script.Nurse("skin-prep", prepared, new() { ["agent"] = "chlorhexidine-alcohol" });
        var timeOut = prepared + dice.Minutes(3, 7);
        script.Milestone("safety-checks", timeOut, new() { ["phase"] = "time-out" });
        return timeOut;
    }

    static void TeamJoins(CaseScript script, bool spine, DateTimeOffset at)
    {
        var (setting, dice) = (script.Setting, script.Dice);
        Join(setting.Surgeon, "surgeon");
        Join($"resident-{dice.Between(1, 12)}", "assistant");
        Join($"anesthesiologist-{dice.Between(1, 14)}", "anesthesiologist");
        Join($"nurse-{dice.Between(1, 30)}", "circulating-nurse");
        Join($"nurse-{dice.Between(31, 60)}", "scrub");
        if (!spine)
            return;
        Join($"technologist-{dice.Between(1, 6)}", "radiologic-technologist");
        Join($"neuromonitoring-{dice.Between(1, 5)}", "neuromonitoring");

        void Join(string staff, string role)
        {
            at += dice.Minutes(0, .3);
            script.Nurse("team", at, new() { ["staff"] = staff, ["role"] = role, ["action"] = "join" });
        }
    }

    static void Antibiotic(CaseScript script, DateTimeOffset at)
    {
        if (script.Dice.Chance(.01))
            script.Anesthesia("antibiotic-omissions", at, new() { ["code"] = "on-therapy" });
        else
            script.Anesthesia("antibiotics", at, new() { ["drug"] = script.Dice.Chance(.93) ? "cefazolin" : "clindamycin", ["dose"] = "2 g" });
    }
}
