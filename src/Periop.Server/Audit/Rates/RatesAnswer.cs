using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using Periop.Domain.Outcomes;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Json;
using Periop.Server.Register;
using Periop.Statistics;

namespace Periop.Server.Audit.Rates;

/// <summary>Rates, with all that is needed to stand behind them and to ask for them again.</summary>
/// <param name="Definition">What was counted, with its version.</param>
/// <param name="Engine">The version of what made the answer: with another, the same question may have another answer.</param>
/// <param name="TimeZone">Whose days the windows are counted in.</param>
/// <param name="AsOf">The instant it is settled for: asked again for this instant, the answer is the same to the byte.</param>
/// <param name="Model">The risk model that was asked for.</param>
sealed record RatesAnswer(
    string Definition, int Version, int Engine, string TimeZone, DateOnly? From, DateOnly? To, DateTimeOffset AsOf, GroupBy GroupBy, NamedVersion? Model,
    IReadOnlyList<RateGroup> Groups)
{
    /// <summary>All groups as one.</summary>
    [JsonIgnore]
    public RateGroup All { get; init; } = RateGroup.None(CohortGroups.All);

    public static RatesAnswer Of(
        RatesQuestion question, OutcomeDefinition definition, RiskModel? model, IReadOnlyList<CountedCase> cases, RegisterSnapshot register, Hospital hospital)
    {
        var byKey = CohortGroups.Of(cases, c => c.Key, question.GroupBy);
        var counts = byKey.Select(g => OutcomeCounts.Of(g.Cases.Select(c => c.As))).ToArray();
        var shrunken = EmpiricalBayes.Of([.. counts.Select(c => (c.Present, c.Assessed))]);
        return new RatesAnswer(
            definition.Id, definition.Version, register.Version, hospital.TimeZone.Id, question.From, question.To, register.AsOf, question.GroupBy,
            model is null ? null : new NamedVersion(model.Id, model.Version),
            [
                .. byKey.Zip(counts).Select((g, n) => RateGroup.Of(
                    g.First.Key, g.Second, definition.Denominator, shrunken?.Groups[n], model is null ? null : ExpectedRatio.Of(g.First.Cases),
                    ExplainedBy(question, g.First.Key, register.AsOf))),
            ])
        {
            All = RateGroup.Of(
                CohortGroups.All, OutcomeCounts.Of(cases.Select(c => c.As)), definition.Denominator, null, model is null ? null : ExpectedRatio.Of(cases),
                ExplainedBy(question, null, register.AsOf)),
        };
    }

    /// <summary>The rate of all groups together; null for 0 of 0.</summary>
    [JsonIgnore]
    public double? PooledRate => Figures.Share(Groups.Sum(g => g.Present), Groups.Sum(g => g.Present + g.Absent));

    /// <summary>Groups of which nothing can be said, since less than one event is to be expected.</summary>
    [JsonIgnore]
    public IReadOnlyList<RateGroup> SmallGroups =>
        [.. from g in Groups
            where PooledRate is > 0 and var rate
                && ((g.Present + g.Absent) * rate < 1 || g.Ratio is { Expected: < StandardisedRatio.LeastExpected })
            select g];

    /// <summary>Offers each small group the way out: the month from which on it has enough cases.</summary>
    /// <param name="months">The cases of each group by month, oldest first, from before the window on.</param>
    public RatesAnswer PooledFrom(ILookup<string, (DateOnly Month, int Cases)> months)
    {
        var small = SmallGroups.Select(g => g.Key).ToHashSet();
        return this with
        {
            Groups = [.. Groups.Select(g => small.Contains(g.Key) ? g with { PoolFrom = Pooling.From([.. months[g.Key]], PooledRate!.Value) } : g)],
        };
    }

    /// <summary>The same figures for another instant.</summary>
    /// <param name="question">What they answer.</param>
    public RatesAnswer For(RatesQuestion question, DateTimeOffset asOf) => asOf == AsOf ? this : this with
    {
        AsOf = asOf,
        All = All with { Explain = ExplainedBy(question, null, asOf) },
        Groups = [.. Groups.Select(g => g with { Explain = ExplainedBy(question, g.Key, asOf) })],
    };

    /// <summary>The address of the cases behind a group.</summary>
    static string ExplainedBy(RatesQuestion question, string? key, DateTimeOffset asOf) =>
        CohortAddress.Of("/api/register/outcomes", question, asOf, ("key", question.GroupBy is GroupBy.None ? null : key));
}

/// <summary>What a version is of.</summary>
sealed record NamedVersion(string Id, int Version);

/// <summary>How many cases a rate counts as what. Those of open windows are not yet due, all others are of closed ones.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct OutcomeCounts(
    int Present, int Absent, int NotYetDue, int DueNotAssessed, int Lost, int Died, int Withdrawn, int PresentEarly)
{
    public int Cases => Present + Absent + DueNotAssessed + Lost + Died + Withdrawn;

    public int Assessed => Present + Absent;

    /// <summary>The share of the due that were assessed; null when none is due.</summary>
    public double? CompletenessBy(Denominator denominator) =>
        Figures.Share(Assessed, Assessed + DueNotAssessed + Lost + (denominator is Denominator.WithDied ? Died : 0));

    public static OutcomeCounts Of(IEnumerable<CountedAs> cases)
    {
        var counts = new int[(int)CountedAs.PresentEarly + 1];
        foreach (var counted in cases)
            counts[(int)counted]++;
        int Count(CountedAs count) => counts[(int)count];
        return new(
            Count(CountedAs.Present), Count(CountedAs.Absent), Count(CountedAs.NotYetDue) + Count(CountedAs.PresentEarly), Count(CountedAs.DueNotAssessed),
            Count(CountedAs.Lost), Count(CountedAs.Died), Count(CountedAs.Withdrawn), Count(CountedAs.PresentEarly));
    }
}
