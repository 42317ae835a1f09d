using JasperFx.Events;
using Marten;
using Periop.Domain.Outcomes;
using UUIDNext;

namespace Periop.Server.Store;

/// <summary>The stream of a second source: its uploads, each of which says all that the source says.</summary>
static class SecondSourceStream
{
    /// <summary>The name space of the ids (RFC 9562): never changes, or every source would begin again.</summary>
    static readonly Guid Namespace = new("6a0c8f8e-2f0b-4b8e-9d7c-51d0e3a94c16");

    public static Guid IdOf(string hospital, string name) => Uuid.NewNameBased(Namespace, $"{hospital}/second-sources/{name}");

    /// <summary>The newest upload; null when there is none.</summary>
    public static async Task<Upload?> LastAsync(IQuerySession session, Guid stream, CancellationToken cancellation) =>
        await session.Events.FetchStreamStateAsync(stream, cancellation) is { Version: var version }
            ? await OneAsync(session, stream, version, cancellation) : null;

    /// <summary>The uploads of a batch's sources before it, by stream.</summary>
    public static async Task<Dictionary<Guid, Upload?>> BeforeAsync(
        IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var before = new Dictionary<Guid, Upload?>();
        foreach (var first in events.DistinctBy(e => e.StreamId))
            before[first.StreamId] = first.Version == 1 ? null : await OneAsync(operations, first.StreamId, first.Version - 1, cancellation);
        return before;
    }

    /// <summary>Adds an upload, with the time and name it was decided with.</summary>
    public static void Append(IDocumentSession session, Upload upload, bool isFirst)
    {
        var stored = session.Events.BuildEvent(upload.What);
        (stored.Timestamp, stored.UserName) = (upload.At, upload.By);
        var stream = IdOf(session.TenantId, upload.What.Name);
        if (isFirst)
            session.Events.StartStream<SecondSourceUploaded>(stream, stored);
        else
            session.Events.Append(stream, stored);
    }

    static async Task<Upload> OneAsync(IQuerySession session, Guid stream, long version, CancellationToken cancellation)
    {
        var stored = (await session.Events.FetchStreamAsync(stream, version, fromVersion: version, token: cancellation)).Single();
        return new Upload((SecondSourceUploaded)stored.Data, stored.Timestamp, stored.UserName ?? "");
    }
}

/// <summary>What was uploaded, when and by whom.</summary>
public sealed record Upload(SecondSourceUploaded What, DateTimeOffset At, string By);
