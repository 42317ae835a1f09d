namespace Periop.Simulator.Planning;

/// <summary>The operations around the lead specialty, told shorter.</summary>
static class OtherSurgery
{
    public static Surgery Tell(CaseScript script, DateTimeOffset timeOut)
    {
        var (operation, dice) = (script.Setting.Operation, script.Dice);
        var incision = timeOut + dice.Minutes(2, 6);
        var closure = incision + dice.Minutes(operation.ShortestMinutes, operation.LongestMinutes);
        script.Milestone("incision", incision);
        if (operation.Implants)
            Implants.OfOtherOperations(script, incision + .35 * (closure - incision), incision + .7 * (closure - incision));
        if (dice.Chance(.15))
            script.Nurse("specimens", incision + .5 * (closure - incision), new() { ["label"] = operation.Service == "spine" ? "disc" : "tissue" });
        Departure.BeginClosing(script, closure, 9);
        var units = Fluids.Tell(script, incision, closure, operation.BloodLossMl);
        return new(incision, closure, NerveInjured: dice.Chance(BaseRates.NerveInjury), units);
    }
}
