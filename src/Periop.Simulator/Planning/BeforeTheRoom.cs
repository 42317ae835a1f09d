using System.Text.Json.Nodes;

namespace Periop.Simulator.Planning;

/// <summary>Scheduling, preparation on the ward, and whatever delays the start.</summary>
static class BeforeTheRoom
{
    static readonly string[] Items = ["fasting", "medications", "imaging", "laboratory", "examination", "consent", "site-marked"];
    static readonly string[] DelayCodes =
        ["surgeon-absent", "anesthesia-absent", "transport-late", "laboratory-late", "instruments-not-ready", "special-equipment-not-ready"];

    public static void Tell(CaseScript script, OsteotomyPlan? spine, DateTimeOffset roomEntry)
    {
        Schedule(script, spine, roomEntry);
        Prepare(script, roomEntry);
        if (spine is not null)
            script.Office("corrections-measured", script.DayAfter(script.Setting.ScheduledStart, -1, 10, 12), new()
            {
                ["kind"] = "sagittal-vertical-axis", ["value"] = script.Dice.Between(50, 160), ["unit"] = "mm", ["phase"] = "preoperative",
            });

        var setting = script.Setting;
        var minutes = (int)(roomEntry - setting.ScheduledStart).TotalMinutes;
        if (minutes >= 10 && !setting.Emergency)
            script.Office("delay", roomEntry - script.Dice.Minutes(5, 8), new()
            {
                ["code"] = setting.NotBefore > setting.ScheduledStart ? "previous-case" : script.Dice.Pick(DelayCodes),
                ["minutes"] = minutes,
            });
    }

    public static void Schedule(CaseScript script, OsteotomyPlan? spine, DateTimeOffset roomEntry)
    {
        var (setting, dice) = (script.Setting, script.Dice);
        var booked = setting.Emergency ? roomEntry - dice.Minutes(70, 110) : script.DayAfter(setting.ScheduledStart, -dice.Between(5, 40), 9, 16);
        var growsLater = spine is { PosteriorLevels.Length: > 1 } && dice.Chance(.3);
        script.Office(PlannedEntry.Scheduling, booked, new()
        {
            ["caseNumber"] = setting.CaseNumber,
            ["patientRef"] = "patient-" + setting.CaseNumber,
            ["room"] = setting.Room,
            ["scheduledStart"] = script.Text(setting.ScheduledStart),
            ["scheduledMinutes"] = setting.ScheduledMinutes,
            ["priority"] = setting.Emergency ? "emergency" : "elective",
            ["procedure"] = spine is null ? new JsonObject { ["family"] = setting.Operation.Family }
                : growsLater ? (spine with { PosteriorLevels = spine.PosteriorLevels[1..] }).Procedure()
                : spine.Procedure(),
            ["surgeon"] = setting.Surgeon,
            ["service"] = setting.Operation.Service,
            ["asaClass"] = dice.Weighted((.15, 1), (.5, 2), (.32, 3), (.03, 4)),
            ["riskFactors"] = new JsonObject { ["age"] = dice.Between(24, 86), ["bmi"] = dice.Between(190, 390) / 10d, ["smoker"] = dice.Chance(.2) ? 1 : 0 },
        });
        if (growsLater)
            script.Office("plan-changes", script.DayAfter(setting.ScheduledStart, -2, 9, 16),
                new() { ["procedure"] = spine!.Procedure(), ["reason"] = "Standing films: one more level" });
    }

    static void Prepare(CaseScript script, DateTimeOffset roomEntry)
    {
        var (setting, dice) = (script.Setting, script.Dice);
        foreach (var item in Items)
        {
            var at = setting.Emergency ? roomEntry - dice.Minutes(40, 60) : script.DayAfter(setting.ScheduledStart, -1, 13, 17);
            if (dice.Chance(.03))
            {
                script.Office("preparation-items", at, new() { ["item"] = item, ["outcome"] = "problem" });
                at = roomEntry - dice.Minutes(36, 39);
            }
            script.Office("preparation-items", at, new() { ["item"] = item, ["outcome"] = setting.Emergency && item == "consent" ? "not-applicable" : "done" });
        }
        script.Office("preparation", roomEntry - dice.Minutes(25, 35));
    }
}
