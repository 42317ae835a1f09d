using System.Text.Json.Nodes;

namespace Periop.Simulator.Planning;

/// <summary>A spinal osteotomy from the first incision to the last closure: three to five hours.</summary>
static class OsteotomySurgery
{
    /// <returns>When the wound is closed, and what went wrong on the way.</returns>
    public static Surgery Tell(CaseScript script, OsteotomyPlan plan, DateTimeOffset timeOut)
    {
        var dice = script.Dice;
        var incision = timeOut + dice.Minutes(2, 6);
        var minutes = Math.Min(297, 182 + 12 * (plan.Levels.Count() - 1) + (plan.IsThreeColumn ? 45 : 0) + dice.Between(0, 55));
        var closure = incision + TimeSpan.FromMinutes(minutes);
        var nerveInjured = dice.Chance(plan.IsLumbarThreeColumn ? BaseRates.RootDeficitLumbarThreeColumn : BaseRates.NerveInjury);

        var posterior = incision;
        if (plan.AnteriorLevels.Length > 0)
            posterior = Anterior(script, plan, incision, closure);
        if (plan.PosteriorLevels.Length > 0)
            Posterior(script, plan, posterior, closure, nerveInjured);
        var duralTear = dice.Chance(BaseRates.DuralTear);
        if (duralTear)
            script.Nurse("complications", posterior + .6 * (closure - posterior), new()
            {
                ["kind"] = "dural-tear", ["grade"] = "I", ["level"] = plan.Levels.First(), ["note"] = "Repaired with suture and sealant",
            });
        OverTheHours(script, incision, closure);
        Departure.BeginClosing(script, closure, 18);
        var units = Fluids.Tell(script, incision, closure, plan.IsThreeColumn ? 1500 : script.Setting.Operation.BloodLossMl);
        return new(incision, closure, nerveInjured, units);
    }

    /// <summary>The front first: discs out, cage in. A combined operation then turns the patient and asks for a second time-out.</summary>
    static DateTimeOffset Anterior(CaseScript script, OsteotomyPlan plan, DateTimeOffset incision, DateTimeOffset closure)
    {
        var dice = script.Dice;
        var turned = plan.PosteriorLevels.Length > 0;
        var ends = turned ? incision + .3 * (closure - incision) : closure - TimeSpan.FromMinutes(40);
        script.Milestone("incision", incision, new() { ["site"] = "abdomen", ["approach"] = "anterior" });
        script.Nurse("exposure", incision + dice.Minutes(12, 18), new() { ["levels"] = Body.List(plan.AnteriorLevels) });
        var step = (ends - incision - TimeSpan.FromMinutes(22)) / (plan.AnteriorLevels.Length + 1);
        var at = incision + TimeSpan.FromMinutes(20);
        foreach (var level in plan.AnteriorLevels)
        {
            at += step;
            script.Nurse("osteotomies", at, new() { ["level"] = level, ["approach"] = "anterior", ["discectomy"] = true });
            var below = Spine.Levels[Spine.IndexOf(level) + 1];
            script.Nurse("hardware", at + dice.Minutes(5, 10), Implants.Cage(script, level, below));
        }
        if (!turned)
            return incision;

        Counting.Tell(script, "closing", ends - TimeSpan.FromMinutes(12));
        script.Nurse("closure", ends, new() { ["method"] = "sutures", ["woundClass"] = 1 });
        script.Nurse("position", ends + dice.Minutes(4, 6), new() { ["position"] = "prone" });
        script.Nurse("safety-checks", ends + dice.Minutes(8, 10), new() { ["phase"] = "time-out" });
        return ends + dice.Minutes(11, 14);
    }

    static void Posterior(CaseScript script, OsteotomyPlan plan, DateTimeOffset incision, DateTimeOffset closure, bool nerveInjured)
    {
        var dice = script.Dice;
        var length = closure - incision;
        var body = new JsonObject { ["site"] = "back", ["approach"] = "posterior" };
        if (plan.AnteriorLevels.Length > 0)
            script.Nurse("incision", incision, body);
        else
            script.Milestone("incision", incision, body);
        script.Nurse("exposure", At(.1), new() { ["levels"] = Body.List(plan.Instrumented) });

        Implants.Screws(script, plan, At(.13), At(.36));
        script.Nurse("imaging", At(.38), new() { ["kind"] = "fluoroscopy", ["purpose"] = "hardware-check", ["levels"] = Body.List(plan.Instrumented) });

        var levels = plan.PosteriorLevels.ToList();
        var outside = dice.Chance(BaseRates.LevelOutsideThePlan);
        if (outside)
            levels.Add(Spine.Levels[Spine.IndexOf(levels[^1]) + 1]);
        for (var index = 0; index < levels.Count; index++)
        {
            var done = script.Nurse("osteotomies", At(.42 + .2 * (index + 1) / levels.Count), Osteotomy(plan, levels[index]));
            if (outside && index == levels.Count - 1)
                done.Override = "The correction was not enough; the surgeon extended it by one level";
        }
        if (dice.Chance(nerveInjured ? .8 : BaseRates.NeuromonitoringAlert))
            Alert(script, plan, At(.63), nerveInjured);

        Implants.Rods(script, plan, At(.68), At(.74));
        script.Nurse("corrections-measured", At(.76), new()
        {
            ["kind"] = "segmental-lordosis", ["value"] = plan.DegreesPerLevel(dice) * levels.Count, ["unit"] = "deg", ["phase"] = "intraoperative",
        });

        DateTimeOffset At(double share) => incision + share * length;
    }

    /// <summary>A long operation outlasts a shift, and a dose of cefazolin (four hours).</summary>
    static void OverTheHours(CaseScript script, DateTimeOffset incision, DateTimeOffset closure)
    {
        var dice = script.Dice;
        if (dice.Chance(.4))
        {
            var change = incision + .55 * (closure - incision);
            var leaving = script.Drafts.First(draft => draft.Name == "team" && (string?)draft.Body["role"] == "circulating-nurse").Body;
            script.Nurse("team", change, new() { ["staff"] = $"nurse-{dice.Between(61, 90)}", ["role"] = "circulating-nurse", ["action"] = "join" });
            script.Nurse("team", change + dice.Minutes(2, 4),
                new() { ["staff"] = (string?)leaving["staff"], ["role"] = "circulating-nurse", ["action"] = "leave" });
        }
        var first = script.Drafts.FirstOrDefault(draft => (string?)draft.Body["drug"] == "cefazolin");
        var again = incision + dice.Minutes(180, 200);
        if (first is not null && closure - first.HappenedAt > TimeSpan.FromHours(4) && again < closure && dice.Chance(.9))
            script.Anesthesia("antibiotics", again, new() { ["drug"] = "cefazolin", ["dose"] = "2 g" });
    }

    internal static JsonObject Osteotomy(OsteotomyPlan plan, string level) => new()
    {
        ["level"] = level,
        ["approach"] = "posterior",
        ["grade"] = plan.Grade,
        ["columns"] = plan.IsThreeColumn ? 3 : 1,
        ["technique"] = plan.Technique,
    };

    static void Alert(CaseScript script, OsteotomyPlan plan, DateTimeOffset at, bool persistent)
    {
        var dice = script.Dice;
        var alert = script.Nurse("neuromonitoring-alerts", at, new()
        {
            ["modality"] = dice.Pick<string>(["mep", "ssep"]), ["change"] = $"amplitude -{dice.Between(50, 85)} %", ["level"] = plan.PosteriorLevels[^1],
        });
        script.Nurse("neuromonitoring-resolutions", at + dice.Minutes(4, 9), new()
        {
            ["targetEntryId"] = alert.Id.ToString(),
            ["outcome"] = persistent ? "persistent" : "resolved",
            ["action"] = "Mean arterial pressure raised, correction eased",
        });
    }
}

/// <summary>What the chapters after the operation need to know of it.</summary>
sealed record Surgery(DateTimeOffset Incision, DateTimeOffset Closure, bool NerveInjured, int UnitsOfRedCells);
