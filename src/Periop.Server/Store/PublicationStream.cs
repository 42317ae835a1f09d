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

    public static Guid IdOf(string hospital, PublicationEvent what) => what switch
    {
        DefinitionPublished { Definition: var definition } => IdOf(hospital, definition),
        RiskModelPublished { Model: var model } => OfRiskModel(hospital, model.Id, model.Version),
        _ => throw new InvalidOperationException($"{what.GetType().Name} has no stream."),
    };

    public static Guid OfDefinition(string hospital, string id, int version) => Uuid.NewNameBased(Namespace, $"{hospital}/definitions/{id}/{version}");

    public static Guid OfRiskModel(string hospital, string id, int version) => Uuid.NewNameBased(Namespace, $"{hospital}/risk-models/{id}/{version}");

    /// <summary>What was published under a version; null when nothing was.</summary>
    public static async Task<Publication?> FindAsync(IQuerySession session, Guid stream, CancellationToken cancellation) =>
        (await session.Events.FetchStreamAsync(stream, token: cancellation)) is [{ Data: PublicationEvent what } stored]
            ? new Publication(what, stored.Timestamp, stored.UserName ?? "") : null;

    /// <summary>Begins the stream, with the time and name it was decided with.</summary>
    public static void Append(IDocumentSession session, Publication publication)
    {
        var stored = session.Events.BuildEvent(publication.What);
        (stored.Timestamp, stored.UserName) = (publication.At, publication.By);
        session.Events.StartStream(
            publication.What is DefinitionPublished ? typeof(OutcomeDefinition) : typeof(RiskModel), IdOf(session.TenantId, publication.What), stored);
    }
}

/// <summary>What was published, when and by whom.</summary>
public sealed record Publication(PublicationEvent What, DateTimeOffset At, string By);
