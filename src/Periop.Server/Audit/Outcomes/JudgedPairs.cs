using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Server.Access;
using Periop.Server.Audit.Definitions;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.Outcomes;

/// <summary>A case under a definition.</summary>
sealed record JudgedPair(JudgedCase Case, OutcomeDefinition Definition)
{
    public CaseFacts Facts => Case.Case.Facts;
}

/// <summary>Where the next part of a list of such begins, and the instant that the first one is for.</summary>
sealed record JudgedCursor(DateTimeOffset FirstIncisionAt, Guid CaseId, string Definition, DateTimeOffset AsOf, int Engine);

/// <summary>Cases under definitions, newest first incision first, read as far as a part of a list needs them.</summary>
/// <param name="definitions">In the order of their ids.</param>
sealed class JudgedPairs(RegisterSnapshot register, Hospital hospital, CohortQuestion question, IReadOnlyList<OutcomeDefinition> definitions)
{
    /// <summary>How many cases are read at once, where not all of them are in the answer.</summary>
    const int Chunk = 2000;

    /// <summary>The kinds of findings that tell of them.</summary>
    public IReadOnlyList<AssessedKind> Kinds { get; } = [.. definitions.SelectMany(d => OutcomeFamilies.Telling(d.Kind)).Distinct()];

    /// <summary>The definition that is asked about, or the newest version of each; none, when the hospital does not know it.</summary>
    public static async Task<JudgedPairs?> OfAsync(
        RegisterSnapshot register, Hospital hospital, CohortQuestion question, CancellationToken cancellation)
    {
        if (question.Definition is { } id)
            return await DefinitionReader.FindAsync(register, hospital.Id, id, question.Version, cancellation) is { } one
                ? new JudgedPairs(register, hospital, question, [one.Definition]) : null;
        return new JudgedPairs(register, hospital, question,
        [
            .. (await DefinitionReader.AllAsync(register, hospital.Id, cancellation)).Select(d => d.Definition)
                .GroupBy(d => d.Id).Select(versions => versions.MaxBy(d => d.Version)!).OrderBy(d => d.Id, StringComparer.Ordinal),
        ]);
    }

    /// <summary>All of the cases in a range of ids.</summary>
    public async Task<IReadOnlyList<JudgedPair>> ReadAsync(CaseRange range, CancellationToken cancellation) =>
        [.. from known in await Cohort.ReadAsync(range, cancellation) from pair in PairsOf(known) select pair];

    /// <param name="which">Those that are in the answer; null: all.</param>
    public async Task<Part<JudgedPair, JudgedCursor>> ReadAsync(
        Predicate<JudgedPair>? which, JudgedCursor? after, int count, CancellationToken cancellation)
    {
        var found = new List<JudgedPair>();
        var place = after is null ? null : new CohortPlace(after.FirstIncisionAt, after.CaseId);
        var last = after is null ? default : (after.CaseId, after.Definition);
        var size = which is null ? count + 2 : Chunk;
        while (found.Count <= count)
        {
            var cases = await Cohort.ReadAsync(place, size, cancellation);
            found.AddRange(
                from known in cases
                from pair in PairsOf(known)
                where known.Facts.CaseId != last.CaseId || string.CompareOrdinal(pair.Definition.Id, last.Definition) > 0
                where which is null || which(pair)
                select pair);
            if (cases.Count < size)
                break;
            (place, last) = (new CohortPlace(cases[^1].FirstIncisionAt, cases[^1].Facts.CaseId), (cases[^1].Facts.CaseId, definitions[^1].Id));
        }

        return Part<JudgedPair, JudgedCursor>.Of(found, count, end => new JudgedCursor(
            end.Case.Case.FirstIncisionAt, end.Facts.CaseId, end.Definition.Id, register.AsOf, register.Version));
    }

    CohortReader Cohort => new(register, hospital, question, Kinds, definitions.Any(d => d.Measure is not null));

    IEnumerable<JudgedPair> PairsOf(CohortCase known) =>
        definitions.Select(definition => new JudgedPair(JudgedCase.Of(known, definition, question.GroupBy, register.AsOf, hospital), definition));
}
