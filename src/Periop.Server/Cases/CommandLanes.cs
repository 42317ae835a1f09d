using System.Collections.Concurrent;
using Periop.Domain.Cases;
using Periop.Server.Http;
using Wolverine;

namespace Periop.Server.Cases;

/// <summary>
/// Lets the commands of a hospital that wait at this node share transactions: a commit costs the database more than an entry
/// (docs/adr/2611-grouped-commands.md). None is kept waiting for company.
/// </summary>
sealed class CommandLanes(IServiceScopeFactory scopes, IConfiguration configuration)
{
    readonly ConcurrentDictionary<string, CommandLane> lanes = new();

    /// <summary>Of a transaction. Who sent a command waits no longer than for any other answer; what has begun is not cancelled by one of many.</summary>
    readonly TimeSpan patience = Deadline.PatienceOf(configuration);

    /// <summary>
    /// What schedules, takes a number, names a patient, touches a second case or overwrites what is stored goes alone: it may have to wait for
    /// somebody else.
    /// </summary>
    public static bool MayShare(CaseCommand command) =>
        command is not (ScheduleCase or ChangePlan { CaseNumber: not null } or INamesPatient or MoveEntries or MaskEntry);

    /// <returns>
    /// What came of it; null when it has to go alone: there is no such case, somebody else is recording into it, or the transaction failed.
    /// </returns>
    public async Task<CommandResult?> RecordAsync(string hospital, RecordEntry entry, CancellationToken cancellation)
    {
        var lane = lanes.GetOrAdd(hospital, _ => new CommandLane());
        var command = new WaitingCommand(entry);
        Start(hospital, lane, lane.Enter(command));
        try
        {
            return await command.Answer.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            lane.Leave(command);
            throw;
        }
    }

    /// <summary>Nothing of the request that happens to begin it goes on in the transaction: it is that of all others, too.</summary>
    void Start(string hospital, CommandLane lane, IReadOnlyList<WaitingCommand> together)
    {
        if (together.Count == 0)
            return;
        using (ExecutionContext.SuppressFlow())
            _ = Task.Run(() => RunAsync(hospital, lane, together));
    }

    async Task RunAsync(string hospital, CommandLane lane, IReadOnlyList<WaitingCommand> together)
    {
        for (; together.Count > 0; together = lane.End(together))
            await RecordAsync(hospital, together);
    }

    async Task RecordAsync(string hospital, IReadOnlyList<WaitingCommand> together)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            using var timeout = new CancellationTokenSource(patience);
            var recorded = await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeForTenantAsync<RecordedTogether>(
                hospital, new RecordTogether([.. together.Select(command => command.Entry)]), timeout.Token);
            foreach (var (command, result) in together.Zip(recorded.Results))
                command.Set(result);
        }
        catch (Exception away) when (StoreAway.Is(away))
        {
            // not tried one by one: each of them would wait for the store, too
            foreach (var command in together)
                command.Fail(away);
        }
        catch (Exception)
        {
            // one of them is at fault, and says so when it goes alone
            foreach (var command in together)
                command.Set(null);
        }
    }
}
