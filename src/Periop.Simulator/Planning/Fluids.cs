namespace Periop.Simulator.Planning;

/// <summary>Blood and fluids during the operation.</summary>
static class Fluids
{
    /// <returns>Units of red cells given.</returns>
    public static int Tell(CaseScript script, DateTimeOffset incision, DateTimeOffset closure, int usualLossMl)
    {
        var dice = script.Dice;
        var length = closure - incision;
        var loss = (int)(usualLossMl * dice.Between(40, 190) / 100d);
        var readings = Math.Max(1, (int)(length.TotalHours + .5));
        for (var reading = 1; reading <= readings; reading++)
            script.Nurse("blood-loss", At((reading - .3) / readings), new() { ["cumulativeMl"] = loss * reading / readings / 10 * 10 });

        Fluid("crystalloid", Math.Round(length.TotalHours * 500 / 100) * 100, .3);
        Fluid("urine", Math.Round(length.TotalHours * 70 / 10) * 10, .9);
        if (usualLossMl >= 900)
            Fluid("txa", 1000, .02, "mg");
        if (loss >= 800)
        {
            Fluid("colloid", 500, .55);
            Fluid("cell-saver", loss / 4 / 10 * 10, .8);
        }
        var units = Math.Max(0, (loss - 1000) / 350);
        if (units > 0)
            script.Anesthesia("blood-products", At(.7), new() { ["product"] = "red-cells", ["units"] = units });
        return units;

        void Fluid(string kind, double amount, double share, string unit = "ml") =>
            script.Anesthesia("fluids", At(share), new() { ["kind"] = kind, ["amount"] = amount, ["unit"] = unit });

        DateTimeOffset At(double share) => incision + share * length;
    }
}
