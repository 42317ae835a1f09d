using Marten;
using Periop.Domain.Implants.Recalls;
using Periop.Server.Access;

namespace Periop.Server.Implants.Recalls;

/// <summary>The recall list, with those that have ended.</summary>
sealed record RecallListQuestion() : Question("recalls");

/// <summary>One recall.</summary>
sealed record RecallQuestion(Guid RecallId) : Question("recall");

/// <summary>Where the next part begins, and when the first one was asked for.</summary>
sealed record RecallCursor(DateTimeOffset AnnouncedAt, Guid RecallId, DateTimeOffset Until);

/// <summary>Recalls, newest first.</summary>
sealed class RecallQuery(Asking asking, IDocumentStore store, TimeProvider clock)
    : ListQuery<RecallListQuestion, Recall, RecallCursor, Part<Recall, RecallCursor>>(asking)
{
    public static readonly string[] Roles = [Role.Quality];

    public Task<Answer<Recall>> AskAsync(Caller caller, RecallQuestion question, CancellationToken cancellation) =>
        Asking.AskAsync<Recall>(caller, question, Roles, async () =>
        {
            await using var session = store.QuerySession(caller.Hospital);
            return await session.LoadAsync<Recall>(question.RecallId, cancellation) is { } recall ? recall : new NoAnswer.NotFound();
        }, _ => Disclosure.One);

    protected override ListQuestion<Recall, RecallCursor, Part<Recall, RecallCursor>> List(Caller caller, RecallListQuestion question) =>
        new(question, Roles, (after, count, cancellation) => ReadAsync(caller.Hospital, after, count, cancellation));

    async Task<Answer<Part<Recall, RecallCursor>>> ReadAsync(string hospital, RecallCursor? after, int count, CancellationToken cancellation)
    {
        var until = after?.Until ?? clock.GetUtcNow();
        await using var session = store.QuerySession(hospital);
        IQueryable<Recall> recalls = session.Query<Recall>().Where(r => r.AnnouncedAt <= until);
        if (after is not null)
            recalls = recalls.Where(r => r.AnnouncedAt < after.AnnouncedAt || (r.AnnouncedAt == after.AnnouncedAt && r.Id.CompareTo(after.RecallId) < 0));
        var found = await recalls.OrderByDescending(r => r.AnnouncedAt).ThenByDescending(r => r.Id).Take(count + 1).ToListAsync(cancellation);
        return Part<Recall, RecallCursor>.Of(found, count, last => new RecallCursor(last.AnnouncedAt, last.Id, until));
    }
}
