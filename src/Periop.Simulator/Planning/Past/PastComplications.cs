using System.Text.Json.Nodes;

namespace Periop.Simulator.Planning.Past;

/// <summary>What went wrong: reported, mostly reviewed, and not always what it was taken for at first.</summary>
static class PastComplications
{
    public static void Tell(PastScript past, OsteotomyPlan? spine)
    {
        var (dice, incision) = (past.Dice, past.Slot.Times!.Incision!.Value);
        if (past.Slot.IsInfected)
            Infection(past);
        else if (dice.Chance(BaseRates.FalseAlarm) && Report(past, "infection-superficial", incision + dice.Days(5, 20), "I") is { } alarm)
            Reject(past, alarm, "Redness about the staples, no criterion of the definition is met");
        if (spine is not null && dice.Chance(BaseRates.DuralTear))
            Reviewed(past, Report(past, "dural-tear", incision + dice.Minutes(40, 120), "I", level: spine.Levels.First()));
        if (dice.Chance(spine is { IsLumbarThreeColumn: true } ? .09 : BaseRates.NerveInjury))
            Reviewed(past, Report(past, "nerve-injury", incision + dice.Days(.3, 2), dice.Pick<string>(["I", "II"])));
        if (dice.Chance(BaseRates.DeepVeinThrombosis))
            Reviewed(past, Report(past, "deep-vein-thrombosis", incision + dice.Days(2, 20), "II"));
        if (dice.Chance(BaseRates.PulmonaryEmbolism))
            Reviewed(past, Report(past, "pulmonary-embolism", incision + dice.Days(1, 20), "IVa"));
        if (dice.Chance(.004))
            Reviewed(past, Report(past, "other", incision + dice.Days(1, 6), "II", icd10: dice.Pick<string>(["J18.9", "I48.0", "N17.9", "K56.7"])));
        if (dice.Chance(.002))
            Reviewed(past, Report(past, "wrong-level", incision + dice.Minutes(30, 90), "IIIb", reportedAfter: dice.Days(1, 40)));
        if (dice.Chance(.03))
            Event(past, "readmission", incision + dice.Days(9, 60), new() { ["code"] = dice.Pick<string>(["pain", "fall", "wound", "urinary-retention"]) });
        if (spine is not null && dice.Chance(.03))
            Event(past, "return-to-room", incision + dice.Days(3, 80), new() { ["planned"] = false });
        else if (spine is not null && dice.Chance(.012))
            past.Desk("return-to-room", incision + dice.Days(5, 12), new() { ["planned"] = true });
        FoundOnTheWay(past);
        if (dice.Chance(.006))
            RecordedForAnother(past);
    }

    static void Infection(PastScript past)
    {
        var (dice, incision) = (past.Dice, past.Slot.Times!.Incision!.Value);
        // One in five shows only after a month: another version of the definition counts it
        var onset = incision + (dice.Chance(.8) ? dice.Days(6, 26) : dice.Days(33, 80));
        var kind = dice.Weighted((.55, "infection-superficial"), (.35, "infection-deep"), (.1, "infection-organ-space"));
        // The patient was treated elsewhere now and then, and the letter comes months later
        var letter = dice.Chance(.12) ? dice.Days(40, 150) : dice.Days(.2, 3);
        if (Report(past, kind, onset, kind == "infection-superficial" ? "II" : "IIIb", reportedAfter: letter) is not { } report)
            return;
        Reviewed(past, report);
        if (kind != "infection-superficial" && dice.Chance(.6))
            Event(past, "return-to-room", onset + dice.Days(1, 3), new() { ["planned"] = false });
        if (dice.Chance(.5))
            Event(past, "readmission", onset + dice.Days(.5, 1), new() { ["code"] = "infection" });
    }

    /// <summary>A look at the wound after two weeks says more than reports do, but not always all that a definition asks for.</summary>
    static void FoundOnTheWay(PastScript past)
    {
        var (dice, at) = (past.Dice, past.Day(past.Dice.Between(12, 17)));
        var found = dice.Weighted((.012, "wound-disruption"), (.006, "infection"), (.982, null));
        if (past.Slot.IsInfected || found is null || !past.Happened(at))
            return;
        if (past.Desk("assessments", at, new()
        {
            ["assessments"] = Body.List([new JsonObject { ["kind"] = found, ["finding"] = "present" }]),
        }) is null)
            return;
        past.IsThere(found, null, at);
    }

    static void RecordedForAnother(PastScript past)
    {
        var at = past.Day(past.Dice.Between(8, 25));
        if (past.Desk("complications", at, new() { ["kind"] = "pulmonary-embolism", ["onsetAt"] = past.Script.Text(at.AddHours(-5)) }) is { } mistaken)
            past.Desk("retractions", at + past.Dice.Minutes(20, 4000),
                new() { ["targetEntryId"] = mistaken.Id.ToString(), ["reason"] = "Recorded for another patient" });
    }

    static Draft? Report(
        PastScript past, string kind, DateTimeOffset onset, string grade, TimeSpan? reportedAfter = null, string? level = null, string? icd10 = null)
    {
        var detected = onset + past.Dice.Minutes(30, 1200);
        var reported = detected + (reportedAfter ?? past.Dice.Minutes(20, 2000));
        if (!past.Happened(detected))
            return null;
        var body = new JsonObject
        {
            ["kind"] = kind, ["grade"] = grade, ["onsetAt"] = past.Script.Text(onset), ["detectedAt"] = past.Script.Text(detected),
        };
        if (level is not null)
            body["level"] = level;
        if (icd10 is not null)
            body["icd10"] = icd10;
        if (past.Desk("complications", reported, body) is not { } draft)
            return null;
        past.IsThere(kind, onset, detected);
        return draft;
    }

    static void Reviewed(PastScript past, Draft? report)
    {
        if (report is null)
            return;
        var (dice, kind) = (past.Dice, (string)report.Body["kind"]!);
        var at = report.HappenedAt + dice.Days(3, 16);
        var decision = dice.Weighted((.72, "confirmed"), (kind == "infection-superficial" ? .2 : 0, "reclassified"), (.12, null));
        var body = new JsonObject { ["decision"] = decision, ["reason"] = "Reviewed against the written definition" };
        if (decision == "reclassified")
            (body["kind"], body["grade"], body["reason"]) = ("infection-deep", "IIIb", "Pus from below the fascia at the revision");
        if (decision is not null && past.Desk($"complications/{report.Id}/reviews", at, body) is not null && decision == "reclassified")
            past.IsRather("infection-deep");
    }

    static void Reject(PastScript past, Draft alarm, string why)
    {
        if (past.Desk($"complications/{alarm.Id}/reviews", alarm.HappenedAt + past.Dice.Days(2, 12), new()
        {
            ["decision"] = "rejected", ["reason"] = why,
        }) is not null)
            past.IsNone();
    }

    static void Event(PastScript past, string name, DateTimeOffset at, JsonObject body)
    {
        if (past.Happened(at) && past.Desk(name, at, body) is not null)
            past.IsThere(name, null, at);
    }
}
