using Periop.Domain.Outcomes;
using Periop.Server.Json;
using Periop.Server.Audit.Outcomes;
using Periop.Statistics;

namespace Periop.Server.Audit.Rates;

/// <summary>The rate of a group of cases: of those whose window has closed, how many of the assessed had the event. Null for 0 of 0.</summary>
/// <param name="Cases">With a closed window; those not yet due come on top.</param>
/// <param name="NotYetDue">All whose window is open.</param>
/// <param name="PresentEarly">Those of them with an event already.</param>
/// <param name="Rate">present / (present + absent).</param>
/// <param name="Wilson">95 percent, Wilson.</param>
/// <param name="Exact">95 percent, Clopper-Pearson.</param>
/// <param name="AtMost">Without an event, the one-sided 95 percent bound.</param>
/// <param name="Worst">Had all who are due and all who are lost had the event.</param>
/// <param name="Best">Had none of them.</param>
/// <param name="Completeness">The share of the due that were assessed.</param>
/// <param name="Light">Green from 80 percent of completeness on, amber from 60 (the traffic light of the NELA).</param>
/// <param name="Estimate">The rate drawn towards that of all groups, as far as the group is small (empirical Bayes); null with fewer than three groups.</param>
/// <param name="Reliability">How much of the difference between groups is more than chance, 0 to 1.</param>
/// <param name="Ratio">Observed over expected, by the risk model that was asked for.</param>
/// <param name="Explain">The address of the cases, each with its state, reason and evidence.</param>
sealed record RateGroup(
    string Key, int Cases, int Present, int Absent, int NotYetDue, int DueNotAssessed, int Lost, int Died, int Withdrawn, int PresentEarly, double? Rate,
    IReadOnlyList<double>? Wilson, IReadOnlyList<double>? Exact, double? AtMost, double? Worst, double? Best, double? Completeness, Light? Light,
    double? Estimate,
    double? Reliability, ExpectedRatio? Ratio, string Explain)
{
    /// <summary>From so much on a group is complete enough, and from so much on it can be compared at all.</summary>
    public const double GreenFrom = 0.8, AmberFrom = 0.6;

    /// <summary>The latest month from whose first day on one event is to be expected, where the window has less; null where it has enough.</summary>
    public DateOnly? PoolFrom { get; init; }

    public static RateGroup Of(string key, OutcomeCounts counts, Denominator denominator, Shrunken? shrunken, ExpectedRatio? ratio, string explain)
    {
        var (present, assessed, open) = (counts.Present, counts.Assessed, counts.DueNotAssessed + counts.Lost);
        var completeness = counts.CompletenessBy(denominator);
        return new RateGroup(
            key, counts.Cases, present, counts.Absent, counts.NotYetDue, counts.DueNotAssessed, counts.Lost, counts.Died, counts.Withdrawn,
            counts.PresentEarly, Figures.Share(present, assessed), Figures.Pair(Proportion.Wilson(present, assessed)),
            Figures.Pair(Proportion.ClopperPearson(present, assessed)),
            present == 0 && assessed > 0 ? Figures.Twelve(Proportion.AtMostWithoutEvent(assessed)) : null,
            Figures.Share(present + open, assessed + open), Figures.Share(present, assessed + open),
            completeness, LightOf(completeness), Figures.Twelve(shrunken?.Estimate),
            Figures.Twelve(shrunken?.Reliability), ratio, explain);
    }

    /// <summary>A group without a case.</summary>
    public static RateGroup None(string key) => Of(key, default, Denominator.WithoutDied, null, null, "");

    /// <summary>How many cases a rate counts as something.</summary>
    public int Counted(CountedAs count) => count switch
    {
        CountedAs.Present => Present,
        CountedAs.Absent => Absent,
        CountedAs.NotYetDue => NotYetDue,
        CountedAs.DueNotAssessed => DueNotAssessed,
        CountedAs.Lost => Lost,
        CountedAs.Died => Died,
        CountedAs.Withdrawn => Withdrawn,
        _ => PresentEarly,
    };

    static Light? LightOf(double? completeness) => completeness switch
    {
        null => null,
        >= GreenFrom => Rates.Light.Green,
        >= AmberFrom => Rates.Light.Amber,
        _ => Rates.Light.Red,
    };
}

/// <summary>How complete the follow-up is, at a glance.</summary>
enum Light { Green, Amber, Red }
