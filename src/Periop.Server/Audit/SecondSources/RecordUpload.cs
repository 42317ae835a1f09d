using System.Text.Json.Nodes;
using Marten;
using Periop.Domain.Outcomes;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Store;
using Wolverine.Runtime.Handlers;

namespace Periop.Server.Audit.SecondSources;

/// <summary>An upload on its way into its source.</summary>
public sealed record RecordUpload(SecondSourceUploaded What, string By, AccessEntry Access);

/// <summary>What came of it.</summary>
/// <param name="IsFirst">The source had none before.</param>
/// <param name="IsReplay">The same file was its newest upload already.</param>
public sealed record UploadResult(Upload Upload, bool IsFirst, bool IsReplay);

/// <summary>Adds an upload to its source. The file that is the newest already is not added again.</summary>
public static class UploadHandler
{
    public static void Configure(HandlerChain chain) => LostRace.RunsAgain(chain);

    public static async Task<UploadResult> Handle(
        RecordUpload message, IDocumentSession session, WriteSessions writing, TimeProvider clock, CancellationToken cancellation)
    {
        var write = writing.Begin(session, cancellation);
        await write.WaitToNameAsync();
        var before = await write.UploadedAsync(message.What.Name);
        var result = before?.What.Content == message.What.Content
            ? new UploadResult(before!, IsFirst: false, IsReplay: true)
            : new UploadResult(new Upload(message.What, clock.GetUtcNow().ToMicroseconds(), message.By), IsFirst: before is null, IsReplay: false);
        if (!result.IsReplay)
            write.Record(result.Upload, result.IsFirst);
        await write.CommitAsync(message.Access with
        {
            Outcome = $"{(result.IsFirst ? StatusCodes.Status201Created : StatusCodes.Status200OK)}",
            Question = new JsonObject { ["source"] = message.What.Name, ["cases"] = message.What.Count(), ["refused"] = message.What.Refused },
        });
        return result;
    }
}
