using Microsoft.Extensions.Time.Testing;
using Periop.Server.Board;
using Periop.Server.Hospitals;
using Xunit;
using static Periop.Server.Tests.ExampleRooms;

namespace Periop.Server.Tests;

/// <summary>What stands above the rooms of a screen.</summary>
public sealed class BoardHeads
{
    static readonly Hospital General = new(
        "general", "General Hospital", TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich"), [.. All.Select(room => room.Room)], new HashSet<string>());

    readonly FakeTimeProvider clock = new(Now), real = new();

    [Fact]
    public void It_counts_patients_cases_to_come_and_rooms_to_look_at()
    {
        var head = BoardScreen.Of(Board(), General, Now).Head;
        Assert.Equal(("General Hospital", "Mon 2 March", "15 in rooms · 9 to come", "4 need a look", "", ""),
            (head.Place, head.Day, head.Sums, head.Look, head.Unclosed, head.Trouble));
    }

    [Fact]
    public void A_screen_is_told_that_the_board_is_behind_once_that_has_lasted()
    {
        var told = new ScreenTold(General, clock, real);
        Tell(told, new BoardMessage.Whole(Board()));
        Assert.Equal("", Tell(told, Ping(3)).Head.Trouble);
        real.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal("Behind by 40 s", Tell(told, Ping(3)).Head.Trouble);
        Assert.Equal("Behind by 40 s", Tell(told, Ping(null)).Head.Trouble);
        Assert.Equal("", Tell(told, Ping(0)).Head.Trouble);
    }

    [Fact]
    public void A_board_that_has_halted_says_since_when_it_stands_still()
    {
        var head = Tell(new ScreenTold(General, clock, real), new BoardMessage.Whole(Board() with { HaltedSince = At(11, 40) })).Head;
        Assert.Equal(("Stands still since 11:40", true), (head.Trouble, head.IsHalted));
    }

    [Fact]
    public void A_change_tells_of_one_room_and_counts_all()
    {
        var told = new ScreenTold(General, clock, real);
        Assert.Equal(All.Count, Tell(told, new BoardMessage.Whole(Board())).Rows.Count);
        var change = Tell(told, new BoardMessage.Changed(Idle("1", RoomState.Cleaning, Now), 2));
        Assert.Equal(("1", "Cleaning", "14 in rooms · 8 to come"), (change.Rows.Single().Room, change.Rows.Single().Phase, change.Head.Sums));
    }

    [Fact]
    public void A_room_that_the_hospital_does_not_have_is_gone_when_nobody_is_left() =>
        Assert.True(Tell(new ScreenTold(General, clock, real), new BoardMessage.Whole(Board() with { Rooms = [Idle("Angio 2", RoomState.Free)] }))
            .Rows.Single().IsGone);

    [Theory]
    [InlineData("19:00-07:00", "19:00", true)]
    [InlineData("19:00-07:00", "06:59", true)]
    [InlineData("19:00-07:00", "07:00", false)]
    [InlineData("00:00-06:00", "12:00", false)]
    public void Night_is_between_its_hours_also_over_midnight(string night, string time, bool isNight) =>
        Assert.Equal(isNight, NightHours.Read(night)!.Includes(TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("19-7")]
    [InlineData("19:00")]
    [InlineData("")]
    public void Hours_that_are_none_are_no_night(string text) => Assert.Null(NightHours.Read(text));

    static RoomBoard Board() => new("general", new DateOnly(2026, 3, 2), "Europe/Zurich", 1, Now, null, [], All);

    static BoardMessage.Ping Ping(long? behind) => new(Now, behind, 1);

    static BoardScreen Tell(ScreenTold told, BoardMessage message) => (BoardScreen)told.Tell(message).Data;
}
