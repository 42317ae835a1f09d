using Marten;
using Periop.Domain.Outcomes;
using UUIDNext;

namespace Periop.Server.Store;

/// <summary>The stream of a version that was published: one event. Its id says which version it is, so that the store itself keeps it single.</summary>
static class PublicationStream
{
    /// <summary>The name space of the ids (RFC 9562): never changes, or every version would be published again.</summary>
    static readonly Guid Namespace = new("b3f0c1de-8a55-4c0c-9d43-6a8f3c6f2b71");

    public static Guid IdOf(string hospital, OutcomeDefinition definition) => OfDefinition(hospital, definition.Id, definition.Version);

    public static Guid OfDefinition(string hospital, string id, int version) => Uuid.NewNameBased(Namespace, $"{hospital}/definitions/{id}/{version}");

    public static Guid OfRiskModel(string hospital, string id, int version) => Uuid.NewNameBased(Namespace, $"{hospital}/risk-models/{id}/{version}");

    /// <summary>What was published under a version; null when nothing was.</summary>
    public static async Task<Publication?> FindAsync(IQuerySession session, Guid stream, CancellationToken cancellation) =>
        (await session.Events.FetchStreamAsync(stream, token: cancellation)) is [{ Data: PublicationEvent what } stored]
            ? new Publication(what, stored.Timestamp, stored.UserName ?? "") : null;

    /// <summary>Begins the stream, with the time and name it was decided with.</summary>
    public static void Append(IDocumentSession session, Publication publication)
    {
        var (stream, kind) = publication.What switch
        {
            DefinitionPublished { Definition: var definition } => (IdOf(session.TenantId, definition), typeof(OutcomeDefinition)),
            RiskModelPublished { Model: var model } => (OfRiskModel(session.TenantId, model.Id, model.Version), typeof(RiskModel)),
            _ => throw new InvalidOperationException($"{publication.What.GetType().Name} has no stream."),
        };
        var stored = session.Events.BuildEvent(publication.What);
        (stored.Timestamp, stored.UserName) = (publication.At, publication.By);
        session.Events.StartStream(kind, stream, stored);
    }
}

/// <summary>What was published, when and by whom.</summary>
public sealed record Publication(PublicationEvent What, DateTimeOffset At, string By);
