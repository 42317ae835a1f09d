using Marten;
using Periop.Domain.Cases;
using Periop.Server.Store;

namespace Periop.Server.Cases;

/// <summary>Commands of one hospital that share a transaction.</summary>
public sealed record RecordTogether(IReadOnlyList<RecordEntry> Entries)
{
    /// <summary>Nothing of the patients: the messaging writes this into the log when a recording fails.</summary>
    public override string ToString() => $"{Entries.Count} commands";
}

/// <summary>What came of each; null of one that has to go alone.</summary>
public sealed record RecordedTogether(IReadOnlyList<CommandResult?> Results);

/// <summary>
/// Records commands as if each came alone: all their cases are locked at once, each is judged on the case as the one before left it, and all
/// are committed or none.
/// </summary>
public static class RecordTogetherHandler
{
    public static async Task<RecordedTogether> Handle(
        RecordTogether message, IDocumentSession session, WriteSessions writing, RuleBook rules, TimeProvider clock, EntryMetrics metrics,
        CancellationToken cancellation)
    {
        var write = writing.Begin(session, cancellation);
        var cases = await write.LockFreeCasesAsync([.. message.Entries.Select(entry => entry.CaseId).Distinct()]);
        var results = new List<CommandResult?>();
        foreach (var entry in message.Entries)
        {
            var result = cases.TryGetValue(entry.CaseId, out var surgicalCase)
                ? await RecordEntryHandler.JudgeAsync(write, surgicalCase, entry, entry.At(write, rules, clock), patient: null)
                : null;
            if (result is CommandResult.Recorded recorded)
                cases[entry.CaseId] = recorded.Case;
            results.Add(result);
        }

        var judged = message.Entries.Zip(results).Where(one => one.Second is not null).Select(one => (Entry: one.First, Result: one.Second!)).ToArray();
        await write.CommitAsync([.. judged.SelectMany(one => one.Entry.AccessTo(one.Result))]);
        foreach (var (entry, result) in judged)
            metrics.Count(entry.Command, result, write.Hospital.Stops);
        return new RecordedTogether(results);
    }
}
