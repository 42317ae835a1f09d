using System.Text.Json.Serialization;
using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.Benefits;

/// <summary>How patients do before and after.</summary>
/// <param name="Measure">A score, or a kind of measure of the alignment.</param>
/// <param name="Unit">Of a measure; null: the one in which it was measured most often.</param>
sealed record BenefitsQuestion(string Measure, CorrectionUnit? Unit) : CohortQuestion("benefits")
{
    /// <summary>What the address of its cases asks besides those of every cohort.</summary>
    [JsonIgnore]
    public IEnumerable<(string Name, string? Value)> MeasureParameters =>
        [("measure", Measure), ("unit", Unit is { } unit ? Vocabulary.WordFor(unit) : null)];
}

/// <summary>Answers how patients do, by group and time point.</summary>
sealed class BenefitsQuery(Asking asking, RegisterReader reader, HospitalDirectory hospitals)
{
    public static readonly string[] Roles = [Role.Quality];

    public Task<Answer<Settled<BenefitsAnswer>>> AskAsync(Caller caller, BenefitsQuestion question, CancellationToken cancellation) =>
        asking.AskAsync(caller, question, Roles, () => reader.AnswerAsync(
            RegisterTable.Scores, caller.Hospital, question.AsOf, null,
            register => FindAsync(register, hospitals[caller.Hospital], question, cancellation), cancellation),
            found => new Disclosure(found.Body.Groups.Count));

    static async Task<Answer<Settled<BenefitsAnswer>>> FindAsync(
        RegisterSnapshot register, Hospital hospital, BenefitsQuestion question, CancellationToken cancellation)
    {
        if (BenefitDefinition.Find(question.Definition, question.Version) is not { } definition)
            return Unknown(question);
        var measure = await ScoreReader.MeasureAsync(register, hospital.Id, question.Measure, question.Unit, cancellation);
        if (measure.Value is not { } asked)
            return measure.Why!;
        var cohort = await new CohortReader(register, hospital, question, []).ReadAsync(null, null, cancellation);
        var cases = await ScoredCase.OfAsync(register, hospital, cohort, definition, asked, question.GroupBy, cancellation);
        return new Settled<BenefitsAnswer>(
            BenefitsAnswer.Of(question, definition, asked, cases, register, hospital), register.AsOf, await register.BehindAsync(cancellation));
    }

    /// <summary>The time points are not those of an outcome: these ship with the release.</summary>
    public static NoAnswer Unknown(CohortQuestion question) => new NoAnswer.Unknown(
        "definition-unknown", $"There are no such time points{(question.Version is { } version ? $" of version {version}" : "")}. There are: "
            + string.Join(", ", BenefitDefinition.All.Select(d => $"{d.Id} (version {d.Version})")) + ".");
}
