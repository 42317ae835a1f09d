using Periop.Domain.Register;

namespace Periop.Domain.Tests.Register;

public class RegisterChangesTests
{
    static readonly Guid Stream = CaseStory.Id(1), Other = CaseStory.Id(2);
    static readonly Line Screw = new("1", "screw"), Rod = new("2", "rod");

    [Fact]
    public void A_row_that_comes_is_opened() =>
        Assert.Equal(new RegisterChanges([Opened(Stream, Screw, 1)], []), Changes(Step(1, [], [Screw])));

    [Fact]
    public void A_row_that_goes_is_closed() =>
        Assert.Equal(new RegisterChanges([], [new ClosedRow(Stream, Screw, At(1))]), Changes(Step(1, [Screw], [])));

    [Fact]
    public void A_row_that_changes_is_closed_and_opened_at_the_same_position() =>
        Assert.Equal(new RegisterChanges([Opened(Stream, Screw with { Says = "hook" }, 1)], [new ClosedRow(Stream, Screw, At(1))]),
            Changes(Step(1, [Screw], [Screw with { Says = "hook" }])));

    [Fact]
    public void Rows_that_stay_as_they_are_are_left_alone() =>
        Assert.Equal(new RegisterChanges([Opened(Stream, Rod, 1)], []), Changes(Step(1, [Screw], [Screw with { }, Rod])));

    [Fact]
    public void The_order_of_the_rows_does_not_matter() => Assert.False(Changes(Step(1, [Screw, Rod], [Rod, Screw])).Any);

    [Fact]
    public void A_row_that_comes_and_goes_in_one_batch_is_opened_with_its_end() =>
        Assert.Equal(new RegisterChanges([Opened(Stream, Screw, 1) with { To = At(2) }], []), Changes(Step(1, [], [Screw]), Step(2, [Screw], [])));

    [Fact]
    public void A_row_that_goes_and_comes_back_is_opened_again() =>
        Assert.Equal(new RegisterChanges([Opened(Stream, Screw, 2) with { To = At(3) }], [new ClosedRow(Stream, Screw, At(1))]),
            Changes(Step(1, [Screw], []), Step(2, [], [Screw]), Step(3, [Screw], [])));

    [Fact]
    public void Streams_do_not_close_each_others_rows() =>
        Assert.Equal(new RegisterChanges([Opened(Stream, Screw, 1)], [new ClosedRow(Other, Screw, At(2))]),
            Changes(Step(1, [], [Screw]), Step(2, [Screw], [], Other)));

    [Fact]
    public void Kinds_of_rows_do_not_close_each_others_rows()
    {
        var other = new OtherLine(Screw.Key);
        Assert.Equal(new RegisterChanges([Opened(Stream, Screw, 1)], [new ClosedRow(Stream, other, At(2))]),
            Changes(Step(1, [other], [other, Screw]), Step(2, [other, Screw], [Screw])));
    }

    static RegisterChanges Changes(params RegisterStep[] steps) => RegisterChanges.Of(steps);

    static RegisterStep Step(int position, RegisterRow[] before, RegisterRow[] after, Guid? stream = null) =>
        new(stream ?? Stream, At(position), before, after);

    static EventPosition At(int position) => new(position, CaseStory.Time("08:00").AddMinutes(position));

    static OpenedRow Opened(Guid stream, RegisterRow row, int position) => new(stream, row, At(position), To: null);

    sealed record Line(string Key, string Says) : RegisterRow(Key);

    sealed record OtherLine(string Key) : RegisterRow(Key);
}
