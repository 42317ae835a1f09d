using Periop.Server.Audit.Outcomes;
using Periop.Server.Audit.Rates;
using Periop.Server.Shell;
using Periop.Statistics.Funnels;

namespace Periop.Server.Audit.Signals;

/// <summary>Something to know before groups are compared.</summary>
/// <param name="IsWell">It stands in no way.</param>
sealed record FunnelCheck(bool IsWell, string Title, string Detail);

/// <summary>What has to be looked at before anybody compares: size, spread, risk, completeness.</summary>
static class FunnelChecks
{
    /// <summary>From so much on, groups differ by more than chance alone explains.</summary>
    const double PlainlyMore = 1.5;

    public static IReadOnlyList<FunnelCheck> Of(FunnelAnswer answer)
    {
        var points = answer.Points.Where(p => p.Rate is not null).ToList();
        return [.. Size(answer, points), .. Spread(answer, points), Risk(answer), .. Completeness(points)];
    }

    static IEnumerable<FunnelCheck> Size(FunnelAnswer answer, List<FunnelGroup> points)
    {
        if (points.Count == 0)
            yield break;
        var median = points.Select(p => p.N).Order().ElementAt((points.Count - 1) / 2);
        var what = answer.GroupBy is GroupBy.None ? "group" : CohortWords.By(answer.GroupBy);
        var isEnough = answer.Model is null ? median * (answer.Target ?? 0) >= 1 : points.Count(p => p.Expected >= 1) * 2 > points.Count;
        yield return isEnough
            ? new(true, "Enough cases:", $"median {NumberWords.Count(median)} a {what}.")
            : new(false, "Small groups:", $"median {NumberWords.Count(median)} a {what}; of half of them less than one event is to be expected.");
    }

    static IEnumerable<FunnelCheck> Spread(FunnelAnswer answer, List<FunnelGroup> points)
    {
        var form = answer.Model is null ? DispersionForm.Arcsine : DispersionForm.Cqc;
        var sized = points.Select(p => (p.Events, Size: p.Expected ?? p.N)).Where(p => p.Size > 0).ToList();
        if (answer.Target is not { } target || sized.Count < 2 || Overdispersion.Of(form, sized, target) is not { } spread)
            yield break;
        yield return spread.Phi < PlainlyMore
            ? new(true, "No more spread than chance:", $"φ {NumberWords.Fixed(spread.Phi, 1)}.")
            : new(false, "More spread than chance:", $"φ {NumberWords.Fixed(spread.Phi, 1)}, {spread.Trimming.ToString().ToLowerInvariant()}. "
                + (answer.Overdispersion is null ? "The limits are not widened for it."
                    : "Long dashes are the limits widened for it; shapes do not follow them."));
    }

    static FunnelCheck Risk(FunnelAnswer answer)
    {
        if (answer.Model is not { } model)
            return new(false, "Not adjusted for risk.", "Cases differ between groups.");
        var left = answer.Points.Sum(p => p.WithoutRisk ?? 0);
        var by = $"by {model.Id}, version {model.Version}";
        return left == 0 ? new(true, "Adjusted for risk", $"{by}.")
            : new(false, "Adjusted for risk", $"{by}, without {NumberWords.Of(left, "case")} of which a factor is not known.");
    }

    static IEnumerable<FunnelCheck> Completeness(List<FunnelGroup> points)
    {
        foreach (var point in points.Where(p => !SignalWords.IsComparable(p)))
            yield return new(false, $"{point.Key} is not drawn:", $"{NumberWords.WholePercent(point.Completeness)} complete, no comparison.");
        var low = points.Where(p => SignalWords.IsComparable(p) && p.Completeness < RateGroup.GreenFrom).Select(p => p.Key).ToList();
        if (low.Count > 0)
            yield return new(false, "Low completeness:", $"{string.Join(", ", low)}, under {NumberWords.Percent(RateGroup.GreenFrom, 0)}.");
        else if (points.Count > 0 && points.All(SignalWords.IsComparable))
            yield return new(true, "Complete enough:", $"every group from {NumberWords.WholePercent(points.Min(p => p.Completeness))} on.");
    }
}
