using Marten;
using Npgsql;
using Periop.Domain.Cases;
using Periop.Domain.Procedures;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Hospitals;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Server.Cases;

/// <summary>Whether a coder has decided.</summary>
enum CodingStatus { Open, Coded }

/// <summary>The cases that are to be coded, or were.</summary>
/// <param name="From">The first local day of the first incision.</param>
/// <param name="To">The day before which it was.</param>
sealed record CodingListQuestion(DateOnly? From, DateOnly? To, CodingStatus? Status) : Question("coding-list");

/// <summary>Where the next part begins, and what of the register the first one was read from.</summary>
sealed record CodingListCursor(DateTimeOffset FirstIncisionAt, Guid CaseId, DateTimeOffset AsOf, int Engine);

/// <summary>A part of the list.</summary>
/// <param name="Behind">How many entries the register did not know when it was asked which cases there are.</param>
sealed record CodingListPart(IReadOnlyList<CodingView> Items, CodingListCursor? Next, long Behind) : Part<CodingView, CodingListCursor>(Items, Next);

/// <summary>
/// The coder's list: the one that waits longest comes first. Which cases were operated on when, the register tells; suggestion and decision are
/// those of the case as it is, so that what was just coded is no longer open.
/// </summary>
sealed class CodingListQuery(
    Asking asking, RegisterReader registers, IDocumentStore store, CaseStream cases, HospitalDirectory hospitals, ProcedureFamilies families)
    : ListQuery<CodingListQuestion, CodingView, CodingListCursor, CodingListPart>(asking)
{
    public static readonly string[] Roles = [Role.Coder, Role.Quality];

    protected override ListQuestion<CodingView, CodingListCursor, CodingListPart> List(Caller caller, CodingListQuestion question) =>
        new(question, Roles, (after, count, cancellation) => ReadAsync(hospitals[caller.Hospital], question, after, count, cancellation), item => item.CaseId);

    async Task<Answer<CodingListPart>> ReadAsync(
        Hospital hospital, CodingListQuestion question, CodingListCursor? after, int count, CancellationToken cancellation)
    {
        var opening = await registers.OpenAsync(RegisterTable.CaseFacts, hospital.Id, after?.AsOf, after?.Engine, cancellation);
        if (opening is not RegisterOpening.Opened { Register: var register })
            return opening.Why!;
        await using (register)
        {
            var found = new List<(CodingListCursor At, CodingView View)>();
            await using var session = store.QuerySession(hospital.Id);
            for (var (from, more) = (after, true); more && found.Count <= count;)
            {
                var operated = await OperatedAsync(register, hospital, question, from, count + 1, cancellation);
                foreach (var at in operated)
                    if (await cases.ReadAsync(session, at.CaseId, cancellation) is { } surgicalCase
                        && CodingView.Of(surgicalCase, families, hospital) is { } view && (question.Status ?? view.Status) == view.Status)
                        found.Add((at, view));
                (from, more) = (operated is [.., var last] ? last : from, operated.Count > count);
            }

            var part = Part<(CodingListCursor At, CodingView View), CodingListCursor>.Of(found, count, last => last.At);
            return new CodingListPart([.. part.Items.Select(i => i.View)], part.Next, await register.BehindAsync(cancellation));
        }
    }

    /// <summary>The cases that were operated on, after a place in the list.</summary>
    static async Task<IReadOnlyList<CodingListCursor>> OperatedAsync(
        RegisterSnapshot register, Hospital hospital, CodingListQuestion question, CodingListCursor? after, int limit, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"""
            select r.first_incision_at, r.case_id from {register.NameOf(RegisterTable.CaseFacts)} r
            where r.tenant_id = $1 and {RegisterSnapshot.Held("r", "$2")} and r.is_index
              and r.first_incision_at >= $3 and r.first_incision_at < $4 and (r.first_incision_at, r.case_id) > ($5, $6)
            order by r.first_incision_at, r.case_id limit $7
            """, register.Connection);
        foreach (var value in new object[]
        {
            hospital.Id, register.Position, question.From is { } from ? hospital.BeginOf(from).UtcDateTime : DateTime.MinValue,
            question.To is { } to ? hospital.BeginOf(to).UtcDateTime : DateTime.MaxValue,
            after?.FirstIncisionAt.UtcDateTime ?? DateTime.MinValue, after?.CaseId ?? Guid.Empty, limit,
        })
            command.Parameters.Add(new() { Value = value is DateTime instant ? DateTime.SpecifyKind(instant, DateTimeKind.Utc) : value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<CodingListCursor>();
        while (await reader.ReadAsync(cancellation))
            found.Add(new CodingListCursor(reader.GetFieldValue<DateTimeOffset>(0), reader.GetGuid(1), register.AsOf, register.Version));
        return found;
    }
}

/// <summary>A case in the coder's list.</summary>
/// <param name="Date">The local day of the first incision.</param>
/// <param name="RuleSet">The rules that made the suggestion, with their version.</param>
/// <param name="Warnings">The codes of what does not fit about the suggestion; the case's own codes say more.</param>
/// <param name="Differs">Whether the decision is another than the suggestion; null while the case is not coded.</param>
/// <param name="Differences">Where; null while the case is not coded.</param>
sealed record CodingView(
    Guid CaseId, Label CaseNumber, DateOnly Date, Label? Surgeon, Label? Service, Term? Procedure, CodingStatus Status, string RuleSet,
    IReadOnlyList<CodedUnits> Suggested, IReadOnlyList<string> Warnings, DecisionView? Decision, bool? Differs, IReadOnlyList<CodeDifference>? Differences)
{
    /// <summary>Null for a case that is not over, or was never begun.</summary>
    public static CodingView? Of(SurgicalCase surgicalCase, ProcedureFamilies families, Hospital hospital)
    {
        var entries = surgicalCase.Surviving();
        if (Progress.Of(entries).Status is not (CaseStatus.Completed or CaseStatus.Aborted) || entries.First<IncisionMade>() is not { } incision)
            return null;
        var (plan, coded) = (Plan.Of(entries), CodedCase.Of(entries, families));
        return new CodingView(
            surgicalCase.Id, plan.CaseNumber, hospital.DateOf(incision.EffectiveAt), plan.Surgeon, plan.Service, plan.Procedure?.Family,
            coded.Decision is null ? CodingStatus.Open : CodingStatus.Coded, coded.Suggested.RuleSet, coded.Suggested.Coded,
            [.. coded.Suggested.Warnings.Select(w => w.Code).Distinct()], DecisionView.Of(coded),
            coded.Differences is { } differences ? differences.Count > 0 : null, coded.Differences);
    }
}
