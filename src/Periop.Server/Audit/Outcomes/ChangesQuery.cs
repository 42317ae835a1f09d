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
    /// <summary>How many cases are compared at once: few to begin with, for where most have changed a part has enough of them.</summary>
    const int Fewest = 50, Most = 1000;

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
        if (await JudgedPairs.OfAsync(then, hospital, question, cancellation) is not { } before
            || await JudgedPairs.OfAsync(now, hospital, question, cancellation) is not { } later)
            return UnknownTo.Definition(question.Version);
        var changed = new List<Compared>();
        CaseRange? range = new(after?.CaseId, null);
        for (var size = Fewest; range is not null && changed.Count <= count; size = Math.Min(size * 2, Most))
        {
            range = range with { Before = await EndAsync(then, now, hospital, question, range, size, cancellation) };
            var both = Compared.Of(await before.ReadAsync(range, cancellation), await later.ReadAsync(range, cancellation));
            changed.AddRange(both.Where(pair => pair.IsChanged && (after is null || pair.CompareTo(after.CaseId, after.Definition) > 0)));
            range = range.Before is { } next ? new CaseRange(next, null) : null;
        }

        var part = Part<Compared, ChangesCursor>.Of(
            changed, count, last => new ChangesCursor(last.CaseId, last.Definition, then.AsOf, now.AsOf, now.Version));
        var history = await OutcomeHistory.ReadAsync(
            now, hospital, [.. part.Items.Select(pair => pair.CaseId).Distinct()], later.Kinds, cancellation);
        return await SettledPart<ChangedCase, ChangesCursor>.OfAsync(
            now, new Part<ChangedCase, ChangesCursor>([.. part.Items.Select(pair => pair.ToLine(history, then.AsOf))], part.Next), cancellation);
    }

    /// <summary>Before which case a range ends that has so many of them; null: all that are left.</summary>
    static async Task<Guid?> EndAsync(
        RegisterSnapshot then, RegisterSnapshot now, Hospital hospital, ChangesQuestion question, CaseRange range, int size,
        CancellationToken cancellation)
    {
        await using var command = CohortStatement.Begin(now, hospital);
        var conditions = CohortStatement.Conditions(command, question, hospital);
        conditions.Add($"({RegisterSnapshot.Held("f", "$2")} or {RegisterSnapshot.Held("f", command.Value(then.Position))})");
        command.CommandText = $"""
            select distinct f.case_id from {now.NameOf(RegisterTable.CaseFacts)} f
            where {string.Join(" and ", conditions)}{range.Condition(command)} order by f.case_id offset {size} limit 1
            """;
        return await command.ExecuteScalarAsync(cancellation) as Guid?;
    }

    /// <summary>A case under a definition at the two instants.</summary>
    /// <param name="Before">Null: it was not among the cases that are asked about.</param>
    /// <param name="After">Null: it is not among them any more.</param>
    sealed record Compared(Guid CaseId, string Definition, JudgedPair? Before, JudgedPair? After)
    {
        /// <summary>Those of either instant, in the order of the cases, then of the definitions.</summary>
        public static IEnumerable<Compared> Of(IReadOnlyList<JudgedPair> before, IReadOnlyList<JudgedPair> after)
        {
            var (then, now) = (before.ToDictionary(IdOf), after.ToDictionary(IdOf));
            return then.Keys.Union(now.Keys).Select(pair => new Compared(pair.CaseId, pair.Id, then.GetValueOrDefault(pair), now.GetValueOrDefault(pair)))
                .Order(Comparer<Compared>.Create((one, other) => one.CompareTo(other.CaseId, other.Definition)));
        }

        /// <summary>Another version of the definition alone is no change.</summary>
        public bool IsChanged => CountOf(Before) != CountOf(After);

        public int CompareTo(Guid caseId, string definition) =>
            CaseId.CompareTo(caseId) is not 0 and var order ? order : string.CompareOrdinal(Definition, definition);

        public ChangedCase ToLine(OutcomeHistory history, DateTimeOffset since) => new(
            CaseId, (After ?? Before!).Facts.CaseNumber, Definition, StateOf(Before), StateOf(After),
            After is null ? [] : [.. history.MovesOf(CaseId, After.Definition).Where(move => move.At > since)]);

        static (Guid CaseId, string Id) IdOf(JudgedPair pair) => (pair.Facts.CaseId, pair.Definition.Id);

        static (CountedAs, OutcomeReason)? CountOf(JudgedPair? pair) => pair is null ? null : (pair.Case.CountedAs, pair.Case.Outcome.Reason);

        static StateThen? StateOf(JudgedPair? pair) =>
            pair is null ? null : new StateThen(pair.Definition.Version, pair.Case.Outcome.State, pair.Case.Outcome.Reason, pair.Case.CountedAs);
    }
}
