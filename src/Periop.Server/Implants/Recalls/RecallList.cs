using Marten;
using Periop.Domain.Implants.Recalls;
using Periop.Domain.Record;
using Periop.Server.Store;

namespace Periop.Server.Implants.Recalls;

/// <summary>
/// The recalls of a hospital: a stream of events each, and beside it, in the same transaction, the recall as it is, for the list.
/// </summary>
static class RecallList
{
    /// <summary>Puts devices under recall. Of one hospital, one at a time: so that a recall is there once.</summary>
    /// <returns>The recall, or why not; whether it had been recorded before.</returns>
    public static async Task<(Recall? Recall, Refusal? Refusal, bool IsReplay)> AnnounceAsync(
        IDocumentSession session, Guid id, AnnounceRecall command, string content, string by, DateTimeOffset now, CancellationToken cancellation)
    {
        await NameQueue.EnterAsync(session, cancellation);
        if (await session.LoadAsync<Recall>(id, cancellation) is { } earlier)
            return earlier.Content == content ? (earlier.AsAnnounced(), null, true) : (null, Refusal.EntryIdReused, false);
        if (await session.Events.FetchStreamStateAsync(id, cancellation) is not null)
            return (null, Refusal.EntryIdReused, false);        // a case has that id
        var lasting = await session.Query<Recall>().Where(r => r.EndedAt == null && r.Gtin == command.Sought.Gtin).ToListAsync(cancellation);
        if (lasting.FirstOrDefault(r => r.SameDevices(command.Sought)) is { } same)
            return (null, new Refusal("already-recalled", "These devices are under recall already.", RefusalKind.Conflict, same.Id), false);
        return (await RecordAsync(session, null, id, command.Decide(id, content), by, now, cancellation), null, false);
    }

    /// <summary>Ends a recall; null when there is none. One that has ended stays as it is.</summary>
    public static async Task<Recall?> EndAsync(IDocumentSession session, Guid id, string by, DateTimeOffset now, CancellationToken cancellation)
    {
        await NameQueue.EnterAsync(session, cancellation);
        var recall = await session.LoadAsync<Recall>(id, cancellation);
        return recall is null or { EndedAt: not null } ? recall : await RecordAsync(session, recall, id, new RecallEnded(), by, now, cancellation);
    }

    public static void Configure(StoreOptions options) => options.Schema.For<Recall>().Duplicate(r => r.AnnouncedAt);

    static async Task<Recall> RecordAsync(
        IDocumentSession session, Recall? before, Guid id, RecallEvent happened, string by, DateTimeOffset now, CancellationToken cancellation)
    {
        var stored = session.Events.BuildEvent(happened);
        (stored.Timestamp, stored.UserName) = (now, by);
        if (before is null)
            session.Events.StartStream<Recall>(id, stored);
        else
            session.Events.Append(id, stored);
        var after = Recall.Evolve(before, happened, now, by);
        session.Store(after);
        await session.SaveChangesAsync(cancellation);
        return after;
    }
}
