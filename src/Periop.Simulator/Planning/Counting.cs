namespace Periop.Simulator.Planning;

/// <summary>Sponges, sharps and instruments, counted three times.</summary>
static class Counting
{
    static readonly string[] Kinds = ["sponges", "sharps", "instruments"];

    public static void Tell(CaseScript script, string phase, DateTimeOffset at)
    {
        foreach (var kind in Kinds)
        {
            var astray = phase == "closing" && script.Dice.Chance(BaseRates.CountDiscrepancy / Kinds.Length);
            Count(kind, astray ? "discrepancy" : "correct", at += script.Dice.Minutes(.3, .7));
            if (astray)
                Count(kind, "resolved", at + script.Dice.Minutes(4, 9));
        }

        void Count(string kind, string result, DateTimeOffset when) =>
            script.Nurse("counts", when, new() { ["what"] = kind, ["phase"] = phase, ["result"] = result });
    }
}
