namespace Periop.Statistics.Tests;

public class IntervalTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(-.1, false)]
    [InlineData(1.1, false)]
    public void It_contains_what_lies_between_its_ends_and_these(double value, bool isContained) =>
        Assert.Equal(isContained, new Interval(0, 1).Contains(value));
}
