namespace Periop.Simulator.Planning.Past;

/// <summary>The coder comes to a case after some days or weeks, and to some not yet.</summary>
static class PastCoding
{
    public static void Tell(PastScript past)
    {
        var dice = past.Dice;
        var suggested = Coding.Suggested(past.Script);
        var at = past.Day(dice.Between(9, 24));
        if (dice.Chance(.06))
            return;
        var otherwise = Coding.IsOtherwise(dice, suggested);
        if (past.Desk("codings", at, Coding.Decision(suggested, otherwise)) is not null)
            past.IsCoded(otherwise);
    }
}
