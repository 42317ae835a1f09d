using Marten;
using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Store;
using Wolverine.Runtime.Handlers;

namespace Periop.Server.Import;

/// <summary>Takes back what an import recorded in one case.</summary>
public sealed record RetractImport(Guid ImportId, Guid CaseId, Note Reason, string By, AccessEntry Access)
{
    /// <summary>What fails is logged with its message: the reason may name somebody.</summary>
    public override string ToString() => $"{nameof(RetractImport)} {ImportId}";
}

/// <summary>What came of it in the case.</summary>
public sealed record RetractedOfCase(int Retracted, int Before, IReadOnlyList<KeptEntry> Kept);

/// <summary>One case in one transaction, so that one broken off is finished by sending it again.</summary>
public static class RetractImportHandler
{
    public static void Configure(HandlerChain chain) => LostRace.RunsAgain(chain);

    public static async Task<RetractedOfCase> Handle(
        RetractImport message, IDocumentSession session, WriteSessions writing, RuleBook rules, TimeProvider clock, CancellationToken cancellation)
    {
        var write = writing.Begin(session, cancellation);
        var surgicalCase = await write.LockCaseAsync(message.CaseId)
            ?? throw new InvalidOperationException("An import recorded into a case that is not there.");
        var rows = await session.Query<ImportedEntries>().Where(r => r.ImportId == message.ImportId && r.CaseId == message.CaseId).ToListAsync(cancellation);
        var back = new TakingBack(
            surgicalCase, write.WhyClosed(message.CaseId), rows.SelectMany(r => r.EntryIds).ToHashSet(),
            entryId => DerivedId.OfRetraction(message.ImportId, entryId));
        back.Retract(message.Reason, message.By, clock.GetUtcNow(), rules);
        if (back.Recorded.Count > 0)
            write.Record(surgicalCase, back.Case, back.Recorded, null);
        await write.CommitAsync(message.Access with { CaseId = message.CaseId, Outcome = "200" });
        return new RetractedOfCase(back.Recorded.Count, back.Before, back.Kept);
    }
}
