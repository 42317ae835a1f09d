using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Server.Access;
using Periop.Server.Audit.Definitions;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.Outcomes;

/// <summary>Which cases are counted otherwise than at an earlier instant.</summary>
/// <param name="Since">The earlier instant.</param>
sealed record ChangesQuestion(DateTimeOffset Since) : CohortQuestion("outcome-changes");

/// <summary>Where the next part of the list begins, and the instants that the first one is for.</summary>
sealed record ChangesCursor(Guid CaseId, string Definition, DateTimeOffset Since, DateTimeOffset AsOf, int Engine);

/// <summary>What a case was counted as.</summary>
/// <param name="Version">Of the definition: the newest that was known then, or the one that was asked for.</param>
sealed record StateThen(int Version, OutcomeState State, OutcomeReason Reason, CountedAs CountedAs);

/// <summary>A case that is counted otherwise, or as the same for another reason.</summary>
/// <param name="Before">Null: it was not among the cases that are asked about.</param>
/// <param name="After">Null: it is not among them any more.</param>
/// <param name="Moves">How it moved between the instants, under the later version; none, where only the definition did.</param>
sealed record ChangedCase(Guid CaseId, string CaseNumber, string Definition, StateThen? Before, StateThen? After, IReadOnlyList<OutcomeMove> Moves);

/// <summary>What moved between two settled instants, and by which entries: in the order of the cases.</summary>
sealed class ChangesQuery(Asking asking, RegisterReader reader, HospitalDirectory hospitals)
    : ListQuery<ChangesQuestion, ChangedCase, ChangesCursor, SettledPart<ChangedCase, ChangesCursor>>(asking)
{
    public static readonly string[] Roles = [Role.Quality];

    protected override ListQuestion<ChangedCase, ChangesCursor, SettledPart<ChangedCase, ChangesCursor>> List(Caller caller, ChangesQuestion question) =>
        new(question, Roles, (after, count, cancellation) => reader.AnswerAsync(
            RegisterTable.CaseFacts, caller.Hospital, after?.AsOf ?? question.AsOf, after?.Engine, now => reader.AnswerAsync(
                RegisterTable.CaseFacts, caller.Hospital, after?.Since ?? question.Since, now.Version,
                then => FindAsync(then, now, hospitals[caller.Hospital], question, after, count, cancellation), cancellation), cancellation), c => c.CaseId);

    static async Task<Answer<SettledPart<ChangedCase, ChangesCursor>>> FindAsync(
        RegisterSnapshot then, RegisterSnapshot now, Hospital hospital, ChangesQuestion question, ChangesCursor? after, int count,
        CancellationToken cancellation)
    {
        var (before, later) = (await Side.ReadAsync(then, hospital, question, cancellation), await Side.ReadAsync(now, hospital, question, cancellation));
        if (before is null || later is null)
            return UnknownTo.Definition(question.Definition!, question.Version);
        var changed = before.Pairs.Keys.Union(later.Pairs.Keys).Where(pair => after is null || InOrder(pair, (after.CaseId, after.Definition)) > 0)
            .Where(pair => before.CountOf(pair) != later.CountOf(pair)).Order(Comparer<(Guid, string)>.Create(InOrder)).Take(count + 1).ToArray();
        var part = Part<(Guid CaseId, string Definition), ChangesCursor>.Of(
            changed, count, last => new ChangesCursor(last.CaseId, last.Definition, then.AsOf, now.AsOf, now.Version));
        var history = await OutcomeHistory.ReadAsync(
            now, hospital, [.. part.Items.Select(pair => pair.CaseId).Distinct()], later.Kinds, cancellation);
        var lines = part.Items.Select(pair => LineOf(pair, before, later, history, then.AsOf));
        return await SettledPart<ChangedCase, ChangesCursor>.OfAsync(now, new Part<ChangedCase, ChangesCursor>([.. lines], part.Next), cancellation);
    }

    static ChangedCase LineOf((Guid CaseId, string Definition) pair, Side before, Side later, OutcomeHistory history, DateTimeOffset since) => new(
        pair.CaseId, (later.Pairs.GetValueOrDefault(pair) ?? before.Pairs[pair]).Facts.CaseNumber, pair.Definition, before.StateOf(pair), later.StateOf(pair),
        later.Pairs.GetValueOrDefault(pair) is { Definition: var definition }
            ? [.. history.MovesOf(pair.CaseId, definition).Where(move => move.At > since)] : []);

    static int InOrder((Guid CaseId, string Definition) one, (Guid CaseId, string Definition) other) =>
        one.CaseId.CompareTo(other.CaseId) is not 0 and var order ? order : string.CompareOrdinal(one.Definition, other.Definition);

    /// <summary>The cases at one of the two instants, under each definition that is asked about.</summary>
    sealed record Side(IReadOnlyList<AssessedKind> Kinds, Dictionary<(Guid CaseId, string Definition), JudgedPair> Pairs)
    {
        public static async Task<Side?> ReadAsync(RegisterSnapshot register, Hospital hospital, ChangesQuestion question, CancellationToken cancellation)
        {
            if (await JudgedPairs.OfAsync(register, hospital, question, cancellation) is not { } pairs)
                return null;
            return new Side(pairs.Kinds, (await pairs.AllAsync(cancellation)).ToDictionary(pair => (pair.Facts.CaseId, pair.Definition.Id)));
        }

        public StateThen? StateOf((Guid, string) pair) => Pairs.TryGetValue(pair, out var found)
            ? new StateThen(found.Definition.Version, found.Case.Outcome.State, found.Case.Outcome.Reason, found.Case.CountedAs) : null;

        /// <summary>What must differ for a case to have changed: another version alone is no change.</summary>
        public (CountedAs, OutcomeReason)? CountOf((Guid, string) pair) =>
            Pairs.TryGetValue(pair, out var found) ? (found.Case.CountedAs, found.Case.Outcome.Reason) : null;
    }
}
