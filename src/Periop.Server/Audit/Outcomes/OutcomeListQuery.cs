using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Server.Access;
using Periop.Server.Audit.Definitions;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.Outcomes;

/// <summary>The cases behind a rate, each with its state.</summary>
/// <param name="Key">Of the group; null: of all.</param>
/// <param name="State">As a rate counts them; null: all.</param>
sealed record OutcomeListQuestion(string? Key = null, CountedAs? State = null) : CohortQuestion("outcomes");

/// <summary>Where the next part of the list begins, and the instant that the first one is for.</summary>
sealed record OutcomeListCursor(DateTimeOffset FirstIncisionAt, Guid CaseId, string Definition, DateTimeOffset AsOf, int Engine);

/// <summary>What a case came to by a definition.</summary>
/// <param name="CountedAs">What a rate counts it as; of open windows present early is not yet due, too.</param>
/// <param name="IsClosed">Whether its window is closed.</param>
/// <param name="LastDay">The local day with which the window closes; null while what it is counted from is not recorded.</param>
/// <param name="EntryIds">The entries that prove the state.</param>
/// <param name="Moves">How it came to be in it.</param>
sealed record OutcomeLine(
    Guid CaseId, string CaseNumber, string Definition, int Version, OutcomeState State, OutcomeReason Reason, CountedAs CountedAs, bool IsClosed, string Key,
    string? Surgeon, DateTimeOffset FirstIncisionAt, DateOnly? LastDay, IReadOnlyList<Guid> EntryIds, IReadOnlyList<OutcomeMove> Moves);

/// <summary>One line per case and definition, newest first incision first.</summary>
sealed class OutcomeListQuery(Asking asking, RegisterReader reader, HospitalDirectory hospitals)
    : ListQuery<OutcomeListQuestion, OutcomeLine, OutcomeListCursor, SettledPart<OutcomeLine, OutcomeListCursor>>(asking)
{
    public static readonly string[] Roles = [Role.Quality];

    /// <summary>How many cases are read at once, where not all of them are in the answer.</summary>
    const int Chunk = 2000;

    protected override ListQuestion<OutcomeLine, OutcomeListCursor, SettledPart<OutcomeLine, OutcomeListCursor>> List(
        Caller caller, OutcomeListQuestion question) =>
        new(question, Roles, (after, count, cancellation) => reader.AnswerAsync(
            RegisterTable.CaseFacts, caller.Hospital, after?.AsOf ?? question.AsOf, after?.Engine,
            register => FindAsync(register, hospitals[caller.Hospital], question, after, count, cancellation), cancellation), line => line.CaseId);

    static async Task<Answer<SettledPart<OutcomeLine, OutcomeListCursor>>> FindAsync(
        RegisterSnapshot register, Hospital hospital, OutcomeListQuestion question, OutcomeListCursor? after, int count, CancellationToken cancellation)
    {
        var definitions = await DefinitionsAsync(register, hospital, question, cancellation);
        if (definitions.Count == 0 && question.Definition is not null)
            return UnknownTo.Definition(question.Definition, question.Version);
        AssessedKind[] kinds = [.. definitions.SelectMany(d => OutcomeFamilies.Telling(d.Kind)).Distinct()];
        var cohort = new CohortReader(register, hospital, question, kinds, definitions.Any(d => d.Measure is not null));
        var found = new List<(JudgedCase Case, OutcomeDefinition Definition)>();
        var place = after is null ? null : new CohortPlace(after.FirstIncisionAt, after.CaseId);
        var last = after is null ? default : (after.CaseId, after.Definition);
        var size = question is { Key: null, State: null } ? count + 2 : Chunk;
        while (found.Count <= count)
        {
            var cases = await cohort.ReadAsync(place, size, cancellation);
            found.AddRange(
                from known in cases
                from definition in definitions
                where known.Facts.CaseId != last.CaseId || string.CompareOrdinal(definition.Id, last.Definition) > 0
                let judged = JudgedCase.Of(known, definition, question.GroupBy, register.AsOf, hospital)
                where (question.Key is null || judged.Key == question.Key) && (question.State is not { } state || judged.IsCountedAs(state))
                select (judged, definition));
            if (cases.Count < size)
                break;
            place = new CohortPlace(cases[^1].FirstIncisionAt, cases[^1].Facts.CaseId);
            last = (cases[^1].Facts.CaseId, definitions[^1].Id);
        }

        var part = Part<(JudgedCase Case, OutcomeDefinition Definition), OutcomeListCursor>.Of(found, count, end => new OutcomeListCursor(
            end.Case.Case.FirstIncisionAt, end.Case.Case.Facts.CaseId, end.Definition.Id, register.AsOf, register.Version));
        var history = await OutcomeHistory.ReadAsync(
            register, hospital, [.. part.Items.Select(i => i.Case.Case.Facts.CaseId).Distinct()], kinds, cancellation);
        return await SettledPart<OutcomeLine, OutcomeListCursor>.OfAsync(register, new Part<OutcomeLine, OutcomeListCursor>(
            [.. part.Items.Select(i => LineOf(i.Case, i.Definition, history))], part.Next), cancellation);
    }

    /// <summary>The definition that is asked about, or the newest version of each.</summary>
    static async Task<IReadOnlyList<OutcomeDefinition>> DefinitionsAsync(
        RegisterSnapshot register, Hospital hospital, OutcomeListQuestion question, CancellationToken cancellation)
    {
        if (question.Definition is { } id)
            return await DefinitionReader.FindAsync(register, hospital.Id, id, question.Version, cancellation) is { } one ? [one.Definition] : [];
        return [.. (await DefinitionReader.AllAsync(register, hospital.Id, cancellation)).Select(d => d.Definition)
            .GroupBy(d => d.Id).Select(versions => versions.MaxBy(d => d.Version)!).OrderBy(d => d.Id, StringComparer.Ordinal)];
    }

    static OutcomeLine LineOf(JudgedCase judged, OutcomeDefinition definition, OutcomeHistory history)
    {
        var (facts, outcome) = (judged.Case.Facts, judged.Outcome);
        return new OutcomeLine(
            facts.CaseId, facts.CaseNumber, definition.Id, definition.Version, outcome.State, outcome.Reason,
            judged.CountedAs, outcome.IsClosed, judged.Key, facts.Surgeon, judged.Case.FirstIncisionAt.ToUniversalTime(),
            outcome.LastDay, outcome.EntryIds, history.MovesOf(facts.CaseId, definition));
    }
}
