using JasperFx;
using Periop.Domain.Cases;
using Periop.Domain.Procedures;
using Periop.Server.Store;

namespace Periop.Benchmarks;

/// <summary>The pipeline as it might have been: the same decisions, other ways to load and to keep apart.</summary>
static class OtherPipelines
{
    const int Tries = 50;

    /// <summary>Lock the stream, fold it anew from all its events.</summary>
    public static async Task<Contender> LockAndFoldAsync(Stage stage)
    {
        var store = await BareMarten.StoreAsync(stage, "lock_fold");
        return new("lock, fold anew", count => BareMarten.BeginAsync(store, count), async caseId =>
        {
            await using var session = store.LightweightSession(Stage.Hospital);
            var stream = await session.Events.FetchForExclusiveWriting<SurgicalCase>(caseId);
            stream.AppendOne(Decide(stream.Aggregate!));
            await session.SaveChangesAsync();
        });
    }

    /// <summary>No lock: fold anew, append at the version seen, and try again when someone was faster.</summary>
    public static async Task<Contender> RetryAndFoldAsync(Stage stage)
    {
        var store = await BareMarten.StoreAsync(stage, "retry_fold");
        return new("retry, fold anew", count => BareMarten.BeginAsync(store, count), async caseId =>
        {
            for (var tries = 1; ; tries++)
                try
                {
                    await using var session = store.LightweightSession(Stage.Hospital);
                    var stream = await session.Events.FetchForWriting<SurgicalCase>(caseId);
                    stream.AppendOne(Decide(stream.Aggregate!));
                    await session.SaveChangesAsync();
                    return;
                }
                catch (Exception raced) when (raced is ConcurrencyException && tries < Tries)
                {
                    await Task.Delay(Random.Shared.Next(1, 5 * tries));
                }
        });
    }

    /// <summary>Lock and keep, as chosen, and a table that remembers every entry id.</summary>
    public static async Task<Contender> LockAndKeepAsync(Stage stage, bool replayTable)
    {
        var store = await BareMarten.StoreAsync(stage, "lock_keep");
        var kept = new KeptCases();
        var streams = new CaseStream(kept, "lock_keep");
        return new("lock, keep, replay table", count => BareMarten.BeginAsync(store, count), async caseId =>
        {
            await using var session = store.LightweightSession(Stage.Hospital);
            var entryId = Guid.CreateVersion7();
            var (surgicalCase, _) = await streams.LockAsync(session, caseId, CancellationToken.None);
            if (replayTable && await session.LoadAsync<SeenEntry>(entryId) is not null)
                return;
            var recorded = (CommandResult.Recorded)Recording.Record(surgicalCase, Contenders.Entry(), Now(entryId));
            CaseStream.Append(session, recorded.Case, recorded.Entries, new WrittenVersions([]));
            if (replayTable)
                session.Insert(new SeenEntry(entryId, caseId, recorded.Receipt.Version, Contenders.Hash));
            await session.SaveChangesAsync();
            kept.Keep(Stage.Hospital, recorded.Case);
        });
    }

    internal static Circumstances Now(Guid entryId) => new(
        entryId, Contenders.Hash, "nurse-1", TimeProvider.System.GetUtcNow(), null,
        ProcedureFamilies.Shipped.Rules.DefaultStops, ProcedureFamilies.Shipped.Rules);

    static CaseEvent Decide(SurgicalCase surgicalCase) =>
        ((CommandResult.Recorded)Recording.Record(surgicalCase, Contenders.Entry(), Now(Guid.CreateVersion7()))).Entries[^1].Event;
}

/// <summary>A row of the replay table.</summary>
public sealed record SeenEntry(Guid Id, Guid CaseId, long Version, string Content);
