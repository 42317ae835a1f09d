namespace Periop.Statistics.Charts;

/// <summary>A stretch of a chart, by indexes from 0, both included.</summary>
public sealed record ChartSpan(int From, int To)
{
    public bool Contains(int index) => From <= index && index <= To;
}

/// <summary>A value with its lines.</summary>
/// <param name="Value">As drawn: a rate, a gap between events, a value; null for a gap in the data.</param>
/// <param name="Of">Cases or exposure; 0 for a gap in the data of p and u.</param>
/// <param name="Centre">The line that runs are counted about; null where the phase has no value at all.</param>
/// <param name="Limits">Three standard deviations to either side; null for a gap in the data.</param>
/// <param name="IsOutside">Whether the value lies beyond a limit; on it is inside.</param>
public sealed record ChartPoint(double? Value, double Of, double? Centre, Interval? Limits, bool IsOutside)
{
    /// <summary>Two standard deviations to either side.</summary>
    internal Interval? Warning { get; init; }

    /// <summary>1 for a value above the centre line, -1 for one below, 0 on it.</summary>
    internal int Side => Rounding.Sign(Value!.Value - Centre!.Value);
}

/// <summary>A part of a chart with limits of its own.</summary>
/// <param name="Span">Which values.</param>
/// <param name="Mean">Of the values that the limits come from.</param>
/// <param name="Centre">The centre line: the median for cases between events, else the mean.</param>
/// <param name="Count">From how many values the limits come.</param>
/// <param name="IsTrial">With fewer than 12 they are trial limits: they will move.</param>
/// <param name="Runs">The runs about the centre line, by Anhøj's rules, whichever rule set is asked for.</param>
/// <param name="Signals">What the rule set found.</param>
public sealed record ChartPhase(
    ChartSpan Span, double Mean, double Centre, int Count, bool IsTrial, RunsAnalysis Runs, IReadOnlyList<RuleSignal> Signals);

/// <summary>
/// Values in order of time with limits that show whether they differ by more than chance. Limits come from all values of a phase, or from
/// a baseline, and are never moved by themselves.
/// </summary>
/// <param name="Rules">The rule set that decided what a signal is, with its version.</param>
/// <param name="Points">One for each value, gaps too.</param>
/// <param name="Phases">One, or more where the chart is split. A phase without any value is left out.</param>
public sealed record ControlChart(ChartKind Kind, RuleSet Rules, IReadOnlyList<ChartPoint> Points, IReadOnlyList<ChartPhase> Phases)
{
    /// <summary>With fewer values the limits are trial limits.</summary>
    public const int FewestForLimits = 12;

    const double Limit = 3, WarningLimit = 2;

    /// <summary>Charts values.</summary>
    /// <param name="rules">Default <see cref="RuleSet.Anhoej"/>.</param>
    /// <param name="baseline">The values that the limits of their phase come from; default all of the phase.</param>
    /// <param name="splits">The indexes at which a new phase begins.</param>
    /// <param name="isScreened">Of t and individual values, whether outstanding moving ranges are left out of the limits.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value cannot be one of its kind, or an index is none of the values'.</exception>
    public static ControlChart Of(ChartKind kind, IReadOnlyList<ChartValue> values, RuleSet? rules = null, ChartSpan? baseline = null,
        IReadOnlyCollection<int>? splits = null, bool isScreened = true)
    {
        if (values.Any(v => !v.IsGap && !CanBe(kind, v)))
            throw new ArgumentOutOfRangeException(nameof(values), $"A value cannot be one of a {kind} chart.");
        if (splits?.Any(s => s < 0 || s >= values.Count) == true)
            throw new ArgumentOutOfRangeException(nameof(splits), "A split is the index of a value.");
        if (baseline is not null && (baseline.From < 0 || baseline.To >= values.Count || baseline.From > baseline.To))
            throw new ArgumentOutOfRangeException(nameof(baseline), "A baseline is a stretch of the values.");

        var set = rules ?? RuleSet.Anhoej;
        var (points, phases) = (new List<ChartPoint>(), new List<ChartPhase>());
        int[] starts = [.. (splits ?? []).Append(0).Distinct().Order(), values.Count];
        foreach (var (from, next) in starts.Zip(starts.Skip(1)))
        {
            var span = new ChartSpan(from, next - 1);
            var limits = LimitsOf(kind, values, span, baseline, isScreened, out var count);
            points.AddRange(values.Skip(from).Take(next - from).Select(v => Point(kind, v, limits)));
            if (limits is null)
                continue;
            var seen = points.Skip(from).Select((p, i) => (Point: p, Index: from + i)).Where(p => p.Point.Value is not null).ToList();
            phases.Add(new(span, limits.Mean, limits.Centre, count, count < FewestForLimits,
                RunsAnalysis.Of([.. seen.Select(p => p.Point.Value!.Value)], limits.Centre), set.Find(seen)));
        }
        return new(kind, set, points, phases);
    }

    static ChartLimits? LimitsOf(ChartKind kind, IReadOnlyList<ChartValue> values, ChartSpan span, ChartSpan? baseline, bool isScreened, out int count)
    {
        var own = Known(values, span);
        var chosen = baseline is null ? [] : Known(values, new(Math.Max(span.From, baseline.From), Math.Min(span.To, baseline.To)));
        var used = chosen.Any(v => v is not null) ? chosen : own;
        count = used.Count(v => v is not null);
        return count == 0 ? null : ChartLimits.Of(kind, used, isScreened);
    }

    /// <summary>Gaps stay in their places, as neighbours across one are none.</summary>
    static IReadOnlyList<ChartValue?> Known(IReadOnlyList<ChartValue> values, ChartSpan span) =>
        [.. values.Where((_, i) => span.Contains(i)).Select(v => v.IsGap ? null : v)];

    static ChartPoint Point(ChartKind kind, ChartValue value, ChartLimits? limits)
    {
        var of = kind is ChartKind.P or ChartKind.PPrime or ChartKind.U ? Math.Max(0, value.Of) : value.IsGap ? 0 : 1;
        if (value.IsGap || limits is null)
            return new(null, of, limits?.Centre, null, false);
        var drawn = kind is ChartKind.P or ChartKind.PPrime or ChartKind.U ? value.Value!.Value / value.Of : value.Value!.Value;
        var within = new Interval(limits.At(-Limit, value.Of), limits.At(Limit, value.Of));
        return new(drawn, of, limits.Centre, within, Rounding.IsBeyond(within, drawn))
        {
            Warning = new(limits.At(-WarningLimit, value.Of), limits.At(WarningLimit, value.Of)),
        };
    }

    static bool CanBe(ChartKind kind, ChartValue value) => double.IsFinite(value.Value!.Value) && double.IsFinite(value.Of) && kind switch
    {
        ChartKind.P or ChartKind.PPrime => value.Value >= 0 && value.Value <= value.Of,
        ChartKind.Individuals => true,
        _ => value.Value >= 0,
    };
}
