using System.Text.Json.Nodes;

namespace Periop.Simulator.Planning.Past;

/// <summary>What the operation note says: the segments, the devices, the blood. Typed in afterwards.</summary>
static class PastOperation
{
    static readonly string[] DelayCodes =
        ["surgeon-absent", "anesthesia-absent", "transport-late", "laboratory-late", "instruments-not-ready", "special-equipment-not-ready"];

    /// <returns>What the surgeon did, if it was an osteotomy.</returns>
    public static OsteotomyPlan? Tell(PastScript past)
    {
        var (script, dice, times) = (past.Script, past.Dice, past.Slot.Times!);
        var late = (int)(times.RoomEntry - past.Slot.Setting.ScheduledStart).TotalMinutes;
        if (late >= 20 && dice.Chance(.7))
            script.Office("delay", times.RoomEntry - dice.Minutes(2, 8), new()
            {
                ["code"] = past.Slot.Setting.NotBefore > past.Slot.Setting.ScheduledStart ? "previous-case" : dice.Pick(DelayCodes), ["minutes"] = late,
            });
        var (incision, length) = (times.Incision!.Value, times.Closure!.Value - times.Incision.Value);
        if (dice.Chance(.985))
            script.Nurse("safety-checks", incision - dice.Minutes(2, 5), new() { ["phase"] = "time-out" });
        var spine = past.Slot.Setting.Operation.IsSpinalOsteotomy ? OsteotomyPlan.Draw(dice) : null;
        if (spine is not null)
            Osteotomies(past, spine, incision, length);
        if (past.Slot.Setting.Operation.Implants)
            Devices(past, spine, incision + .4 * length, incision + .7 * length);
        Blood(past);
        return spine;
    }

    static void Osteotomies(PastScript past, OsteotomyPlan spine, DateTimeOffset incision, TimeSpan length)
    {
        var (script, dice) = (past.Script, past.Dice);
        var outside = spine.PosteriorLevels.Length > 0 && spine.AnteriorLevels.Length == 0 && dice.Chance(BaseRates.LevelOutsideThePlan);
        if (outside || dice.Chance(.4))
            script.Office("plan-changes", script.DayAfter(past.Slot.Setting.ScheduledStart, -2, 9, 16),
                new() { ["procedure"] = spine.Procedure(), ["reason"] = "Levels after the standing films" });
        if (dice.Chance(.96))
            script.Nurse("imaging", incision - dice.Minutes(6, 12),
                new() { ["kind"] = "fluoroscopy", ["purpose"] = "level-localisation", ["levels"] = Body.List(spine.Levels) });
        if (spine.IsThreeColumn && dice.Chance(.9))
            script.Anesthesia("neuromonitoring", incision - dice.Minutes(13, 16),
                new() { ["modalities"] = Body.List(["ssep", "mep"]), ["baseline"] = "obtained" });

        var at = incision + .3 * length;
        foreach (var level in spine.AnteriorLevels)
            script.Nurse("osteotomies", at += .05 * length, new() { ["level"] = level, ["approach"] = "anterior", ["discectomy"] = true });
        var levels = spine.PosteriorLevels.ToList();
        if (outside)
            levels.Add(Spine.Levels[Spine.IndexOf(levels[^1]) + 1]);
        foreach (var level in levels)
        {
            var cut = script.Nurse("osteotomies", at += .05 * length, OsteotomySurgery.Osteotomy(spine, level));
            if (outside && level == levels[^1])
                cut.Override = "The correction was not enough; the surgeon extended it by one level";
        }
    }

    static void Devices(PastScript past, OsteotomyPlan? spine, DateTimeOffset from, DateTimeOffset to)
    {
        var (script, dice, setting) = (past.Script, past.Dice, past.Slot.Setting);
        if (setting.Operation.Service != "spine")
        {
            Implants.OfOtherOperations(script, from, to);
            return;
        }
        var levels = spine?.Instrumented ?? ["L4", "L5"];
        var sites = 2 * levels.Length;
        script.Nurse("hardware", from, Of("pedicle-screw", 6545, sites - 2));
        script.Nurse("hardware", from + dice.Minutes(2, 5), Of("pedicle-screw", past.Slot.Recalled?.Article ?? 65455, 2));
        script.Nurse("hardware", to, Of("rod", past.Slot.Recalled is { Kind: "rod" } rod ? rod.Article : 60550, spine?.Rods is 4 ? 4 : 2));

        JsonObject Of(string kind, int article, int quantity)
        {
            var recalled = past.Slot.Recalled is { } lot && lot.Kind == kind && lot.Article == article ? lot : null;
            // Of one in eight boxes only the model was read: whether it is of that lot, nobody can tell
            var number = recalled is not null ? dice.Chance(.125) ? null : recalled.Lot
                : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(char)dice.Between('A', 'H')}{dice.Between(1, 400):0000}");
            var expiry = DateOnly.FromDateTime(setting.ScheduledStart.Date).AddDays(dice.Chance(.004) ? -20 : dice.Between(200, 1700));
            return new()
            {
                ["kind"] = kind, ["levels"] = Body.List(levels), ["quantity"] = Math.Max(1, quantity),
                ["udi"] = UniqueDeviceIdentifier.OfLot(UniqueDeviceIdentifier.TradeItemNumber(Implants.SpineCompany, article), expiry, number),
            };
        }
    }

    static void Blood(PastScript past)
    {
        var dice = past.Dice;
        var units = dice.Weighted((.9, 0), (.07, dice.Between(1, 3)), (.03, dice.Between(5, 7)));
        if (units == 0 || past.Slot.Setting.Operation.BloodLossMl < 300)
            return;
        var given = past.Slot.Times!.RoomExit + dice.Minutes(30, 1200);
        if (past.Desk("blood-products", given, new() { ["product"] = "red-cells", ["units"] = units }) is { } draft)
            past.WereGiven(units, draft.HappenedAt);
    }
}
