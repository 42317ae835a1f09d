using Periop.Domain.Cases;
using Wolverine;

namespace Periop.Server.Cases;

/// <summary>Hands a command to its case: in a transaction that it shares with others, or in one of its own.</summary>
sealed class CaseRecorder(IMessageBus bus, CommandLanes lanes)
{
    public async Task<CommandResult> RecordAsync(string hospital, RecordEntry entry, CancellationToken cancellation) =>
        (CommandLanes.MayShare(entry.Command) ? await lanes.RecordAsync(hospital, entry, cancellation) : null)
        ?? await bus.InvokeForTenantAsync<CommandResult>(hospital, entry, cancellation);
}
