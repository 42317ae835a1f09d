using Periop.Domain.Outcomes;
using Periop.Server.Access;
using Periop.Server.Audit.Definitions;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.Rates;

/// <summary>A question about rates, under every version of what a definition defines.</summary>
sealed record ComparisonQuestion() : CohortQuestion("definition-comparison");

/// <summary>The same cases under every definition of a kind: how far a rate moves when only the definition moves.</summary>
/// <param name="Kind">The complication or the family that they define.</param>
/// <param name="Versions">In the order of id and version.</param>
sealed record Comparison(
    string Kind, int Engine, string TimeZone, DateOnly? From, DateOnly? To, DateTimeOffset AsOf, GroupBy GroupBy, IReadOnlyList<ComparedVersion> Versions);

/// <summary>What the cases come to under one version.</summary>
/// <param name="Differ">How many of them are counted as something else than under the version before it.</param>
sealed record ComparedVersion(string Definition, int Version, string Title, int? Differ, IReadOnlyList<RateGroup> Groups);

/// <summary>Compares the versions of a kind on the same cases.</summary>
sealed class ComparisonQuery(Asking asking, RegisterReader reader, HospitalDirectory hospitals)
{
    public static readonly string[] Roles = [Role.Quality];

    public Task<Answer<Settled<Comparison>>> AskAsync(Caller caller, ComparisonQuestion question, CancellationToken cancellation) =>
        asking.AskAsync(caller, question, Roles, () => reader.AnswerAsync(
            RegisterTable.CaseFacts, caller.Hospital, question.AsOf, null,
            register => FindAsync(register, hospitals[caller.Hospital], question, cancellation), cancellation),
            found => new Disclosure(found.Body.Versions.Count));

    static async Task<Answer<Settled<Comparison>>> FindAsync(
        RegisterSnapshot register, Hospital hospital, ComparisonQuestion question, CancellationToken cancellation)
    {
        var known = (await DefinitionReader.AllAsync(register, hospital.Id, cancellation)).Select(d => d.Definition).ToArray();
        if (known.FirstOrDefault(d => d.Id == question.Definition) is not { Kind: var kind })
            return UnknownTo.Definition(null);
        var definitions = known.Where(d => d.Kind == kind).OrderBy(d => d.Id, StringComparer.Ordinal).ThenBy(d => d.Version).ToArray();
        var cases = await new CountedCohort(register, hospital, question).JudgeAsync<CountedCase[]>(
            OutcomeFamilies.Telling(kind), definitions.Any(d => d.Measure is not null), withRisks: false,
            c => [.. definitions.Select(d => CountedCase.Of(JudgedCase.Of(c, d, question.GroupBy, register.AsOf, hospital), null))], cancellation);
        var versions = definitions.Select((definition, n) => new ComparedVersion(
            definition.Id, definition.Version, definition.Title, n == 0 ? null : cases.Count(c => c[n - 1].As != c[n].As),
            RatesAnswer.Of(
                question.About(new RatesQuestion { Definition = definition.Id, Version = definition.Version }), definition, null,
                [.. cases.Select(c => c[n])], register, hospital).Groups));
        return new Settled<Comparison>(
            new Comparison(
                kind.Value, register.Version, hospital.TimeZone.Id, question.From, question.To, register.AsOf, question.GroupBy, [.. versions]),
            register.AsOf, await register.BehindAsync(cancellation));
    }
}
