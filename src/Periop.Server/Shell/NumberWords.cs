using System.Globalization;

namespace Periop.Server.Shell;

/// <summary>Numbers as a page says them: percent with one decimal, minus as a sign of its own, ranges with a dash. What there is none of is a dash.</summary>
static class NumberWords
{
    public const string None = "–";

    /// <summary>1,160.</summary>
    public static string Count(long count) => Signed(count.ToString("#,0", CultureInfo.InvariantCulture));

    /// <summary>4.3 %.</summary>
    public static string Percent(double? share, int decimals = 1) => share is { } known ? $"{Fixed(known * 100, decimals)} %" : None;

    /// <summary>76 %, rounded down: what is not complete is never said to be.</summary>
    public static string WholePercent(double? share) =>
        share is { } known ? $"{Math.Floor(known * 100 + 1e-9).ToString("0", CultureInfo.InvariantCulture)} %" : None;

    /// <summary>0.6 % – 8.2 %.</summary>
    public static string Percents(IReadOnlyList<double>? interval) => interval is [var low, var high] ? $"{Percent(low)} – {Percent(high)}" : "";

    /// <summary>A probability in percent, with as many decimals as say something: 29 %, 3.7 %, 0.02 %.</summary>
    public static string Chance(double? probability) => probability switch
    {
        null => None,
        < 0.0001 => "under 0.01 %",
        < 0.001 => Percent(probability, 2),
        < 0.1 => Percent(probability, 1),
        _ => Percent(probability, 0),
    };

    /// <summary>With so many decimals.</summary>
    public static string Fixed(double value, int decimals) => Signed(value.ToString($"F{decimals}", CultureInfo.InvariantCulture));

    public static string Fixed(double? value, int decimals) => value is { } known ? Fixed(known, decimals) : None;

    /// <summary>1.20 – 2.35.</summary>
    public static string Range(IReadOnlyList<double>? interval, int decimals) =>
        interval is [var low, var high] ? $"{Fixed(low, decimals)} – {Fixed(high, decimals)}" : "";

    /// <summary>One case, two cases.</summary>
    public static string Of(long count, string one, string? many = null) => $"{Count(count)} {(count == 1 ? one : many ?? one + "s")}";

    static string Signed(string number) => number switch
    {
        ['-', .. var rest] when rest.All(c => c is '0' or '.') => rest,      // no minus nothing
        ['-', .. var rest] => $"−{rest}",
        _ => number,
    };
}
