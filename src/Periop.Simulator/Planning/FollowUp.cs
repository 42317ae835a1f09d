using System.Text.Json.Nodes;

namespace Periop.Simulator.Planning;

/// <summary>The visits after 6 weeks, 90 days and 12 months, with those who don't come.</summary>
static class FollowUp
{
    static readonly string[] EarlyKinds = ["infection", "blood-clots", "nerve-injury", "wound-disruption", "readmission", "return-to-room"];

    public static void Tell(CaseScript script, OsteotomyPlan? spine, Aftermath aftermath, DateTimeOffset discharge)
    {
        var dice = script.Dice;
        // The quality team reads the record after a month, whoever came or not
        var read = script.DayAfter(discharge, 31, 9, 16);
        if (dice.Chance(.8) && aftermath.IsAlive(read))
            script.Office("assessments", read, new() { ["assessments"] = Assess(EarlyKinds, aftermath, read) });

        Visit(42, BaseRates.SeenAt6Weeks, dice.Between(2, 6), []);
        Visit(91, BaseRates.SeenAt90Days, dice.Between(1, 5), EarlyKinds);
        var (hardware, fusion) = LateFindings(script, spine, aftermath, discharge);
        Visit(365, BaseRates.SeenAt12Months, aftermath.Since.ContainsKey("chronic-pain") ? dice.Between(6, 9) : dice.Between(0, 4),
            spine is null ? ["chronic-pain"] : ["non-union", "hardware-failure", "chronic-pain"], hardware, fusion);

        void Visit(int days, double seen, int pain, string[] kinds, string? hardware = null, string? fusion = null)
        {
            var at = script.DayAfter(discharge, days + dice.Between(0, 10), 9, 16);
            if (!aftermath.IsAlive(at))
                return;
            if (!dice.Chance(seen))
            {
                // Of those not seen some are documented, and the rest is silence: due, not assessed
                if (dice.Weighted((.4, "follow-up-losses"), (.06, "follow-up-withdrawals"), (.54, (string?)null)) is { } documented)
                {
                    Attempt(script.DayAfter(at, dice.Between(3, 6), 9, 16), "call", "not-reached");
                    Attempt(script.DayAfter(at, dice.Between(7, 13), 9, 16), dice.Pick<string>(["call", "letter"]),
                        documented == "follow-up-losses" ? "not-reached" : "reached");
                    script.Office(documented, at + dice.Days(14, 30));
                }
                return;
            }
            if (dice.Chance(.3))
                Attempt(script.DayAfter(at, -dice.Between(2, 6), 9, 16), "call", "reached");
            var body = new JsonObject { ["alive"] = true, ["painScore"] = pain, ["disabilityScore"] = Math.Min(100, pain * 8 + dice.Between(0, 15)) };
            if (kinds.Length > 0)
                body["assessments"] = Assess(kinds, aftermath, at);
            if (hardware is not null)
                body["hardware"] = hardware;
            if (fusion is not null)
                body["fusion"] = fusion;
            script.Office("follow-ups", at, body);
        }

        void Attempt(DateTimeOffset at, string method, string result) =>
            script.Office("follow-up-attempts", at, new() { ["method"] = method, ["result"] = result });
    }

    /// <summary>What shows only after months: pain that stays, and on the films a broken rod or an open fusion.</summary>
    static (string? Hardware, string? Fusion) LateFindings(CaseScript script, OsteotomyPlan? spine, Aftermath aftermath, DateTimeOffset discharge)
    {
        var dice = script.Dice;
        Occurs("chronic-pain", BaseRates.ChronicPain);
        if (spine is null)
            return default;
        var weak = spine is { IsThreeColumn: true, Rods: 2 };
        var broken = weak && Occurs("hardware-failure", BaseRates.RodBreakageTwoRods);
        var open = Occurs("non-union", weak ? BaseRates.NonUnionTwoRods : BaseRates.NonUnionFourRods);
        return (broken ? "broken" : "intact", open ? "not-fused" : dice.Chance(.1) ? "indeterminate" : "fused");

        bool Occurs(string kind, double rate)
        {
            var occurs = dice.Chance(rate);
            if (occurs)
                aftermath.Since[kind] = discharge + dice.Days(100, 340);
            return occurs;
        }
    }

    static JsonArray Assess(string[] kinds, Aftermath aftermath, DateTimeOffset at) => Body.List(kinds.Select(kind => new JsonObject
    {
        ["kind"] = kind,
        ["finding"] = aftermath.Since.Any(occurred => occurred.Value <= at && Speaks(kind, occurred.Key)) ? "present" : "absent",
    }));

    static bool Speaks(string kind, string occurred) => kind switch
    {
        "infection" => occurred.StartsWith("infection-", StringComparison.Ordinal),
        "blood-clots" => occurred is "deep-vein-thrombosis" or "pulmonary-embolism",
        _ => kind == occurred,
    };
}
