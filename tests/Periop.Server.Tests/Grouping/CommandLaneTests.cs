using CsCheck;
using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Server.Cases;
using Xunit;

namespace Periop.Server.Tests.Grouping;

/// <summary>Which commands go together, step by step: no clock, no database.</summary>
public sealed class CommandLaneTests
{
    static readonly Guid[] Cases = [.. Enumerable.Range(0, 40).Select(_ => Guid.NewGuid())];

    readonly CommandLane lane = new();

    [Fact]
    public void A_lone_command_goes_at_once()
    {
        var command = For(0);
        Assert.Equal([command], lane.Enter(command));
    }

    [Fact]
    public void What_comes_while_transactions_are_on_their_way_goes_together_when_one_of_them_ends()
    {
        var first = lane.Enter(For(0));
        lane.Enter(For(1));
        var meanwhile = Enumerable.Range(2, 5).Select(For).ToArray();
        Assert.All(meanwhile, command => Assert.Empty(lane.Enter(command)));
        Assert.Equal(meanwhile, lane.End(first));
    }

    [Fact]
    public void No_more_go_together_than_may_fail_together()
    {
        var first = lane.Enter(For(0));
        lane.Enter(For(1));
        foreach (var at in Enumerable.Range(2, CommandLane.CommandsTogether + 1))
            lane.Enter(For(at));
        Assert.Equal(CommandLane.CommandsTogether, lane.End(first).Count);
    }

    [Fact]
    public void A_case_is_in_one_transaction_at_a_time_and_the_others_do_not_wait_for_it()
    {
        var first = lane.Enter(For(0));
        var (same, other) = (For(0), For(1));
        Assert.Empty(lane.Enter(same));
        Assert.Equal([other], lane.Enter(other));
        Assert.Equal([same], lane.End(first));
    }

    [Fact]
    public void Who_is_not_waited_for_any_more_leaves_the_queue_until_the_transaction_has_begun()
    {
        var begun = For(0);
        var first = lane.Enter(begun);
        var waiting = For(0);
        lane.Enter(waiting);
        Assert.False(lane.Leave(begun));
        Assert.True(lane.Leave(waiting));
        Assert.Empty(lane.End(first));
    }

    /// <summary>Whatever the order in which commands come, give up and transactions end.</summary>
    [Fact]
    public void Every_command_goes_once_in_its_order_and_no_case_is_in_two_transactions() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 3]).Array[1, 60].Sample(steps =>
        {
            var queue = new CommandLane();
            var onTheirWay = new List<IReadOnlyList<WaitingCommand>>();
            var (entered, gone) = (new List<WaitingCommand>(), new List<WaitingCommand>());
            foreach (var (step, which) in steps)
                switch (step)
                {
                    case < 6:
                        var command = For(which);
                        entered.Add(command);
                        Begin(queue.Enter(command));
                        break;
                    case 6:
                        if (entered.Count > 0 && queue.Leave(entered[^1]))
                            entered.RemoveAt(entered.Count - 1);
                        break;
                    default:
                        if (onTheirWay.Count > 0)
                            End(which % onTheirWay.Count);
                        break;
                }

            while (onTheirWay.Count > 0)
                End(0);
            foreach (var surgicalCase in Cases)
                Assert.Equal(entered.Where(one => one.Entry.CaseId == surgicalCase), gone.Where(one => one.Entry.CaseId == surgicalCase));

            void Begin(IReadOnlyList<WaitingCommand> together)
            {
                if (together.Count == 0)
                    return;
                gone.AddRange(together);
                onTheirWay.Add(together);
                Assert.True(onTheirWay.Count <= CommandLane.TransactionsAtOnce);
                var cases = onTheirWay.SelectMany(one => one.Select(c => c.Entry.CaseId).Distinct()).ToArray();
                Assert.Equal(cases.Length, cases.Distinct().Count());
            }

            void End(int which)
            {
                var ended = onTheirWay[which];
                onTheirWay.RemoveAt(which);
                Begin(queue.End(ended));
            }
        }, iter: 10_000);

    static WaitingCommand For(int which) =>
        new(new RecordEntry(Cases[which], Guid.NewGuid(), new AddAddendum(new Note("-")), "", "nurse-1", null, null));
}
