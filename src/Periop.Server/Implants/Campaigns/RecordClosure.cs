using Marten;
using Periop.Domain.Cases;
using Periop.Domain.Implants;
using Periop.Domain.Implants.Recalls;
using Periop.Domain.Record;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Store;
using Wolverine.Runtime.Handlers;

namespace Periop.Server.Implants.Campaigns;

/// <summary>A case of a campaign on its way to being closed.</summary>
public sealed record RecordClosure(string Notice, Guid CaseId, Guid EntryId, CloseCase Command, string Content, string By, AccessEntry Access);

/// <summary>What came of it.</summary>
/// <param name="Closure">Null when it was refused, or the hospital has no such campaign or case.</param>
/// <param name="IsReplay">It had been recorded before.</param>
public sealed record ClosureResult(CaseClosure? Closure, string? Notice = null, Refusal? Refusal = null, bool IsReplay = false);

/// <summary>
/// Closes cases of campaigns. The event is one of the campaign's first recall; whether the case is affected, the case itself says, for the
/// register may lag behind.
/// </summary>
public static class ClosureHandler
{
    public static void Configure(HandlerChain chain) => LostRace.RunsAgain(chain);

    public static async Task<ClosureResult> Handle(
        RecordClosure message, IDocumentSession session, WriteSessions writing, TimeProvider clock, CancellationToken cancellation)
    {
        var write = writing.Begin(session, cancellation);
        await write.WaitToNameAsync();
        var recalls = await write.RecallsAsync();
        var campaign = recalls.Where(r => DeviceText.Key(r.Campaign) == DeviceText.Key(message.Notice)).OrderBy(r => r.AnnouncedAt).ThenBy(r => r.Id).ToArray();
        var result = await JudgeAsync(message, recalls, campaign, write);
        if (result is null)
        {
            var closed = message.Command.Decide(message.EntryId, message.CaseId, message.Content);
            var after = write.Record(campaign[0], campaign[0].Id, closed, clock.GetUtcNow().ToMicroseconds(), message.By);
            result = new ClosureResult(after.Closures[^1], after.Campaign);
        }

        await write.CommitAsync(message.Access with
        { Outcome = result.Closure is not null ? "200" : result.Refusal is { } no ? no.Kind is RefusalKind.Conflict ? "409" : "422" : "404" });
        return result;
    }

    /// <summary>The closure that it repeats, or why it cannot be; null when it is to be recorded.</summary>
    static async Task<ClosureResult?> JudgeAsync(RecordClosure message, IReadOnlyList<Recall> recalls, IReadOnlyList<Recall> campaign, WriteSession write)
    {
        foreach (var (recall, earlier) in recalls.SelectMany(r => r.Closures.Select(c => (r, c))).Where(e => e.c.EntryId == message.EntryId))
            return earlier.Content == message.Content && earlier.CaseId == message.CaseId && campaign.Contains(recall)
                ? new(earlier, recall.Campaign, IsReplay: true) : new(null, Refusal: Refusal.EntryIdReused);
        if (campaign.Count == 0 || await write.ReadCaseAsync(message.CaseId) is not { } surgicalCase)
            return new(null);
        return Implant.Of(surgicalCase.Surviving()).Any(i => i.Device is HardwarePlaced && campaign.Any(r => r.Sought.CertaintyOf(i.Identity) is not null))
            ? null
            : new(null, Refusal: new Refusal("case-not-affected", "No device of this case is one of those recalled.", RefusalKind.Conflict));
    }
}
