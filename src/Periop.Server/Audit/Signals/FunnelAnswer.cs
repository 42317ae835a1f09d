using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Audit.Plots;
using Periop.Server.Audit.Rates;
using Periop.Server.Hospitals;
using Periop.Server.Json;
using Periop.Server.Register;
using Periop.Statistics.Funnels;

namespace Periop.Server.Audit.Signals;

/// <summary>Whether any group is further from the others than chance explains.</summary>
/// <param name="Target">The rate or ratio of comparison; null: the pooled rate of the answer, with a model 1.</param>
/// <param name="IsAdjusted">Whether limits widened for overdispersion are wanted beside the others.</param>
/// <param name="Model">With one, groups are compared by observed over expected.</param>
sealed record FunnelQuestion(double? Target, bool IsAdjusted, ModelAsked? Model) : CohortQuestion("funnel");

/// <summary>A group in a funnel.</summary>
/// <param name="N">Its assessed cases; with a model those whose risk is known.</param>
/// <param name="Expected">With a model, how many events were.</param>
/// <param name="WithoutRisk">With a model, the assessed cases that are left out because a factor is not known.</param>
/// <param name="Rate">With a model, observed over expected.</param>
/// <param name="Limits95">As drawn; null where there is no rate.</param>
/// <param name="Adjusted95">Widened for overdispersion; null where not asked for.</param>
/// <param name="AdjustedSignal">By the widened limits.</param>
/// <param name="Tail">The smaller exact tail.</param>
/// <param name="Signal">By the exact tail, whatever is drawn.</param>
/// <param name="Estimate">The rate drawn towards that of all groups, as far as the group is small; null with a model.</param>
/// <param name="Explain">The address of the cases.</param>
sealed record FunnelGroup(
    string Key, int N, int Events, double? Expected, int? WithoutRisk, double? Rate, IReadOnlyList<double>? Limits95, IReadOnlyList<double>? Limits998,
    IReadOnlyList<double>? Adjusted95, IReadOnlyList<double>? Adjusted998, FunnelSignal? AdjustedSignal, double? Tail, FunnelSignal Signal,
    double? Estimate, double? Reliability, double? Completeness, string Explain);

/// <summary>How much more groups differ than by chance.</summary>
/// <param name="Phi">1 where it is by chance alone.</param>
/// <param name="Tau2">The variance between groups, on the scale of the form.</param>
sealed record Spread(DispersionForm Form, Trimming Trimming, double Phi, double Tau2)
{
    public static Spread? Of(Overdispersion? of) =>
        of is null ? null : new(of.Form, of.Trimming, Figures.Twelve(of.Phi), Figures.Twelve(of.BetweenVariance));
}

/// <summary>Groups around a target. Nothing is ranked: they stand in the order of their keys.</summary>
/// <param name="Target">Null where no case is assessed and none was given.</param>
/// <param name="SignalsLowFrom95">From how many cases on a group without event can be outside 95 percent; null with a model.</param>
sealed record FunnelAnswer(
    string Definition, int Version, int Engine, string TimeZone, DateOnly? From, DateOnly? To, DateTimeOffset AsOf, GroupBy GroupBy, NamedVersion? Model,
    double? Target, Spread? Overdispersion, int? SignalsLowFrom95, int? SignalsLowFrom998, IReadOnlyList<FunnelGroup> Points);

/// <summary>An answer, and the funnel that it was made of, to be drawn.</summary>
sealed record FunnelFound(FunnelAnswer Answer, Funnel Funnel, string Title, double? Completeness);

/// <summary>Answers whether groups differ by more than chance.</summary>
sealed class FunnelQuery(Asking asking, RegisterReader reader, HospitalDirectory hospitals)
{
    public static readonly string[] Roles = [Role.Quality];

    public Task<Answer<Settled<FunnelFound>>> AskAsync(Caller caller, FunnelQuestion question, CancellationToken cancellation) =>
        asking.AskAsync(caller, question, Roles, () => reader.AnswerAsync(
            RegisterTable.CaseFacts, caller.Hospital, question.AsOf, null,
            register => FindAsync(register, hospitals[caller.Hospital], question, cancellation), cancellation),
            found => new Disclosure(found.Body.Answer.Points.Count));

    static async Task<Answer<Settled<FunnelFound>>> FindAsync(
        RegisterSnapshot register, Hospital hospital, FunnelQuestion question, CancellationToken cancellation)
    {
        var read = await JudgedCohort.ReadAsync(register, hospital, question, question.Model, cancellation);
        if (read.Value is not { } cohort)
            return read.Why!;
        var definition = cohort.Definition;
        var asRates = question.About(new RatesQuestion { Definition = definition.Id, Version = definition.Version });
        CountedCase[] cases = [.. cohort.Cases.Select(c => CountedCase.Of(c, cohort.Model))];
        var groups = RatesAnswer.Of(asRates, definition, cohort.Model, cases, register, hospital).Groups;
        var funnel = cohort.Model is null
            ? Funnel.OfProportions([.. groups.Select(g => new CountedGroup(g.Key, g.Present, g.Present + g.Absent))], question.Target, question.IsAdjusted)
            : Funnel.OfRatios([.. groups.Select(g => new ExpectedGroup(g.Key, g.Ratio!.Observed, g.Ratio.Expected))], question.Target ?? 1,
                question.IsAdjusted ? DispersionForm.Cqc : null);
        var answer = new FunnelAnswer(
            definition.Id, definition.Version, register.Version, hospital.TimeZone.Id, question.From, question.To, register.AsOf, question.GroupBy,
            cohort.ModelNamed, Figures.Twelve(funnel.Target),
            Spread.Of(funnel.Dispersion),
            funnel.SignalsLowFrom95, funnel.SignalsLowFrom998, [.. groups.Zip(funnel.Points, GroupOf)]);
        return new Settled<FunnelFound>(new(answer, funnel, definition.Title, cohort.Completeness), register.AsOf, await register.BehindAsync(cancellation));
    }

    static FunnelGroup GroupOf(RateGroup group, FunnelPoint point) => new(
        group.Key, group.Present + group.Absent - (group.Ratio?.WithoutRisk ?? 0), point.Events, group.Ratio?.Expected, group.Ratio?.WithoutRisk,
        Figures.Twelve(point.Rate), Figures.Pair(point.Limits?.Limits95), Figures.Pair(point.Limits?.Limits998),
        Figures.Pair(point.Adjusted?.Limits.Limits95), Figures.Pair(point.Adjusted?.Limits.Limits998), point.Adjusted?.Signal, Figures.Twelve(point.Tail),
        point.Signal, group.Ratio is null ? group.Estimate : null, group.Ratio is null ? group.Reliability : null, group.Completeness, group.Explain);

    /// <summary>With less of the due assessed a group is not drawn: it cannot be compared.</summary>
    public const double LeastComplete = RateGroup.AmberFrom;

    /// <summary>The picture of an answer.</summary>
    /// <param name="linkOf">Where the point of a group leads; null: to its cases in the interface.</param>
    public static Figure Draw(FunnelFound found, FunnelQuestion question, Hospital hospital, Func<string, string>? linkOf = null)
    {
        var answer = found.Answer;
        var cases = answer.Points.Sum(p => p.N);
        var sparse = answer.Points.Where(p => p is { Rate: not null, Completeness: < LeastComplete }).Select(p => p.Key).ToList();
        var caption = Picture.Caption(question, found.Title, answer.Version, answer.Engine, answer.AsOf, hospital,
            question.GroupBy is GroupBy.None ? "all together" : $"by {Domain.Text.Vocabulary.WordFor(question.GroupBy)}",
            Picture.Cases(cases, found.Completeness),
            [
                answer.Model is { } model ? $"Expected by the risk model {model.Id}, version {model.Version}." : "Not adjusted for risk.",
                .. sparse.Count == 0 ? Array.Empty<string>()
                    : [$"Not drawn, under {Sheet.Percent(LeastComplete, 0)} complete: {string.Join(", ", sparse)}."],
            ]);
        var addresses = answer.Points.ToDictionary(p => p.Key, p => linkOf?.Invoke(p.Key) ?? p.Explain);
        var drawn = found.Funnel with { Points = [.. found.Funnel.Points.Where(p => !sparse.Contains(p.Key))] };
        var isRatio = answer.Model is not null;
        return FunnelPlot.Of(drawn, caption, isRatio ? "Events expected" : "Cases assessed", isRatio, p => addresses[p.Key]);
    }
}
