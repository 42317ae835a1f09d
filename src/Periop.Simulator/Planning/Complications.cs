using System.Text.Json.Nodes;

namespace Periop.Simulator.Planning;

/// <summary>What became of the patient: the complications at their base rates and the reviewers' decisions on them.</summary>
static class Complications
{
    /// <returns>The kinds that occurred and since when, and when the patient died if so.</returns>
    public static Aftermath Tell(CaseScript script, OsteotomyPlan? spine, Surgery surgery, DateTimeOffset discharge)
    {
        var (operation, dice) = (script.Setting.Operation, script.Dice);
        var aftermath = new Aftermath(dice.Chance(BaseRates.DeathWithin90Days) ? discharge + dice.Days(3, 80) : null);
        foreach (var seenAtSurgery in script.Drafts.Where(draft => draft.Name == "complications").ToList())
            Review(seenAtSurgery);

        if (surgery.NerveInjured)
            Report("nerve-injury", surgery.Closure + dice.Minutes(60, 300), dice.Pick<string>(["I", "II", "IIIb"]));
        if (surgery.UnitsOfRedCells >= BaseRates.UnitsOfBloodLossComplication)
            Report("blood-loss", surgery.Closure + dice.Days(.3, 1.5), "II");
        if (dice.Chance(InfectionRate(operation)))
        {
            var onset = surgery.Closure + dice.Days(6, 27);
            Report(dice.Weighted((.5, "infection-superficial"), (.4, "infection-deep"), (.1, "infection-organ-space")),
                onset, dice.Pick<string>(["II", "IIIb"]));
            if (onset > discharge)
                Event("readmission", onset + dice.Days(1, 3), new() { ["code"] = "infection" });
        }
        else if (dice.Chance(BaseRates.ReadmissionForInfection - BaseRates.InfectionFusion))
            Event("readmission", discharge + dice.Days(4, 24), new() { ["code"] = "infection" });
        if (dice.Chance(BaseRates.DeepVeinThrombosis))
            Report("deep-vein-thrombosis", surgery.Closure + dice.Days(2, 20), "II");
        if (dice.Chance(BaseRates.PulmonaryEmbolism))
            Report("pulmonary-embolism", surgery.Closure + dice.Days(1, 20), "IVa");
        if (spine is { IsThreeColumn: true })
        {
            if (dice.Chance(BaseRates.RevisionThreeColumnBy3Months))
                Event("return-to-room", surgery.Closure + dice.Days(8, 88), new() { ["planned"] = false });
            else if (dice.Chance(BaseRates.RevisionThreeColumnBy1Year - BaseRates.RevisionThreeColumnBy3Months))
                Event("return-to-room", surgery.Closure + dice.Days(95, 355), new() { ["planned"] = false });
        }
        if (aftermath.Death is { } death)
            script.Office("death", death);
        return aftermath;

        void Event(string name, DateTimeOffset at, JsonObject body)
        {
            if (!aftermath.IsAlive(at))
                return;
            aftermath.Since.TryAdd(name, at);
            script.Office(name, at, body);
        }

        void Report(string kind, DateTimeOffset onset, string grade)
        {
            var detected = onset + dice.Minutes(30, 1200);
            if (!aftermath.IsAlive(detected))
                return;
            aftermath.Since.TryAdd(kind, onset);
            // Now and then it is a letter from elsewhere that tells of it
            var reported = dice.Chance(BaseRates.ReportedLate) ? detected + dice.Days(20, 90) : detected;
            Review(script.Office("complications", reported, new()
            {
                ["kind"] = kind, ["grade"] = grade, ["onsetAt"] = script.Text(onset), ["detectedAt"] = script.Text(detected),
            }));
        }

        void Review(Draft complication)
        {
            if (!dice.Chance(.7))
                return;
            var decision = dice.Weighted((.85, "confirmed"), (.1, "reclassified"), (.05, "rejected"));
            var body = new JsonObject { ["decision"] = decision, ["reason"] = "Reviewed against the written definition" };
            if (decision == "reclassified")
                (body["kind"], body["grade"]) = (complication.Body["kind"]!.DeepClone(), "II");
            script.Office($"complications/{complication.Id}/reviews", complication.HappenedAt + dice.Days(5, 20), body);
        }
    }

    static double InfectionRate(Operation operation) => operation.Family switch
    {
        "laminectomy" or "discectomy" => BaseRates.InfectionLaminectomy,
        "spinal-osteotomy" or "lumbar-fusion" => BaseRates.InfectionFusion,
        _ => BaseRates.InfectionOther,
    };
}

/// <summary>What the follow-up will find: each kind of complication since its onset.</summary>
sealed record Aftermath(DateTimeOffset? Death)
{
    public Dictionary<string, DateTimeOffset> Since { get; } = [];

    public bool IsAlive(DateTimeOffset at) => Death is not { } death || at < death;
}
