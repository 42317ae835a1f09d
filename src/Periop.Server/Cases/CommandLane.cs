using Periop.Domain.Cases;

namespace Periop.Server.Cases;

/// <summary>A command of one hospital that waits for its transaction.</summary>
sealed class WaitingCommand(RecordEntry entry)
{
    readonly TaskCompletionSource<CommandResult?> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RecordEntry Entry => entry;

    /// <summary>What came of it; null when it has to go alone.</summary>
    public Task<CommandResult?> Answer => answer.Task;

    public void Set(CommandResult? result) => answer.TrySetResult(result);

    public void Fail(Exception fault) => answer.TrySetException(fault);
}

/// <summary>
/// Which of the commands that wait at one node go together into the next transaction of their hospital. A lone one goes at once; those
/// that come while transactions are on their way wait, and go together when one of these ends. A case is in one of them at a time.
/// </summary>
/// <remarks>Every step is taken under the lane's own lock; it starts nothing and waits for nothing.</remarks>
sealed class CommandLane
{
    /// <summary>Two keep the database busy while the server judges; with more, fewer commands share one.</summary>
    public const int TransactionsAtOnce = 2;

    /// <summary>A transaction that fails as a whole is run again command by command: it must not be many.</summary>
    public const int CommandsTogether = 32;

    readonly Lock step = new();
    readonly LinkedList<WaitingCommand> waiting = [];
    readonly HashSet<Guid> casesOnTheirWay = [];
    int onTheirWay;

    /// <summary>A command joins the queue.</summary>
    /// <returns>What is to be started now; nothing, when it waits.</returns>
    public IReadOnlyList<WaitingCommand> Enter(WaitingCommand command)
    {
        lock (step)
        {
            waiting.AddLast(command);
            return Next();
        }
    }

    /// <summary>A command that nobody waits for any more leaves the queue, unless its transaction has begun: then it is recorded all the same.</summary>
    public bool Leave(WaitingCommand command)
    {
        lock (step)
            return waiting.Remove(command);
    }

    /// <summary>A transaction has ended, however it did.</summary>
    /// <returns>What is to be started in its place; nothing, when nobody waits.</returns>
    public IReadOnlyList<WaitingCommand> End(IReadOnlyList<WaitingCommand> together)
    {
        lock (step)
        {
            onTheirWay--;
            casesOnTheirWay.ExceptWith(together.Select(command => command.Entry.CaseId));
            return Next();
        }
    }

    List<WaitingCommand> Next()
    {
        var together = new List<WaitingCommand>();
        if (onTheirWay == TransactionsAtOnce)
            return together;
        for (var node = waiting.First; node is not null && together.Count < CommandsTogether;)
        {
            var (command, next) = (node.Value, node.Next);
            if (!casesOnTheirWay.Contains(command.Entry.CaseId))
            {
                waiting.Remove(node);
                together.Add(command);
            }

            node = next;
        }

        if (together.Count > 0)
        {
            onTheirWay++;
            casesOnTheirWay.UnionWith(together.Select(command => command.Entry.CaseId));
        }

        return together;
    }
}
