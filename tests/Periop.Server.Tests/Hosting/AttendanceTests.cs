using Periop.Server.Hosting.Health;
using Xunit;

namespace Periop.Server.Tests.Hosting;

public sealed class AttendanceTests
{
    static readonly Guid One = Guid.NewGuid(), Other = Guid.NewGuid();

    readonly Attendance attendance = new();

    [Fact]
    public void Who_was_alive_and_is_missing_twice_is_lost()
    {
        Look(alive: [One, Other]);
        Assert.Empty(Look(alive: [Other], missing: [One]));
        Assert.Equal([One], Look(alive: [Other], missing: [One]));
    }

    [Fact]
    public void Who_is_lost_is_told_once()
    {
        Look(alive: [One]);
        Look(missing: [One]);
        Look(missing: [One]);
        Assert.Empty(Look(missing: [One]));
    }

    [Fact]
    public void Who_has_never_been_seen_is_not_missed()
    {
        Look(missing: [One]);
        Assert.Empty(Look(missing: [One]));
    }

    [Fact]
    public void Who_comes_back_in_between_has_to_be_missing_twice_again()
    {
        Look(alive: [One]);
        Look(missing: [One]);
        Look(alive: [One]);
        Assert.Empty(Look(missing: [One]));
    }

    IReadOnlyList<Guid> Look(Guid[]? alive = null, Guid[]? missing = null) =>
        attendance.Look([.. (alive ?? []).Select(server => (server, true)), .. (missing ?? []).Select(server => (server, false))]);
}
