using Periop.Server.Shell;

namespace Periop.Server.Audit.Rates;

/// <summary>What a table of rates says of a group beside its counts.</summary>
static class RateWords
{
    /// <summary>With fewer assessed there is no rate, for a single case would move it by more than ten percent.</summary>
    public const int FewestAssessed = 10;

    public static int Assessed(RateGroup group) => group.Present + group.Absent;

    public static bool IsFew(RateGroup group) => Assessed(group) < FewestAssessed;

    /// <summary>Whether so many were assessed that the rate can stand beside others.</summary>
    public static bool IsComparable(RateGroup group) => group.Light is not Light.Red;

    public static string Rate(RateGroup group) => IsFew(group) ? NumberWords.None : NumberWords.Percent(group.Rate);

    public static string Interval(RateGroup group) => IsFew(group) ? "" : NumberWords.Percents(group.Wilson);

    /// <summary>What is to be said of how complete it is; null where that is nothing.</summary>
    public static string? Completeness(RateGroup group) => group.Light switch
    {
        Light.Amber => "low",
        Light.Red => "no comparison",
        _ => null,
    };

    /// <summary>What a bar shows, for those who do not see it.</summary>
    public static string Bar(RateGroup group) => IsFew(group) ? Few(group)
        : $"{(IsComparable(group) ? $"rate {NumberWords.Percent(group.Rate)}, 95 percent interval {NumberWords.Percents(group.Wilson)}, " : "")}"
            + $"from {NumberWords.Percent(group.Best)} to {NumberWords.Percent(group.Worst)} were all known";

    public static string Few(RateGroup group) =>
        Assessed(group) == 0 ? "none assessed: no rate" : $"fewer than {FewestAssessed} assessed: no rate";

    /// <summary>Observed over expected with its exact interval, or why there is none.</summary>
    public static string Ratio(ExpectedRatio ratio) => ratio.Value is null ? ratio.Reason?.Replace('-', ' ') ?? NumberWords.None
        : $"{NumberWords.Fixed(ratio.Value, 2)} ({NumberWords.Range(ratio.Exact, 2)})";
}
