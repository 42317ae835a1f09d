using Marten;

namespace Periop.Server.Access;

/// <summary>Who read or wrote what.</summary>
/// <param name="To">Without it.</param>
/// <param name="OfCase">The case that it was about.</param>
/// <param name="OfPatient">The patient that it named.</param>
/// <param name="Doing">The action.</param>
sealed record AccessLogQuestion(
    DateTimeOffset? From, DateTimeOffset? To, string? Subject, Guid? OfCase, string? OfPatient, string? Doing, string? Outcome) : Question("access-log");

/// <summary>Where the next part begins, and when the first one was asked for.</summary>
sealed record AccessLogCursor(DateTimeOffset At, Guid Id, DateTimeOffset Until);

/// <summary>The access log, newest first. Reading it leaves an entry of its own.</summary>
sealed class AccessLogQuery(Asking asking, IDocumentStore store, TimeProvider clock)
    : ListQuery<AccessLogQuestion, AccessEntry, AccessLogCursor, Part<AccessEntry, AccessLogCursor>>(asking)
{
    public static readonly string[] Roles = [Role.Auditor];

    protected override ListQuestion<AccessEntry, AccessLogCursor, Part<AccessEntry, AccessLogCursor>> List(Caller caller, AccessLogQuestion question) =>
        new(question, Roles, (after, count, cancellation) => ReadAsync(caller.Hospital, question, after, count, cancellation));

    async Task<Answer<Part<AccessEntry, AccessLogCursor>>> ReadAsync(
        string hospital, AccessLogQuestion question, AccessLogCursor? after, int count, CancellationToken cancellation)
    {
        var until = after?.Until ?? clock.GetUtcNow();
        await using var session = store.QuerySession(hospital);
        var entries = session.Query<AccessEntry>().Where(e => e.At <= until);
        if (question.From is { } first)
            entries = entries.Where(e => e.At >= first);
        if (question.To is { } last)
            entries = entries.Where(e => e.At < last);
        if (question.Subject is { } subject)
            entries = entries.Where(e => e.Subject == subject);
        if (question.OfCase is { } caseId)
            entries = entries.Where(e => e.CaseId == caseId);
        if (question.OfPatient is { } patientRef)
            entries = entries.Where(e => e.PatientRef == patientRef);
        if (question.Doing is { } action)
            entries = entries.Where(e => e.Action == action);
        if (question.Outcome is { } outcome)
            entries = entries.Where(e => e.Outcome == outcome);
        if (after is not null)
            entries = entries.Where(e => e.At < after.At || (e.At == after.At && e.Id.CompareTo(after.Id) < 0));
        var found = await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(count + 1).ToListAsync(cancellation);
        return Part<AccessEntry, AccessLogCursor>.Of(found, count, earliest => new AccessLogCursor(earliest.At, earliest.Id, until));
    }
}
