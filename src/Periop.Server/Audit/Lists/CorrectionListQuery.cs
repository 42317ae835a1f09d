using Marten;
using Periop.Domain.Cases;
using Periop.Domain.Register;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Hospitals;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Server.Audit.Lists;

/// <summary>What was changed after it had been recorded.</summary>
/// <param name="From">The first local day on which the change was recorded.</param>
/// <param name="To">The day before which it was.</param>
/// <param name="By">Who changed it.</param>
/// <param name="Surgeon">Whose case it was, as it was planned then.</param>
/// <param name="Room">The room that was planned then.</param>
sealed record CorrectionListQuestion(
    DateOnly? From, DateOnly? To, string? By, string? Surgeon, string? Room, CorrectionKind? Kind, DateTimeOffset? AsOf) : Question("corrections");

/// <summary>Where the next part begins: after this correction.</summary>
sealed record CorrectionListCursor(DateTimeOffset RecordedAt, Guid CaseId, string Key, DateTimeOffset AsOf, int Engine);

/// <summary>
/// Corrected times, retractions and replacements of all cases, newest first. Which there are, the register tells; what was said before and after,
/// and why, comes from the case, so that what was masked there is masked here.
/// </summary>
sealed class CorrectionListQuery(Asking asking, RegisterReader reader, IDocumentStore store, CaseStream cases, HospitalDirectory hospitals)
    : ListQuery<CorrectionListQuestion, CorrectionView, CorrectionListCursor, SettledPart<CorrectionView, CorrectionListCursor>>(asking)
{
    public static readonly string[] Roles = [Role.Quality, Role.Auditor];

    protected override ListQuestion<CorrectionView, CorrectionListCursor, SettledPart<CorrectionView, CorrectionListCursor>> List(
        Caller caller, CorrectionListQuestion question) =>
        new(question, Roles, (after, count, cancellation) => reader.AnswerAsync(
            RegisterTable.Corrections, caller.Hospital, after?.AsOf ?? question.AsOf, after?.Engine,
            register => FindAsync(register, hospitals[caller.Hospital], question, after, count, cancellation), cancellation), view => view.CaseId);

    async Task<Answer<SettledPart<CorrectionView, CorrectionListCursor>>> FindAsync(
        RegisterSnapshot register, Hospital hospital, CorrectionListQuestion question, CorrectionListCursor? after, int count,
        CancellationToken cancellation)
    {
        var rows = new RowConditions(register, RegisterTable.Corrections, hospital, "recorded_at").Within(question.From, question.To)
            .Where("recorded_by", question.By).Where("surgeon", question.Surgeon).Where("room", question.Room)
            .Where("kind", question.Kind is { } kind ? Vocabulary.WordFor(kind) : null).After(after?.RecordedAt, after?.CaseId, after?.Key);
        var part = Part<(Guid CaseId, CorrectionRow Row), CorrectionListCursor>.Of(
            await rows.NewestAsync<CorrectionRow>(count + 1, cancellation), count,
            last => new CorrectionListCursor(last.Row.RecordedAt.ToUniversalTime(), last.CaseId, last.Row.Key, register.AsOf, register.Version));
        return await SettledPart<CorrectionView, CorrectionListCursor>.OfAsync(
            register, new Part<CorrectionView, CorrectionListCursor>(await ShowAsync(hospital, part.Items, cancellation), part.Next), cancellation);
    }

    async Task<IReadOnlyList<CorrectionView>> ShowAsync(
        Hospital hospital, IReadOnlyList<(Guid CaseId, CorrectionRow Row)> rows, CancellationToken cancellation)
    {
        await using var session = store.QuerySession(hospital.Id);
        var known = new Dictionary<Guid, SurgicalCase>();
        foreach (var caseId in rows.Select(r => r.CaseId).Distinct())
            known.Add(caseId, (await cases.ReadAsync(session, caseId, cancellation))!);
        return [.. rows.Select(r => CorrectionView.Of(known[r.CaseId], r.Row))];
    }
}
