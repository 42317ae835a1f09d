using Periop.Domain.Cases;
using Periop.Server.Store;

namespace Periop.Server.Cases;

/// <summary>Moves entries from one case into another, in one transaction.</summary>
static class RecordMove
{
    public static async Task<CommandResult> IntoAsync(WriteSession write, Guid caseId, MoveEntries move, Func<Circumstances> at)
    {
        var cases = new Dictionary<Guid, SurgicalCase?>();
        foreach (var id in new[] { caseId, move.ToCaseId }.Distinct().Order())      // always in the same order: two moves never wait for each other
            cases[id] = await write.LockCaseAsync(id);
        var moved = Moving.Move(cases[caseId], cases[move.ToCaseId], move, at());
        if (moved is not { Here: CommandResult.Recorded here, There: { } there })
            return moved.Here;
        if ((await write.WhyNotAsync(cases[caseId], here.Case) ?? await write.WhyNotAsync(cases[move.ToCaseId], there)) is { } refusal)
            return new CommandResult.Refused(refusal);
        write.Record(cases[caseId], here.Case, here.Entries, null);
        write.Record(cases[move.ToCaseId], there, moved.EntriesThere, null);
        return here;
    }
}
