namespace Periop.Statistics.Funnels;

/// <summary>The scale on which the spread of groups is measured: y with its standard error s.</summary>
public enum DispersionForm
{
    /// <summary>Proportions: y = arcsine √p, s = 1/(2√n).</summary>
    Arcsine,

    /// <summary>Ratios, form of the Care Quality Commission: y = √(O/E), s = 1/(2√E). A group without an event counts.</summary>
    Cqc,

    /// <summary>Ratios, form of the Summary Hospital-level Mortality Indicator: y = ln(O/E), s = 1/√E. A group without an event cannot count.</summary>
    Shmi,
}

/// <summary>What is done with the outermost z before the spread is measured, so that what is to be found does not hide itself.</summary>
public enum Trimming
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A z beyond the 10 or 90 percent quantile is moved to it.</summary>
    Winsorised,

    /// <summary>The lowest and highest tenth by rank are left out; fewer than ten groups have none.</summary>
    Truncated,
}

/// <summary>
/// How much more groups differ than by chance: z = (y - target)/s, φ = Σz²/n, w = 1/s²,
/// τ² = max(0, (nφ - (n-1))/(Σw - Σw²/Σw)). Limits are widened from s to √(s² + τ²) (Spiegelhalter 2005, as done by FunnelPlotR).
/// </summary>
/// <param name="Form">On which scale.</param>
/// <param name="Trimming">What was done with the outermost z.</param>
/// <param name="Target">The rate or ratio that groups are compared with.</param>
/// <param name="Phi">φ: 1 where groups differ by chance alone.</param>
/// <param name="BetweenVariance">τ², on the scale of the form.</param>
/// <param name="Z">The z of each group before trimming, in the order given; null for a group that cannot count.</param>
public sealed record Overdispersion(
    DispersionForm Form, Trimming Trimming, double Target, double Phi, double BetweenVariance, IReadOnlyList<double?> Z)
{
    const double Trimmed = 0.1;

    /// <summary>Measures the spread of groups.</summary>
    /// <param name="groups">Events, and cases or expected events (above 0), of each group.</param>
    /// <param name="target">A rate from 0 to 1, or a ratio above 0.</param>
    /// <param name="trimming">Null for the form's own: ratios in the form of the SHMI are truncated, others winsorised.</param>
    /// <returns>Null where no group counts.</returns>
    public static Overdispersion? Of(DispersionForm form, IReadOnlyList<(int Events, double Size)> groups, double target, Trimming? trimming = null)
    {
        var trim = trimming ?? (form == DispersionForm.Shmi ? Trimming.Truncated : Trimming.Winsorised);
        var z = groups.Select(g => form == DispersionForm.Shmi && g.Events == 0 ? null
            : (double?)((Scaled(form, g.Events / g.Size) - Scaled(form, target)) / Error(form, g.Size, target))).ToList();
        var counting = groups.Zip(z).Where(g => g.Second is not null).Select(g => (Z: g.Second!.Value, g.First.Size)).ToList();
        if (counting.Count == 0)
            return null;

        var used = trim switch
        {
            Trimming.Winsorised => Winsorised(counting),
            Trimming.Truncated => Truncated(counting),
            _ => counting,
        };
        var squares = used.Sum(g => g.Z * g.Z);
        var weights = used.Select(g => 1 / Square(Error(form, g.Size, target))).ToList();
        var sum = weights.Sum();
        var between = used.Count < 2 ? 0 : Math.Max(0, (squares - (used.Count - 1)) / (sum - weights.Sum(Square) / sum));
        return new(form, trim, target, used.Count == 0 ? 1 : squares / used.Count, between, z);
    }

    /// <summary>The limits with which 95 and 99.8 percent of groups that differ so much lie within.</summary>
    /// <param name="size">Cases or expected events, above 0.</param>
    public FunnelLimits Limits(double size)
    {
        var error = Math.Sqrt(Square(Error(Form, size, Target)) + BetweenVariance);
        return new(Between(0.95), Between(0.998));

        Interval Between(double share)
        {
            var (centre, reach) = (Scaled(Form, Target), Confidence.Z(share) * error);
            return new(Unscaled(Form, centre - reach), Unscaled(Form, centre + reach));
        }
    }

    /// <summary>What the group says against the widened limits, which are of a normal distribution.</summary>
    /// <param name="size">Cases or expected events, above 0.</param>
    public FunnelSignal SignalOf(int events, double size)
    {
        var z = (Scaled(Form, events / size) - Scaled(Form, Target)) / Math.Sqrt(Square(Error(Form, size, Target)) + BetweenVariance);
        return z < -Confidence.Z(0.998) ? FunnelSignal.Low998 : z > Confidence.Z(0.998) ? FunnelSignal.High998
            : z < -Confidence.Z(0.95) ? FunnelSignal.Low95 : z > Confidence.Z(0.95) ? FunnelSignal.High95
            : FunnelSignal.None;
    }

    static double Scaled(DispersionForm form, double value) => form switch
    {
        DispersionForm.Arcsine => Math.Asin(Math.Sqrt(value)),
        DispersionForm.Cqc => Math.Sqrt(value),
        _ => Math.Log(value),
    };

    static double Unscaled(DispersionForm form, double value) => form switch
    {
        DispersionForm.Arcsine => Square(Math.Sin(Math.Clamp(value, 0, Math.PI / 2))),
        DispersionForm.Cqc => Square(Math.Max(0, value)),
        _ => Math.Exp(value),
    };

    /// <summary>s. Around another target than 1, √(O/E) spreads as before and ln(O/E) as that many expected events do.</summary>
    static double Error(DispersionForm form, double size, double target) =>
        form == DispersionForm.Shmi ? 1 / Math.Sqrt(size * target) : 1 / (2 * Math.Sqrt(size));

    static List<(double Z, double Size)> Winsorised(List<(double Z, double Size)> groups)
    {
        var ordered = groups.Select(g => g.Z).Order().ToList();
        var (low, high) = (Interpolated(ordered, Trimmed), Interpolated(ordered, 1 - Trimmed));
        return [.. groups.Select(g => (Math.Clamp(g.Z, low, high), g.Size))];
    }

    /// <summary>The quantile between order statistics, as R takes it (type 7).</summary>
    static double Interpolated(List<double> ordered, double p)
    {
        var place = (ordered.Count - 1) * p;
        var below = (int)place;
        return below + 1 == ordered.Count ? ordered[below] : ordered[below] + (place - below) * (ordered[below + 1] - ordered[below]);
    }

    static List<(double Z, double Size)> Truncated(List<(double Z, double Size)> groups) =>
    [
        .. from g in groups
           let rank = groups.Count(o => o.Z < g.Z) + (groups.Count(o => o.Z == g.Z) + 1) / 2.0
           let tenth = Math.Floor(rank / Trimmed / (groups.Count + 1) + 1e-9)
           where tenth is > 0 and < 9
           select g
    ];

    static double Square(double value) => value * value;
}
