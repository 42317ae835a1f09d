using System.Globalization;
using System.Text.Json.Nodes;

namespace Periop.Simulator.Planning;

/// <summary>What is put in, item by item, with the identifier on its package.</summary>
static class Implants
{
    internal const int SpineCompany = 1;
    const int JointCompany = 2;

    public static void Screws(CaseScript script, OsteotomyPlan plan, DateTimeOffset from, DateTimeOffset to)
    {
        var dice = script.Dice;
        var sites = plan.Instrumented
            .Where(level => !(plan.IsThreeColumn && plan.PosteriorLevels.Contains(level))) // its pedicles are resected
            .SelectMany(level => new[] { (Level: level, Side: "left"), (Level: level, Side: "right") }).ToList();
        var step = (to - from) / sites.Count;
        Draft? last = null;
        for (var index = 0; index < sites.Count; index++)
        {
            var (level, side) = sites[index];
            var diameter = Spine.IsLumbar(level) || level == "S1" ? 6.5 : 5.5;
            var length = dice.Pick<int>(Spine.IsLumbar(level) ? [40, 45, 50] : [30, 35, 40]);
            last = script.Nurse("hardware", from + step * index, Identified(script, SpineCompany, (int)(diameter * 10) * 100 + length, new()
            {
                ["kind"] = "pedicle-screw", ["level"] = level, ["site"] = "vertebra", ["side"] = side,
                ["diameterMm"] = diameter, ["lengthMm"] = length, ["material"] = "titanium",
            }));
        }
        if (dice.Chance(.05))
            script.Nurse("hardware-waste", to + dice.Minutes(.5, 1),
                Identified(script, SpineCompany, 6545, new() { ["kind"] = "pedicle-screw", ["code"] = "dropped" }));
        if (dice.Chance(.04))
        {
            // The check image shows a screw too far out: out it comes, and another goes in
            script.Nurse("hardware-removals", to + dice.Minutes(1, 2), new() { ["targetEntryId"] = last!.Id.ToString(), ["code"] = "malposition" });
            var again = (JsonObject)last.Body.DeepClone();
            script.Nurse("hardware", to + dice.Minutes(2, 3), Identified(script, SpineCompany, 5535, again));
        }
        script.Nurse("hardware", to + dice.Minutes(3, 4), new()
        {
            ["kind"] = "set-screw", ["quantity"] = sites.Count, ["manufacturer"] = "Example Spine", ["reference"] = "SET-55", ["lot"] = Lot(dice),
            ["levels"] = Body.List(plan.Instrumented),
        });
    }

    public static void Rods(CaseScript script, OsteotomyPlan plan, DateTimeOffset from, DateTimeOffset to)
    {
        var step = (to - from) / plan.Rods;
        for (var index = 0; index < plan.Rods; index++)
            script.Nurse("hardware", from + step * index, Identified(script, SpineCompany, 60550, new()
            {
                ["kind"] = "rod", ["levels"] = Body.List(plan.Instrumented), ["side"] = index % 2 == 0 ? "left" : "right",
                ["diameterMm"] = 5.5, ["lengthMm"] = 30 * plan.Instrumented.Length, ["material"] = "cobalt-chromium",
            }));
    }

    public static JsonObject Cage(CaseScript script, string above, string below) => Identified(script, SpineCompany, 70012, new()
    {
        ["kind"] = "cage", ["levels"] = Body.List([above, below]), ["site"] = "interspace", ["side"] = "midline", ["material"] = "titanium",
    });

    /// <summary>Screws and rods of a short fusion; otherwise the parts of a joint or a plate.</summary>
    public static void OfOtherOperations(CaseScript script, DateTimeOffset from, DateTimeOffset to)
    {
        var family = script.Setting.Operation.Family;
        if (family == "lumbar-fusion")
        {
            var plan = new OsteotomyPlan("posterior", null, [], [], ["L4", "L5"], Rods: 2);
            Screws(script, plan, from, from + .4 * (to - from));
            Rods(script, plan, from + .7 * (to - from), from + .8 * (to - from));
            return;
        }
        var (kind, parts) = family == "femur-fracture-fixation" ? ("plate", 1) : ("other", 3);
        for (var part = 0; part < parts; part++)
            script.Nurse("hardware", from + (to - from) / 3 * part, Identified(script, JointCompany, 100 + part, new() { ["kind"] = kind, ["side"] = "left" }));
    }

    static JsonObject Identified(CaseScript script, int company, int article, JsonObject item)
    {
        var dice = script.Dice;
        // Now and then nobody looked at the date on the box
        var expiry = DateOnly.FromDateTime(script.Setting.ScheduledStart.Date).AddDays(dice.Chance(.001) ? -20 : dice.Between(200, 1700));
        item["udi"] = UniqueDeviceIdentifier.Of(UniqueDeviceIdentifier.TradeItemNumber(company, article), expiry, dice);
        return item;
    }

    static string Lot(Dice dice) => string.Create(CultureInfo.InvariantCulture, $"S{dice.Between(1000, 9999)}");
}
