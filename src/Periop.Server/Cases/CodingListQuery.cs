using Periop.Domain.Cases;
using Periop.Domain.Procedures;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Cases;

/// <summary>Whether a coder has decided.</summary>
enum CodingStatus { Open, Coded }

/// <summary>The cases that are to be coded, or were.</summary>
/// <param name="From">The first local day of the first incision.</param>
/// <param name="To">The day before which it was.</param>
/// <param name="Differs">Whether the decision is another than the suggestion.</param>
/// <param name="Coder">Who decided.</param>
/// <param name="Code">One that is suggested or decided.</param>
/// <param name="AsOf">The cases as they were then; null: as they are.</param>
sealed record CodingListQuestion(
    DateOnly? From, DateOnly? To, CodingStatus? Status, bool? Differs, string? Coder, string? Code, DateTimeOffset? AsOf) : Question("coding-list")
{
    public bool Asks(CodingView view) =>
        (Status ?? view.Status) == view.Status && (Differs is null || view.Differs == Differs) && (Coder is null || view.Decision?.RecordedBy == Coder)
        && (Code is null || view.Suggested.Concat(view.Decision?.Codes ?? []).Any(c => c.Code.Value == Code));
}

/// <summary>Where the next part begins, and what of the register the first one was read from.</summary>
sealed record CodingListCursor(DateTimeOffset FirstIncisionAt, Guid CaseId, DateTimeOffset AsOf, int Engine);

/// <summary>A part of the list.</summary>
/// <param name="AsOf">The instant for which it is settled which cases there are.</param>
/// <param name="Behind">How many entries the register did not know when it was asked that.</param>
sealed record CodingListPart(IReadOnlyList<CodingView> Items, CodingListCursor? Next, DateTimeOffset AsOf, long Behind)
    : Part<CodingView, CodingListCursor>(Items, Next);

/// <summary>
/// The coder's list: the one that waits longest comes first. Which cases were operated on when, the register tells; suggestion and decision are
/// those of the case as it is, so that what was just coded is no longer open. Asked as of an instant, they are those of then.
/// </summary>
sealed class CodingListQuery(Asking asking, RegisterReader registers, CodingReader coding, HospitalDirectory hospitals)
    : ListQuery<CodingListQuestion, CodingView, CodingListCursor, CodingListPart>(asking)
{
    public static readonly string[] Roles = [Role.Coder, Role.Quality];

    protected override ListQuestion<CodingView, CodingListCursor, CodingListPart> List(Caller caller, CodingListQuestion question) =>
        new(question, Roles, (after, count, cancellation) => registers.AnswerAsync<CodingListPart>(
            RegisterTable.CaseFacts, caller.Hospital, after?.AsOf ?? question.AsOf, after?.Engine,
            async register => await ReadAsync(register, hospitals[caller.Hospital], question, after, count, cancellation), cancellation), item => item.CaseId);

    async Task<CodingListPart> ReadAsync(
        RegisterSnapshot register, Hospital hospital, CodingListQuestion question, CodingListCursor? after, int count, CancellationToken cancellation)
    {
        var found = new List<(CodingPlace At, CodingView View)>();
        for (var (place, more) = (after is null ? null : new CodingPlace(after.FirstIncisionAt, after.CaseId), true); more && found.Count <= count;)
        {
            var (some, next) = await coding.ReadAsync(
                register, hospital, question.From, question.To, question.AsOf is not null, place, count + 1, cancellation);
            found.AddRange(some.Where(s => question.Asks(s.View)));
            (place, more) = (next, next is not null);
        }

        var part = Part<(CodingPlace At, CodingView View), CodingListCursor>.Of(
            found, count, last => new CodingListCursor(last.At.FirstIncisionAt, last.At.CaseId, register.AsOf, register.Version));
        return new CodingListPart([.. part.Items.Select(i => i.View)], part.Next, register.AsOf, await register.BehindAsync(cancellation));
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
