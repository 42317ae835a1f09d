using Periop.Domain.Outcomes;
using Periop.Server.Access;
using Periop.Server.Audit.Definitions;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.Outcomes;

/// <summary>The cases behind a rate, each with its state.</summary>
/// <param name="Key">Of the group; null: of all.</param>
/// <param name="State">As a rate counts them; null: all.</param>
/// <param name="Closed">Whether those with a closed window, which are in a rate, or the others; null: all.</param>
sealed record OutcomeListQuestion(string? Key = null, CountedAs? State = null, bool? Closed = null) : CohortQuestion("outcomes");

/// <summary>What a case came to by a definition.</summary>
/// <param name="CountedAs">What a rate counts it as; of open windows present early is not yet due, too.</param>
/// <param name="IsClosed">Whether its window is closed.</param>
/// <param name="LastDay">The local day with which the window closes; null while what it is counted from is not recorded.</param>
/// <param name="Evidence">The entries that prove the state.</param>
/// <param name="Moves">How it came to be in it.</param>
sealed record OutcomeLine(
    Guid CaseId, string CaseNumber, string Definition, int Version, OutcomeState State, OutcomeReason Reason, CountedAs CountedAs, bool IsClosed, string Key,
    string? Surgeon, DateTimeOffset FirstIncisionAt, DateOnly? LastDay, IReadOnlyList<Guid> Evidence, IReadOnlyList<OutcomeMove> Moves);

/// <summary>One line per case and definition, newest first incision first.</summary>
sealed class OutcomeListQuery(Asking asking, RegisterReader reader, HospitalDirectory hospitals)
    : ListQuery<OutcomeListQuestion, OutcomeLine, JudgedCursor, SettledPart<OutcomeLine, JudgedCursor>>(asking)
{
    public static readonly string[] Roles = [Role.Quality];

    protected override ListQuestion<OutcomeLine, JudgedCursor, SettledPart<OutcomeLine, JudgedCursor>> List(Caller caller, OutcomeListQuestion question) =>
        new(question, Roles, (after, count, cancellation) => reader.AnswerAsync(
            RegisterTable.CaseFacts, caller.Hospital, after?.AsOf ?? question.AsOf, after?.Engine,
            register => FindAsync(register, hospitals[caller.Hospital], question, after, count, cancellation), cancellation), line => line.CaseId);

    static async Task<Answer<SettledPart<OutcomeLine, JudgedCursor>>> FindAsync(
        RegisterSnapshot register, Hospital hospital, OutcomeListQuestion question, JudgedCursor? after, int count, CancellationToken cancellation)
    {
        if (await JudgedPairs.OfAsync(register, hospital, question, cancellation) is not { } pairs)
            return UnknownTo.Definition(question.Version);
        var part = await pairs.ReadAsync(question is { Key: null, State: null, Closed: null } ? null : IsAskedFor, after, count, cancellation);
        var history = await OutcomeHistory.ReadAsync(
            register, hospital, [.. part.Items.Select(pair => pair.Facts.CaseId).Distinct()], pairs.Kinds, cancellation);
        return await SettledPart<OutcomeLine, JudgedCursor>.OfAsync(
            register, new Part<OutcomeLine, JudgedCursor>([.. part.Items.Select(pair => LineOf(pair, history))], part.Next), cancellation);

        bool IsAskedFor(JudgedPair pair) =>
            (question.Key is null || pair.Case.Key == question.Key) && (question.State is not { } state || pair.Case.IsCountedAs(state))
            && (question.Closed is not { } closed || pair.Case.Outcome.IsClosed == closed);
    }

    static OutcomeLine LineOf(JudgedPair pair, OutcomeHistory history)
    {
        var (facts, definition, judged) = (pair.Facts, pair.Definition, pair.Case);
        return new OutcomeLine(
            facts.CaseId, facts.CaseNumber, definition.Id, definition.Version, judged.Outcome.State, judged.Outcome.Reason, judged.CountedAs,
            judged.Outcome.IsClosed, judged.Key, facts.Surgeon, judged.Case.FirstIncisionAt.ToUniversalTime(), judged.Outcome.LastDay,
            judged.Outcome.EntryIds, history.MovesOf(facts.CaseId, definition));
    }
}
