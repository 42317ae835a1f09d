using Periop.Domain.Outcomes;
using Periop.Server.Access;
using Periop.Server.Audit.Definitions;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Audit.Rates;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.Signals;

/// <summary>The risk model that a question names.</summary>
/// <param name="Version">Null: the newest that is known at the instant.</param>
sealed record ModelAsked(string Id, int? Version);

/// <summary>The cases of a question, each with what it came to.</summary>
sealed record JudgedCohort(OutcomeDefinition Definition, RiskModel? Model, IReadOnlyList<JudgedCase> Cases)
{
    public static async Task<Answer<JudgedCohort>> ReadAsync(
        RegisterSnapshot register, Hospital hospital, CohortQuestion question, ModelAsked? asked, CancellationToken cancellation)
    {
        if (await DefinitionReader.FindAsync(register, hospital.Id, question.Definition!, question.Version, cancellation) is not { Definition: var definition })
            return UnknownTo.Definition(question.Version);
        var model = asked is null ? null : await DefinitionReader.FindRiskModelAsync(register, hospital.Id, asked.Id, asked.Version, cancellation);
        if (asked is not null && model is null)
            return UnknownTo.RiskModel(asked.Version);
        var cohort = new CohortReader(
            register, hospital, question, OutcomeFamilies.Telling(definition.Kind), definition.Measure is not null, model is not null);
        var cases = await cohort.ReadAsync(null, null, cancellation);
        return new JudgedCohort(definition, model?.Model, [.. cases.Select(c => JudgedCase.Of(c, definition, question.GroupBy, register.AsOf, hospital))]);
    }

    /// <summary>Those whose window has closed and of which it is known whether they had the event, in order of their first incision.</summary>
    public IReadOnlyList<AssessedCase> Assessed =>
    [
        .. from judged in Cases
           where judged.IsCountedAs(CountedAs.Present) || judged.IsCountedAs(CountedAs.Absent)
           orderby judged.Case.FirstIncisionAt, judged.Case.Facts.CaseNumber
           select new AssessedCase(judged.Case, judged.IsCountedAs(CountedAs.Present))
    ];

    /// <summary>The share of the due that were assessed; null when none is due.</summary>
    public double? Completeness => OutcomeCounts.Of(Cases.Select(c => c.CountedAs)).CompletenessBy(Definition.Denominator);

    public NamedVersion? ModelNamed => Model is null ? null : new(Model.Id, Model.Version);
}

/// <summary>A case of which it is known whether it had the event.</summary>
sealed record AssessedCase(CohortCase Case, bool HadEvent)
{
    public double? RiskBy(RiskModel model) => ExpectedRatio.RiskOf(Case.Facts, model);
}
