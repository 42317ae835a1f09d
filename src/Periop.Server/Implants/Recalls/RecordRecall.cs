using Marten;
using Periop.Domain.Implants.Recalls;
using Periop.Domain.Record;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Store;
using Wolverine.Runtime.Handlers;

namespace Periop.Server.Implants.Recalls;

/// <summary>Devices on their way onto the recall list.</summary>
public sealed record RecordRecall(Guid RecallId, AnnounceRecall Command, string Content, string By, AccessEntry Access);

/// <summary>A recall on its way to its end.</summary>
public sealed record EndRecall(Guid RecallId, string By, AccessEntry Access);

/// <summary>What came of it.</summary>
/// <param name="Recall">As it is now; null when it was refused, or there is none.</param>
/// <param name="IsReplay">It had been recorded before.</param>
public sealed record RecallResult(Recall? Recall, Refusal? Refusal = null, bool IsReplay = false);

/// <summary>
/// The recalls of a hospital: a stream of events each, and beside it, in the same transaction, the recall as it is, for the list. One at a
/// time, so that a recall is there once.
/// </summary>
public static class RecallHandler
{
    public static void Configure(HandlerChain chain) => LostRace.RunsAgain(chain);

    public static async Task<RecallResult> Handle(
        RecordRecall message, IDocumentSession session, WriteSessions writing, TimeProvider clock, CancellationToken cancellation)
    {
        var write = writing.Begin(session, cancellation);
        await write.WaitToNameAsync();
        var result = await JudgeAsync(message, write);
        if (result is { Recall: null, Refusal: null })
        {
            var announced = message.Command.Decide(message.RecallId, message.Content);
            result = new RecallResult(write.Record(null, message.RecallId, announced, clock.GetUtcNow().ToMicroseconds(), message.By));
        }

        await write.CommitAsync(message.Access with { Outcome = $"{(result.Refusal is { } no ? Problems.StatusOf(no.Kind) : StatusCodes.Status201Created)}" });
        return result;
    }

    /// <summary>Ends a recall. One that has ended stays as it is.</summary>
    public static async Task<RecallResult> Handle(
        EndRecall message, IDocumentSession session, WriteSessions writing, TimeProvider clock, CancellationToken cancellation)
    {
        var write = writing.Begin(session, cancellation);
        await write.WaitToNameAsync();
        var recall = await write.RecallAsync(message.RecallId);
        if (recall is { EndedAt: null })
            recall = write.Record(recall, recall.Id, new RecallEnded(), clock.GetUtcNow().ToMicroseconds(), message.By);
        await write.CommitAsync(message.Access with { Outcome = recall is null ? "404" : "200" });
        return new RecallResult(recall);
    }

    /// <summary>The recall that it repeats, or why it cannot be; neither when it is to be recorded.</summary>
    static async Task<RecallResult> JudgeAsync(RecordRecall message, WriteSession write)
    {
        if (await write.RecallAsync(message.RecallId) is { } earlier)
            return earlier.Content == message.Content ? new(earlier.AsAnnounced(), IsReplay: true) : new(null, Refusal.EntryIdReused);
        if (await write.IsTakenAsync(message.RecallId))
            return new(null, Refusal.EntryIdReused);        // a case has that id
        return (await write.LastingRecallsAsync(message.Command.Sought.Gtin)).FirstOrDefault(r => r.Sought.IsSameAs(message.Command.Sought)) is { } same
            ? new(null, new Refusal("already-recalled", "These devices are under recall already.", RefusalKind.Conflict, same.Id))
            : new RecallResult(null);
    }
}
