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
sealed record ChangesCursor(Guid CaseId, DateTimeOffset Since, DateTimeOffset AsOf, int Engine);

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
        if (await Side.ReadAsync(then, hospital, question, cancellation) is not { } before
            || await Side.ReadAsync(now, hospital, question, cancellation) is not { } later)
            return UnknownTo.Definition(question.Definition!, question.Version);
        var changed = before.Cases.Keys.Union(later.Cases.Keys).Where(id => after is null || id.CompareTo(after.CaseId) > 0)
            .Where(id => before.StateOf(id) is var was && later.StateOf(id) is var isNow && (was?.CountedAs, was?.Reason) != (isNow?.CountedAs, isNow?.Reason))
            .Order().Take(count + 1).ToArray();
        var part = Part<Guid, ChangesCursor>.Of(changed, count, last => new ChangesCursor(last, then.AsOf, now.AsOf, now.Version));
        var history = await OutcomeHistory.ReadAsync(now, hospital, part.Items, OutcomeFamilies.Telling(later.Definition.Kind), cancellation);
        var lines = part.Items.Select(id => new ChangedCase(
            id, (later.Cases.GetValueOrDefault(id) ?? before.Cases[id]).Case.Facts.CaseNumber, later.Definition.Id, before.StateOf(id), later.StateOf(id),
            [.. history.MovesOf(id, later.Definition).Where(m => m.At > then.AsOf)]));
        return await SettledPart<ChangedCase, ChangesCursor>.OfAsync(now, new Part<ChangedCase, ChangesCursor>([.. lines], part.Next), cancellation);
    }

    /// <summary>The cases at one of the two instants.</summary>
    sealed record Side(OutcomeDefinition Definition, Dictionary<Guid, JudgedCase> Cases)
    {
        public static async Task<Side?> ReadAsync(RegisterSnapshot register, Hospital hospital, ChangesQuestion question, CancellationToken cancellation)
        {
            if (await DefinitionReader.FindAsync(register, hospital.Id, question.Definition!, question.Version, cancellation)
                is not { Definition: var definition })
                return null;
            var cohort = new CohortReader(register, hospital, question, OutcomeFamilies.Telling(definition.Kind), definition.Measure is not null);
            return new Side(definition, (await cohort.ReadAsync(null, null, cancellation)).ToDictionary(
                c => c.Facts.CaseId, c => JudgedCase.Of(c, definition, question.GroupBy, register.AsOf, hospital)));
        }

        public StateThen? StateOf(Guid caseId) => Cases.TryGetValue(caseId, out var judged)
            ? new StateThen(Definition.Version, judged.Outcome.State, judged.Outcome.Reason, judged.CountedAs) : null;
    }
}
