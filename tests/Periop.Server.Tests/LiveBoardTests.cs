using Periop.Server.Board;
using Periop.Server.Implants;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>How often a node reads a board for those who look at it.</summary>
public sealed class LiveBoardTests
{
    static readonly BoardReading Empty = new(
        new RoomBoard("h", new DateOnly(2026, 3, 2), "UTC", 0, DateTimeOffset.UnixEpoch, null, [], []), 0,
        new ShownDevices(new HashSet<Guid>(), new HashSet<string>(), [], 0), DateTimeOffset.UnixEpoch);

    readonly LiveBoard board = new();
    int readings;

    [Fact]
    public async Task Screens_that_come_while_it_is_read_share_the_next_reading()
    {
        var slow = new TaskCompletionSource<BoardReading>();
        var first = ReadAsync(slow.Task);
        var screens = Enumerable.Range(0, 1000).Select(_ => ReadAsync(Task.FromResult(Empty))).ToArray();
        slow.SetResult(Empty);
        await Task.WhenAll([first, .. screens]);
        Assert.Equal(2, readings);
    }

    [Fact]
    public async Task Who_comes_after_a_reading_has_one_of_their_own()
    {
        await ReadAsync(Task.FromResult(Empty));
        await ReadAsync(Task.FromResult(Empty));
        Assert.Equal(2, readings);
    }

    [Fact]
    public async Task Where_a_reading_fails_the_next_who_waits_reads()
    {
        var slow = new TaskCompletionSource<BoardReading>();
        var first = ReadAsync(slow.Task);
        var (second, third) = (ReadAsync(Task.FromResult(Empty)), ReadAsync(Task.FromResult(Empty)));
        slow.SetException(new TimeoutException());
        await Assert.ThrowsAsync<TimeoutException>(() => first);
        await Task.WhenAll(second, third);
        Assert.Equal(2, readings);
    }

    Task ReadAsync(Task<BoardReading> reading) => board.ReadAsync(
        () =>
        {
            readings++;
            return reading;
        },
        TestContext.Current.CancellationToken);
}
