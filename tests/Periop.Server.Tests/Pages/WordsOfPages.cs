using Periop.Server.Shell;
using Xunit;

namespace Periop.Server.Tests.Pages;

/// <summary>Numbers, times and addresses as pages say them.</summary>
public sealed class WordsOfPages
{
    static readonly TimeWords Zurich = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Zurich"));

    [Fact]
    public void A_share_is_in_percent_with_one_decimal_and_none_is_a_dash() =>
        Assert.Equal(["4.3 %", "0.0 %", "100.0 %", "–"], new double?[] { 0.0426, 0, 1, null }.Select(share => NumberWords.Percent(share)));

    [Fact]
    public void What_is_not_quite_complete_is_never_said_to_be() =>
        Assert.Equal(["99 %", "100 %", "80 %"], new double?[] { 0.9999, 1, 0.8 }.Select(NumberWords.WholePercent));

    [Fact]
    public void A_minus_is_a_minus_and_nothing_has_none() =>
        Assert.Equal(["−1.5", "0.0", "2.0"], new[] { -1.5, -0.04, 2 }.Select(value => NumberWords.Fixed(value, 1)));

    [Fact]
    public void A_range_has_a_dash() => Assert.Equal("0.6 % – 8.2 %", NumberWords.Percents([0.006, 0.0824]));

    [Theory]
    [InlineData(0.29, "29 %")]
    [InlineData(0.037, "3.7 %")]
    [InlineData(0.0002, "0.02 %")]
    [InlineData(0.0000002, "under 0.01 %")]
    public void A_chance_has_as_many_decimals_as_say_something(double chance, string said) => Assert.Equal(said, NumberWords.Chance(chance));

    [Fact]
    public void Thousands_are_told_apart_and_one_is_one() =>
        Assert.Equal(["1,160 cases", "1 case"], [NumberWords.Of(1160, "case"), NumberWords.Of(1, "case")]);

    [Fact]
    public void Times_are_the_hospitals()
    {
        var instant = new DateTimeOffset(2026, 3, 2, 5, 41, 7, TimeSpan.Zero);
        Assert.Equal(["2 Mar 2026, 06:41:07", "2 Mar 2026, 06:41", "06:41", "2 Mar 2026"],
            [Zurich.Second(instant), Zurich.Minute(instant), Zurich.Time(instant), Zurich.Day(instant)]);
    }

    [Fact]
    public void Of_a_window_the_later_day_is_said_though_it_is_not_in_it() => Assert.Equal(
        ["1 Mar 2025 to 1 Mar 2026", "from 1 Mar 2025 on", "before 1 Mar 2026", "at any time"],
        [
            TimeWords.Days(new(2025, 3, 1), new(2026, 3, 1)), TimeWords.Days(new(2025, 3, 1), null), TimeWords.Days(null, new(2026, 3, 1)),
            TimeWords.Days(null, null),
        ]);

    [Fact]
    public void An_address_asks_the_same_but_for_what_is_chosen()
    {
        var address = new PageAddress("/quality/rates", [new("definition", "d"), new("room", "OR 1"), new("from", "")]);
        Assert.Equal("/quality/rates?definition=e&room=OR%201", address.With("definition", "e").ToString());
        Assert.Equal("/quality/rates?definition=d&room=OR%201&to=2026-03-01", address.With("to", "2026-03-01").ToString());
        Assert.Equal("/quality/funnel?definition=d", address.With("Room", null).At("/quality/funnel").ToString());
    }
}
