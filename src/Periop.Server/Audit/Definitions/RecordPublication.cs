using System.Text.Json.Nodes;
using Marten;
using Periop.Domain.Outcomes;
using Periop.Domain.Record;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Http;
using Periop.Server.Store;
using Wolverine.Runtime.Handlers;

namespace Periop.Server.Audit.Definitions;

/// <summary>A version on its way to being published.</summary>
public sealed record RecordPublication(PublicationEvent What, string Id, int Version, string By, AccessEntry Access);

/// <summary>What came of it.</summary>
/// <param name="Published">As it stands; null when it was refused.</param>
/// <param name="IsReplay">It had been published before.</param>
public sealed record PublicationResult(Publication? Published, Refusal? Refusal = null, bool IsReplay = false);

/// <summary>Publishes one version at a time, so that it is there once. The same content again is the version that is there.</summary>
public static class PublicationHandler
{
    public static void Configure(HandlerChain chain) => LostRace.RunsAgain(chain);

    public static async Task<PublicationResult> Handle(
        RecordPublication message, IDocumentSession session, WriteSessions writing, TimeProvider clock, CancellationToken cancellation)
    {
        var write = writing.Begin(session, cancellation);
        await write.WaitToNameAsync();
        var before = await write.PublishedAsync(PublicationStream.IdOf(session.TenantId, message.What));
        var result = before is null ? new PublicationResult(new Publication(message.What, clock.GetUtcNow().ToMicroseconds(), message.By))
            : before.What.Content == message.What.Content ? new PublicationResult(before, IsReplay: true)
            : new PublicationResult(null, new Refusal(
                "version-published", $"Version {message.Version} of {message.Id} is published, with other content. It does not change: choose another number.",
                RefusalKind.Conflict));
        if (before is null)
            write.Record(result.Published!);
        await write.CommitAsync(message.Access with
        {
            Outcome = $"{(result.Refusal is { } no ? Problems.StatusOf(no.Kind) : result.IsReplay ? StatusCodes.Status200OK : StatusCodes.Status201Created)}",
            Question = new JsonObject { ["id"] = message.Id, ["version"] = message.Version },
        });
        return result;
    }
}
