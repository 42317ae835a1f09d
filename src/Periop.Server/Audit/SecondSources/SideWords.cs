using Periop.Server.Shell;

namespace Periop.Server.Audit.SecondSources;

/// <summary>What is said of the sides of a reconciliation.</summary>
static class SideWords
{
    public static string Of(Side side) => side switch
    {
        Side.Matched => "In both",
        Side.OnlyInRegister => "Only in the register",
        Side.OnlyInSecondSource => "Only in the second source",
        Side.OutsideQuestion => "Named by the source, outside the question",
        _ => "Numbers that no case has",
    };

    /// <summary>8 of 10: 80.0 % (49.0 % – 94.3 %).</summary>
    public static string Of(MatchedShare share) => share.Rate is null
        ? $"{share.Matched} of {share.Cases}: no share"
        : $"{share.Matched} of {share.Cases}: {NumberWords.Percent(share.Rate)} ({NumberWords.Percents(share.Wilson)})";
}
