namespace Periop.Simulator.Planning;

/// <summary>The ward: first steps, the standing film, and home.</summary>
static class AfterTheRoom
{
    /// <returns>When the patient is discharged.</returns>
    public static DateTimeOffset Tell(CaseScript script, DateTimeOffset roomExit)
    {
        var (operation, dice) = (script.Setting.Operation, script.Dice);
        script.Office("physical-therapy", script.DayAfter(roomExit, 1, 9, 14));
        var discharge = Discharge(script, roomExit);
        if (operation.IsSpinalOsteotomy)
            script.Office("corrections-measured", script.DayAfter(roomExit, 2, 10, 15), new()
            {
                ["kind"] = "sagittal-vertical-axis", ["value"] = dice.Between(5, 60), ["unit"] = "mm", ["phase"] = "postoperative",
                ["reason"] = "Standing film after the operation",
            });
        script.Office("discharge", discharge, new() { ["destination"] = dice.Weighted((.78, "home"), (.18, "rehabilitation"), (.04, "nursing-facility")) });
        return discharge;
    }

    /// <summary>Within the operation's stay both in calendar days and in hours.</summary>
    static DateTimeOffset Discharge(CaseScript script, DateTimeOffset roomExit)
    {
        var (operation, dice) = (script.Setting.Operation, script.Dice);
        var days = dice.Between(operation.ShortestStay, operation.LongestStay);
        var discharge = script.DayAfter(roomExit, days, 9, 16);
        return discharge - roomExit < TimeSpan.FromDays(operation.ShortestStay) ? script.DayAfter(roomExit, days + 1, 9, 16)
            : discharge - roomExit > TimeSpan.FromDays(operation.LongestStay) ? script.DayAfter(roomExit, days - 1, 9, 16)
            : discharge;
    }
}
