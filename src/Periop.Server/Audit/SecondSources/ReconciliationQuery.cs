using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.SecondSources;

/// <summary>How far the register and a second source agree.</summary>
/// <param name="Source">The name of the source.</param>
sealed record ReconciliationQuestion(string Source) : CohortQuestion("reconciliation");

/// <summary>The cases that one of them names.</summary>
/// <param name="Source">The name of the source.</param>
/// <param name="Side">Null: all.</param>
sealed record ReconciledListQuestion(string Source, Side? Side) : CohortQuestion("reconciled-cases");

/// <summary>After which case the next part of the list begins, and the instant that the first one is for.</summary>
sealed record ReconciledCursor(Side Side, string CaseNumber, Guid CaseId, DateTimeOffset AsOf, int Engine);

/// <summary>Compares the register with a second source.</summary>
sealed class ReconciliationQuery(Asking asking, RegisterReader reader, HospitalDirectory hospitals)
{
    public static readonly string[] Roles = [Role.Quality];

    public Task<Answer<Settled<Reconciliation>>> AskAsync(Caller caller, ReconciliationQuestion question, CancellationToken cancellation) =>
        asking.AskAsync(caller, question, Roles, () => reader.AnswerAsync(
            RegisterTable.SecondSources, caller.Hospital, question.AsOf, null,
            register => FindAsync(register, hospitals[caller.Hospital], question, cancellation), cancellation),
            found => new Disclosure(found.Body.CaseIds().Count(), [.. found.Body.CaseIds()]));

    static async Task<Answer<Settled<Reconciliation>>> FindAsync(
        RegisterSnapshot register, Hospital hospital, ReconciliationQuestion question, CancellationToken cancellation)
    {
        var answer = await Reconciled.ReadAsync(register, hospital, question, question.Source, cancellation);
        if (answer.Value is not { } found)
            return answer.Why!;
        return new Settled<Reconciliation>(
            Reconciliation.Of(question, found, register, hospital), register.AsOf, await register.BehindAsync(cancellation));
    }
}

/// <summary>The cases behind a reconciliation, by side, then number.</summary>
sealed class ReconciledListQuery(Asking asking, RegisterReader reader, HospitalDirectory hospitals)
    : ListQuery<ReconciledListQuestion, ReconciledCase, ReconciledCursor, SettledPart<ReconciledCase, ReconciledCursor>>(asking)
{
    /// <summary>
    /// They are compared once, whatever the number of parts: all parts are of the same position, and what an upload and the cases come to is
    /// little enough to be held.
    /// </summary>
    protected override ListQuestion<ReconciledCase, ReconciledCursor, SettledPart<ReconciledCase, ReconciledCursor>> List(
        Caller caller, ReconciledListQuestion question)
    {
        IReadOnlyList<ReconciledCase>? found = null;
        return new(question, ReconciliationQuery.Roles, (after, count, cancellation) => reader.AnswerAsync<SettledPart<ReconciledCase, ReconciledCursor>>(
            RegisterTable.SecondSources, caller.Hospital, after?.AsOf ?? question.AsOf, after?.Engine, async register =>
            {
                if (found is null)
                {
                    var answer = await Reconciled.ReadAsync(register, hospitals[caller.Hospital], question, question.Source, cancellation);
                    if (answer.Value is not { } reconciled)
                        return answer.Why!;
                    found = [.. reconciled.Cases.Where(c => question.Side is not { } side || c.Side == side)];
                }

                return await SettledPart<ReconciledCase, ReconciledCursor>.OfAsync(register, PartOf(register, found, after, count), cancellation);
            }, cancellation), line => line.CaseId);
    }

    static Part<ReconciledCase, ReconciledCursor> PartOf(
        RegisterSnapshot register, IReadOnlyList<ReconciledCase> found, ReconciledCursor? after, int count)
    {
        var place = after is null ? default : (after.Side, after.CaseNumber, after.CaseId);
        return Part<ReconciledCase, ReconciledCursor>.Of(
            [.. found.SkipWhile(c => after is not null && Reconciled.Order.Compare(Reconciled.Place(c), place) <= 0).Take(count + 1)], count,
            last => new ReconciledCursor(last.Side, last.CaseNumber, last.CaseId ?? Guid.Empty, register.AsOf, register.Version));
    }
}
