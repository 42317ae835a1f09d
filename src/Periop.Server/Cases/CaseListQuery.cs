using System.Text.Json.Serialization;
using Marten;
using Periop.Domain.Cases;
using Periop.Server.Access;
using Periop.Server.Store;

namespace Periop.Server.Cases;

/// <summary>Cases by what a list shows of them.</summary>
/// <param name="Status">The word.</param>
/// <param name="Phase">The word.</param>
/// <param name="Number">A part of the case number.</param>
/// <param name="Patient">Whose cases, as the hospital refers to the patient.</param>
sealed record CaseListQuestion(
    DateOnly? Date, string? Room, string? Surgeon, string? Status, string? Phase, string? Number, [property: JsonIgnore] string? Patient = null)
    : Question("case-list", PatientRef: Patient);

/// <summary>Where the next part begins, and when the first one was asked for.</summary>
sealed record CaseListCursor(DateOnly Date, Guid CaseId, DateTimeOffset Until);

/// <summary>The list of cases: newest day first, and within it by case. What is recorded after the first part is not in the next ones.</summary>
sealed class CaseListQuery(Asking asking, IDocumentStore store, CaseStream streams, TimeProvider clock)
    : ListQuery<CaseListQuestion, CaseSummary, CaseListCursor, Part<CaseSummary, CaseListCursor>>(asking)
{
    public static readonly string[] Roles = Role.CaseReaders;

    protected override ListQuestion<CaseSummary, CaseListCursor, Part<CaseSummary, CaseListCursor>> List(Caller caller, CaseListQuestion question) =>
        new(question, Roles, (after, count, cancellation) => ReadAsync(caller.Hospital, question, after, count, cancellation), c => c.CaseId);

    async Task<Answer<Part<CaseSummary, CaseListCursor>>> ReadAsync(
        string hospital, CaseListQuestion question, CaseListCursor? after, int count, CancellationToken cancellation)
    {
        var until = after?.Until ?? clock.GetUtcNow();
        await using var session = store.QuerySession(hospital);
        var cases = Matching(session.Query<CaseSummary>().Where(c => c.RecordedAt <= until), question);
        if (question.Patient is { } patient && await CasesOfAsync(session, patient, cancellation) is var own)
            cases = cases.Where(c => own.Contains(c.CaseId));
        if (after is not null)
            cases = cases.Where(c => c.Date < after.Date || (c.Date == after.Date && c.CaseId.CompareTo(after.CaseId) > 0));
        var found = await cases.OrderByDescending(c => c.Date).ThenBy(c => c.CaseId).Take(count + 1).ToListAsync(cancellation);
        return Part<CaseSummary, CaseListCursor>.Of(found, count, last => new CaseListCursor(last.Date, last.CaseId, until));
    }

    /// <summary>
    /// The cases that are a patient's by now. A summary does not say whose it is: who a patient is stays apart from what can be listed, and
    /// those of earlier releases would lack it.
    /// </summary>
    async Task<Guid[]> CasesOfAsync(IQuerySession session, string patientRef, CancellationToken cancellation)
    {
        var own = new List<Guid>();
        if (await session.LoadAsync<PatientIdentity>(patientRef, cancellation) is { } patient)
            foreach (var caseId in await CaseStream.EverOfAsync(session, patient.PatientId, cancellation))
                if (await streams.ReadAsync(session, caseId, cancellation) is { } found && Plan.Of(found.Surviving()).PatientId == patient.PatientId)
                    own.Add(caseId);
        return [.. own];
    }

    static IQueryable<CaseSummary> Matching(IQueryable<CaseSummary> cases, CaseListQuestion question)
    {
        if (question.Date is { } date)
            cases = cases.Where(c => c.Date == date);
        if (question.Room is { } room)
            cases = cases.Where(c => c.Room == room);
        if (question.Surgeon is { } surgeon)
            cases = cases.Where(c => c.Surgeon == surgeon);
        if (question.Status is { } status)
            cases = cases.Where(c => c.Status == status);
        if (question.Phase is { } phase)
            cases = cases.Where(c => c.Phase == phase);
        if (question.Number is { } part)
            cases = cases.Where(c => c.CaseNumber.Contains(part, StringComparison.OrdinalIgnoreCase));
        return cases;
    }
}
