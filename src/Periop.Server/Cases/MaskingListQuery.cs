using Marten;
using Periop.Server.Access;
using Periop.Server.Store;

namespace Periop.Server.Cases;

/// <summary>What was masked and who was erased.</summary>
sealed record MaskingListQuestion() : Question("maskings");

/// <summary>Where the next part begins.</summary>
sealed record MaskingListCursor(DateTimeOffset At, Guid Id);

/// <summary>Every masking and erasure, newest first: kept apart from the backups, it says what to make again after a restore.</summary>
sealed class MaskingListQuery(Asking asking, IDocumentStore store)
    : ListQuery<MaskingListQuestion, MaskingRecord, MaskingListCursor, Part<MaskingRecord, MaskingListCursor>>(asking)
{
    public static readonly string[] Roles = [Role.Admin, Role.Auditor];

    protected override ListQuestion<MaskingRecord, MaskingListCursor, Part<MaskingRecord, MaskingListCursor>> List(
        Caller caller, MaskingListQuestion question) =>
        new(question, Roles, (after, count, cancellation) => ReadAsync(caller.Hospital, after, count, cancellation), m => m.CaseId);

    async Task<Answer<Part<MaskingRecord, MaskingListCursor>>> ReadAsync(
        string hospital, MaskingListCursor? after, int count, CancellationToken cancellation)
    {
        await using var session = store.QuerySession(hospital);
        IQueryable<MaskingRecord> maskings = session.Query<MaskingRecord>();
        if (after is not null)
            maskings = maskings.Where(m => m.At < after.At || (m.At == after.At && m.Id.CompareTo(after.Id) < 0));
        var found = await maskings.OrderByDescending(m => m.At).ThenByDescending(m => m.Id).Take(count + 1).ToListAsync(cancellation);
        return Part<MaskingRecord, MaskingListCursor>.Of(found, count, earliest => new MaskingListCursor(earliest.At, earliest.Id));
    }
}
