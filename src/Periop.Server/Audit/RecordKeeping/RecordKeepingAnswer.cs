using System.Text.Json.Serialization;
using Periop.Domain.Text;
using Periop.Domain.Times.RecordKeeping;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Json;
using Periop.Server.Register;
using Periop.Statistics;

namespace Periop.Server.Audit.RecordKeeping;

/// <summary>How the record is kept, with all that is needed to stand behind it and to ask for it again.</summary>
/// <param name="Definition">What is counted of what, with its version.</param>
/// <param name="Engine">The version of what made the answer: with another, the same question may have another answer.</param>
/// <param name="TimeZone">Whose days they are.</param>
/// <param name="AsOf">The instant it is settled for: asked again for this instant, the answer is the same to the byte.</param>
sealed record RecordKeepingAnswer(
    RecordKeepingDefinition Definition, int Engine, string TimeZone, DateOnly? From, DateOnly? To, DateTimeOffset AsOf, GroupBy GroupBy,
    IReadOnlyList<RecordKeepingGroup> Groups)
{
    public static RecordKeepingAnswer Of(
        RecordKeepingQuestion question, IReadOnlyList<RecordedCount> counts, RegisterSnapshot register, Hospital hospital)
    {
        var definition = question.Counted;
        var asked = question with { Definition = definition.Id, Version = definition.Version };
        return new RecordKeepingAnswer(
            definition, register.Version, hospital.TimeZone.Id, question.From, question.To, register.AsOf, question.GroupBy,
            [
                .. CohortGroups.Of(counts, c => c.Key, question.GroupBy).Select(g => new RecordKeepingGroup(
                    g.Key, [.. definition.Of.Select(of => RecordedShare.Count(of, g.Key, [.. g.Cases.Where(c => c.Of == of)], asked, register.AsOf))])),
            ]);
    }

    /// <summary>The same as a table: a line for each group and milestone or stop.</summary>
    [JsonIgnore]
    public IEnumerable<RecordKeepingLine> Lines =>
        from g in Groups
        from s in g.Shares
        select new RecordKeepingLine(g.Key, s.Of, s.Numerator, s.Denominator, s.Rate, s.Wilson, s.How, s.Explain);
}

/// <summary>A share of a group.</summary>
/// <param name="Key">The group.</param>
sealed record RecordKeepingLine(
    string Key, string Of, int Numerator, int Denominator, double? Rate, IReadOnlyList<double>? Wilson, IReadOnlyDictionary<string, int> How, string Explain);

/// <summary>A group, with the share of each milestone or stop.</summary>
sealed record RecordKeepingGroup(string Key, IReadOnlyList<RecordedShare> Shares);

/// <summary>How many of a milestone's times, or of a stop's answers, are as the definition asks.</summary>
/// <param name="Of">The milestone, or the code of the stop.</param>
/// <param name="Rate">Null for 0 of 0.</param>
/// <param name="Wilson">95 percent, Wilson.</param>
/// <param name="How">How many came into the record how; those that the definition leaves out, too.</param>
/// <param name="Explain">The address of all of them; with <c>how</c>, of those behind a count.</param>
sealed record RecordedShare(
    string Of, int Numerator, int Denominator, double? Rate, IReadOnlyList<double>? Wilson, IReadOnlyDictionary<string, int> How, string Explain)
{
    public static RecordedShare Count(string of, string key, IReadOnlyList<RecordedCount> counts, RecordKeepingQuestion question, DateTimeOffset asOf)
    {
        var (above, below) = (Sum(question.Counted.Numerator), Sum(question.Counted.Denominator));
        return new RecordedShare(
            of, above, below, Figures.Share(above, below), Figures.Pair(Proportion.Wilson(above, below)),
            new SortedDictionary<string, int>(counts.ToDictionary(c => Vocabulary.WordFor(c.How), c => c.Count), StringComparer.Ordinal),
            CohortAddress.Of(
                RecordKeepingEndpoints.ListPath, question, asOf, ("metric", question.Metric), ("key", question.GroupBy is GroupBy.None ? null : key),
                ("of", of)));

        int Sum(IReadOnlyList<RecordedHow> asked) => counts.Where(c => asked.Contains(c.How)).Sum(c => c.Count);
    }
}
