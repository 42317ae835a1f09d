namespace Periop.Statistics.Funnels;

/// <summary>A group of cases by its events.</summary>
/// <param name="Key">What the group is called.</param>
/// <param name="Events">From 0 to the cases.</param>
/// <param name="Of">Its cases, 0 or more.</param>
public sealed record CountedGroup(string Key, int Events, int Of);

/// <summary>A group of cases by its events and those expected of it.</summary>
/// <param name="Key">What the group is called.</param>
/// <param name="Observed">0 or more.</param>
/// <param name="Expected">The sum of its cases' expected probabilities, 0 or more.</param>
public sealed record ExpectedGroup(string Key, int Observed, double Expected);

/// <summary>A group in a funnel.</summary>
/// <param name="Key">What the group is called.</param>
/// <param name="Events">How many had the event.</param>
/// <param name="Size">Its cases, or its expected events.</param>
/// <param name="Rate">Events over size; null without cases, or with less than one event expected.</param>
/// <param name="Limits">As drawn at this size; null where there is no rate.</param>
/// <param name="Adjusted">The limits widened for overdispersion, and what they say; null where not asked for or without a rate.</param>
/// <param name="Tail">The smaller exact tail; null where there is no rate.</param>
/// <param name="Signal">By the exact tail, whatever is drawn.</param>
public sealed record FunnelPoint(
    string Key, int Events, double Size, double? Rate, FunnelLimits? Limits, AdjustedLimits? Adjusted, double? Tail, FunnelSignal Signal);

/// <summary>Limits widened for overdispersion, beside the unadjusted ones.</summary>
/// <param name="Signal">By these limits.</param>
public sealed record AdjustedLimits(FunnelLimits Limits, FunnelSignal Signal);

/// <summary>Groups around a target, each with the limits for its size. Nothing is ranked: points stand in the order given.</summary>
/// <param name="Target">The rate or ratio of comparison; null where there is no case at all and none was given.</param>
/// <param name="Dispersion">The spread of the groups; null where not asked for or not measurable.</param>
/// <param name="SignalsLowFrom95">The cases from which a group without event can signal low outside 95; null for ratios.</param>
/// <param name="SignalsLowFrom998">The same outside 99.8.</param>
public sealed record Funnel(
    double? Target, IReadOnlyList<FunnelPoint> Points, Overdispersion? Dispersion, int? SignalsLowFrom95, int? SignalsLowFrom998)
{
    /// <summary>Of the rates of groups.</summary>
    /// <param name="target">From 0 to 1; default the pooled rate of the groups.</param>
    /// <param name="adjust">Whether to measure overdispersion and widen limits by it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The target or a count is out of range.</exception>
    public static Funnel OfProportions(IReadOnlyList<CountedGroup> groups, double? target = null, bool adjust = false, Trimming? trimming = null)
    {
        if (target is { } given && given is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(target), target, "A target rate lies from 0 to 1.");
        if (groups.Any(g => g.Events < 0 || g.Events > g.Of))
            throw new ArgumentOutOfRangeException(nameof(groups), "Of a group's cases some had the event: 0 <= events <= cases.");
        var cases = groups.Sum(g => (long)g.Of);
        if ((target ?? (cases == 0 ? null : groups.Sum(g => (long)g.Events) / (double)cases)) is not { } theta)
            return new(null, [.. groups.Select(g => Empty(g.Key, g.Events, g.Of))], null, null, null);

        var spread = adjust
            ? Overdispersion.Of(DispersionForm.Arcsine, [.. groups.Where(g => g.Of > 0).Select(g => (g.Events, (double)g.Of))], theta, trimming)
            : null;
        var points = from g in groups
                     select g.Of == 0 ? Empty(g.Key, g.Events, g.Of)
                         : Point(g.Key, g.Events, g.Of, FunnelLimits.OfProportion(g.Of, theta), FunnelTail.OfProportion(g.Events, g.Of, theta), spread);
        return new(theta, [.. points], spread,
            FunnelTail.CasesToSignalLow(theta, FunnelTail.Tail95), FunnelTail.CasesToSignalLow(theta, FunnelTail.Tail998));
    }

    /// <summary>Of O/E of groups. A group with less than one event expected has no ratio.</summary>
    /// <param name="target">Above 0; default 1. The ratio of all groups is that of their sums, <see cref="PooledRatio"/>.</param>
    /// <param name="adjust">The form in which to measure overdispersion; null for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">The target or a count is out of range.</exception>
    public static Funnel OfRatios(IReadOnlyList<ExpectedGroup> groups, double target = 1, DispersionForm? adjust = null, Trimming? trimming = null)
    {
        if (!double.IsFinite(target) || target <= 0)
            throw new ArgumentOutOfRangeException(nameof(target), target, "A target ratio is above 0.");
        if (groups.Any(g => g.Observed < 0 || !double.IsFinite(g.Expected) || g.Expected < 0))
            throw new ArgumentOutOfRangeException(nameof(groups), "Observed and expected events are 0 or more.");
        if (adjust is DispersionForm.Arcsine)
            throw new ArgumentOutOfRangeException(nameof(adjust), adjust, "The arcsine form is for proportions.");
        var spread = adjust is { } form
            ? Overdispersion.Of(form, [.. groups.Where(HasRatio).Select(g => (g.Observed, g.Expected))], target, trimming)
            : null;
        var points = from g in groups
                     let tail = FunnelTail.OfRatio(g.Observed, g.Expected, target)
                     select HasRatio(g)
                         ? Point(g.Key, g.Observed, g.Expected, FunnelLimits.OfRatio(g.Expected, target), tail, spread)
                         : Empty(g.Key, g.Observed, g.Expected);
        return new(target, [.. points], spread, null, null);
    }

    /// <summary>The ratio of sums ΣO/ΣE; null where less than one event is expected in all.</summary>
    public static double? PooledRatio(IReadOnlyList<ExpectedGroup> groups)
    {
        var expected = groups.Sum(g => g.Expected);
        return expected < StandardisedRatio.LeastExpected ? null : groups.Sum(g => (long)g.Observed) / expected;
    }

    static bool HasRatio(ExpectedGroup group) => group.Expected >= StandardisedRatio.LeastExpected;

    static FunnelPoint Point(string key, int events, double size, FunnelLimits limits, FunnelTail tail, Overdispersion? spread) =>
        new(key, events, size, events / size, limits, spread is null ? null : new(spread.Limits(size), spread.SignalOf(events, size)), tail.Tail, tail.Signal);

    static FunnelPoint Empty(string key, int events, double size) => new(key, events, size, null, null, null, null, FunnelSignal.None);
}
