using System.Text.Json.Nodes;

namespace Periop.Simulator.Planning.Past;

/// <summary>Who is seen again after 6 weeks, 3, 12 and 24 months, how they do, and how those are looked for who don't come.</summary>
static class PastFollowUp
{
    public static readonly string[] Early =
        ["infection", "blood-clots", "nerve-injury", "wound-disruption", "return-to-room", "readmission", "dural-tear", "retained-item", "hardware-failure"];
    static readonly Dictionary<string, string[]> Families = new()
    {
        ["infection"] = ["infection-superficial", "infection-deep", "infection-organ-space"], ["blood-clots"] = ["deep-vein-thrombosis", "pulmonary-embolism"],
    };

    public static void Tell(PastScript past)
    {
        var (dice, surgeon, isSpine) = (past.Dice, past.Slot.Surgeon, past.Slot.Surgeon.Service == "spine");
        string[] late = [.. Early, "chronic-pain", "wrong-level", .. isSpine && past.Slot.Setting.Operation.Implants ? ["non-union"] : Array.Empty<string>()];
        var (pain, disability) = (dice.Between(5, 9), dice.Between(38, 72));
        if (isSpine && dice.Chance(.93))
            past.Script.Desk("follow-ups", past.Day(-dice.Between(2, 25)), Scores([], pain, disability));

        (int, int)? soon = isSpine ? (pain - dice.Between(1, 3), disability - dice.Between(4, 14)) : null;
        if (!Visit(past.Day(dice.Between(43, 52)), Math.Min(.96, surgeon.Seen + .2), Early, soon))
            LookFor(past, 58, .5, givingUp: false);
        if (!Visit(past.Day(dice.Between(91, 104)), surgeon.Seen, Early, null) && !LookFor(past, 112, .8, givingUp: true))
            return;
        LateFindings(past);
        var better = dice.Chance(.8);
        (int, int)? after = !isSpine ? null
            : better ? (dice.Between(0, 4), disability - dice.Between(18, 34))
            : (pain - dice.Between(-1, 1), disability - dice.Between(-4, 8));
        if (!Visit(past.Day(dice.Between(366, 392)), surgeon.Seen * .92, late, after) && !LookFor(past, 402, .6, givingUp: true))
            return;
        Visit(past.Day(dice.Between(732, 765)), surgeon.Seen * .8, late, after);

        bool Visit(DateTimeOffset at, double seen, string[] kinds, (int Pain, int Disability)? scores)
        {
            if (!past.Happened(at))
                return true;
            if (!dice.Chance(seen))
                return false;
            past.SeenAlive(at);
            var absences = Absent(past.Complications, kinds, at).ToList();
            past.AreNotThere(absences);
            var body = new JsonObject { ["alive"] = true, ["assessments"] = Assessments(absences) };
            if (kinds.Contains("non-union"))
                body["fusion"] = past.Complications.Any(found => found.Kind == "non-union") ? "not-fused" : "fused";
            var visit = past.Script.Desk("follow-ups", at, scores is { } told ? Scores(body, told.Pain, told.Disability) : body);
            if (dice.Chance(.012))
                past.Desk("retractions", at + dice.Minutes(9, 90), new()
                {
                    ["targetEntryId"] = past.Script.Desk("follow-ups", at + dice.Minutes(1, 4), (JsonObject)visit.Body.DeepClone()).Id.ToString(),
                    ["reason"] = "Recorded twice",
                });
            return true;
        }
    }

    /// <returns>Whether the patient may still be heard of.</returns>
    static bool LookFor(PastScript past, int day, double effort, bool givingUp)
    {
        var dice = past.Dice;
        if (!dice.Chance(effort))
        {
            // Nobody looked; of some the family doctor writes that they are well
            var seen = past.Day(day + dice.Between(5, 60));
            if (dice.Chance(.25) && past.Happened(seen))
                past.SeenElsewhere(seen);
            return true;
        }
        var attempts = dice.Between(1, 3);
        for (var attempt = 0; attempt < attempts; attempt++)
            if (past.Day(day + 9 * attempt) is var at && past.Happened(at))
                past.Desk("follow-up-attempts", at, new()
                {
                    ["method"] = dice.Weighted((.6, "call"), (.25, "letter"), (.15, "record-review")),
                    ["result"] = dice.Weighted((.7, "not-reached"), (.2, "wrong-contact"), (.1, "other")),
                });
        var end = past.Day(day + 9 * attempts + 2);
        if (!givingUp || !past.Happened(end))
            return true;
        switch (dice.Weighted((.38, "lost"), (.1, "withdrawn"), (.52, "")))
        {
            case "lost":
                past.Desk("follow-up-losses", end, new() { ["code"] = dice.Pick<string>(["moved", "unreachable"]) });
                past.IsLost();
                return false;
            case "withdrawn":
                past.Desk("follow-up-withdrawals", end);
                past.HasWithdrawn();
                return false;
            default:
                return true;
        }
    }

    /// <summary>What shows only with time.</summary>
    static void LateFindings(PastScript past)
    {
        var (dice, isSpine) = (past.Dice, past.Slot.Surgeon.Service == "spine");
        Found("chronic-pain", .08, 120, 300, "I");
        if (!isSpine || !past.Slot.Setting.Operation.Implants)
            return;
        Found("non-union", .06, 250, 360, "II");
        Found("hardware-failure", .05, 60, 640, "IIIb");

        void Found(string kind, double rate, int from, int to, string grade)
        {
            var onset = past.Day(dice.Between(from, to));
            var detected = onset + dice.Days(1, 5);
            if (!dice.Chance(rate) || !past.Happened(detected))
                return;
            var draft = past.Desk("complications", detected, new()
            {
                ["kind"] = kind, ["grade"] = grade, ["onsetAt"] = past.Script.Text(onset), ["detectedAt"] = past.Script.Text(detected),
            });
            past.IsThere(kind, onset, detected);
            if (dice.Chance(.75))
                past.Desk($"complications/{draft!.Id}/reviews", detected + dice.Days(4, 20),
                    new() { ["decision"] = "confirmed", ["reason"] = "Reviewed against the written definition" });
        }
    }

    /// <summary>What was found before is not asked again; of a family with one member found, the others are named.</summary>
    public static IEnumerable<TrueAbsence> Absent(IEnumerable<TrueComplication> complications, IEnumerable<string> kinds, DateTimeOffset at)
    {
        var found = complications.Where(complication => complication.FoundAt <= at).Select(complication => complication.Kind).ToHashSet();
        foreach (var kind in kinds.Where(kind => !found.Contains(kind)))
        {
            var members = Families.GetValueOrDefault(kind, []);
            foreach (var absent in members.Any(found.Contains) ? members.Where(member => !found.Contains(member)) : [kind])
                yield return new(absent, at);
        }
    }

    public static JsonArray Assessments(IEnumerable<TrueAbsence> absences) =>
        Body.List(absences.Select(absence => new JsonObject { ["kind"] = absence.Kind, ["finding"] = "absent" }));

    static JsonObject Scores(JsonObject body, int pain, int disability)
    {
        (body["painScore"], body["disabilityScore"]) = (Math.Clamp(pain, 0, 10), Math.Clamp(disability, 0, 100));
        return body;
    }
}
