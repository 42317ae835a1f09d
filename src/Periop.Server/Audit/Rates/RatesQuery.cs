using Periop.Domain.Outcomes;
using Periop.Server.Access;
using Periop.Server.Audit.Definitions;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.Rates;

/// <summary>How often an outcome was there, by group.</summary>
/// <param name="Model">The risk model to compare with what was to be expected; null: none.</param>
/// <param name="ModelVersion">Null: the newest that is known at the instant.</param>
sealed record RatesQuestion(string? Model = null, int? ModelVersion = null) : CohortQuestion("rates");

/// <summary>Answers with rates that explain themselves.</summary>
sealed class RatesQuery(Asking asking, RegisterReader reader, HospitalDirectory hospitals, KeptRates kept)
{
    public static readonly string[] Roles = [Role.Quality];

    public Task<Answer<Settled<RatesAnswer>>> AskAsync(Caller caller, RatesQuestion question, CancellationToken cancellation) =>
        asking.AskAsync(caller, question, Roles, () => reader.AnswerAsync(
            RegisterTable.CaseFacts, caller.Hospital, question.AsOf, null,
            register => FindAsync(register, hospitals[caller.Hospital], question, cancellation), cancellation),
            found => new Disclosure(found.Body.Groups.Count));

    async Task<Answer<Settled<RatesAnswer>>> FindAsync(
        RegisterSnapshot register, Hospital hospital, RatesQuestion question, CancellationToken cancellation)
    {
        if (await DefinitionReader.FindAsync(register, hospital.Id, question.Definition!, question.Version, cancellation) is not { Definition: var definition })
            return UnknownTo.Definition(question.Version);
        var model = question.Model is null ? null
            : await DefinitionReader.FindRiskModelAsync(register, hospital.Id, question.Model, question.ModelVersion, cancellation);
        if (question.Model is not null && model is null)
            return UnknownTo.RiskModel(question.ModelVersion);
        var asked = new RatesAsked(
            hospital.Id, register.Version, register.Position,
            question with { Version = definition.Version, ModelVersion = model?.Model.Version, AsOf = null });
        if (kept.Find(asked, register.AsOf) is not { } rates)
        {
            var cohort = new CountedCohort(register, hospital, question);
            var cases = await cohort.JudgeAsync(
                OutcomeFamilies.Telling(definition.Kind), definition.Measure is not null, model is not null,
                c => CountedCase.Of(JudgedCase.Of(c, definition, question.GroupBy, register.AsOf, hospital), model?.Model), cancellation);
            rates = RatesAnswer.Of(asked.Question, definition, model?.Model, cases, register, hospital);
            if (rates.SmallGroups is { Count: > 0 } small)
                rates = rates.PooledFrom(
                    await new CountedCohort(register, hospital, question with { From = null }).MonthsAsync(small.Select(g => g.Key), cancellation));
            kept.Keep(asked, rates, cases.Min(c => c.MovesAt));
        }

        return new Settled<RatesAnswer>(rates, register.AsOf, await register.BehindAsync(cancellation));
    }
}
