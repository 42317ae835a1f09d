using JasperFx.Events;
using Marten;
using Marten.Events;
using Periop.Domain.Cases;
using Periop.Server.Access;
using Periop.Server.Hospitals;
using Periop.Server.Store;

namespace Periop.Server.Cases;

/// <summary>What was changed after it had been recorded.</summary>
/// <param name="From">The first local day on which the change was recorded.</param>
/// <param name="To">The day before which it was.</param>
/// <param name="By">Who changed it.</param>
/// <param name="Surgeon">Whose case it was, as it was planned then.</param>
sealed record CorrectionListQuestion(DateOnly? From, DateOnly? To, string? By, string? Surgeon, DateTimeOffset? AsOf) : Question("corrections");

/// <summary>Where the next part begins: before this place in the store.</summary>
sealed record CorrectionListCursor(long Position);

/// <summary>
/// Corrected times, retractions and replacements of all cases, newest first. It looks at events: it is asked once a month, and the register
/// does not have it yet.
/// </summary>
sealed class CorrectionListQuery(Asking asking, IDocumentStore store, CaseStream cases, HospitalDirectory hospitals)
    : ListQuery<CorrectionListQuestion, CorrectionView, CorrectionListCursor, Part<CorrectionView, CorrectionListCursor>>(asking)
{
    public static readonly string[] Roles = [Role.Quality, Role.Auditor];

    protected override ListQuestion<CorrectionView, CorrectionListCursor, Part<CorrectionView, CorrectionListCursor>> List(
        Caller caller, CorrectionListQuestion question) =>
        new(question, Roles, (after, count, cancellation) => ReadAsync(caller.Hospital, question, after, count, cancellation), c => c.CaseId);

    async Task<Answer<Part<CorrectionView, CorrectionListCursor>>> ReadAsync(
        string hospital, CorrectionListQuestion question, CorrectionListCursor? after, int count, CancellationToken cancellation)
    {
        await using var session = store.QuerySession(hospital);
        var found = new List<(long Position, CorrectionView View)>();
        var position = after?.Position ?? long.MaxValue;
        while (found.Count <= count)
        {
            var changes = await Changes(session, question, hospitals[hospital]).Where(e => e.Sequence < position)
                .OrderByDescending(e => e.Sequence).Take(count + 1).ToListAsync(cancellation);
            foreach (var change in changes)
                if (await cases.ReadAsync(session, change.StreamId, cancellation) is { } surgicalCase
                    && CorrectionView.Of(surgicalCase, surgicalCase.Entries[((CaseEvent)change.Data).EntryId]) is var view
                    && (question.Surgeon is null || view.Surgeon?.Value == question.Surgeon))
                    found.Add((change.Sequence, view));
            if (changes.Count <= count)
                break;
            position = changes[^1].Sequence;
        }

        var part = Part<(long Position, CorrectionView View), CorrectionListCursor>.Of(found, count, last => new CorrectionListCursor(last.Position));
        return new Part<CorrectionView, CorrectionListCursor>([.. part.Items.Select(i => i.View)], part.Next);
    }

    static IQueryable<IEvent> Changes(IQuerySession session, CorrectionListQuestion question, Hospital hospital)
    {
        var changes = session.Events.QueryAllRawEvents()
            .Where(e => e.EventTypesAre(typeof(TimeCorrected), typeof(EntryRetracted)) && (e.IsArchived == true || e.IsArchived == false));
        if (question.From is { } from && hospital.BeginOf(from) is var first)
            changes = changes.Where(e => e.Timestamp >= first);
        if (question.To is { } to && hospital.BeginOf(to) is var end)
            changes = changes.Where(e => e.Timestamp < end);
        if (question.AsOf?.ToUniversalTime() is { } asOf)
            changes = changes.Where(e => e.Timestamp <= asOf);
        if (question.By is { } by)
            changes = changes.Where(e => e.UserName == by);
        return changes;
    }
}
