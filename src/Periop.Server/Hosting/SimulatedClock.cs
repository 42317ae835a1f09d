using System.Globalization;
using System.Text.RegularExpressions;

namespace Periop.Server.Hosting;

/// <summary>
/// A clock that starts at some instant and runs faster than life, for demonstrations: <c>--clock 2026-03-02T06:30+01:00x60</c>.
/// Only what is recorded follows it: timers, tokens and connections stay real.
/// </summary>
sealed partial class SimulatedClock(DateTimeOffset start, double factor) : TimeProvider
{
    readonly long begun = System.GetTimestamp();

    /// <summary>How many simulated seconds pass in a real one.</summary>
    public double Factor { get; } = factor;

    public override DateTimeOffset GetUtcNow() => start.ToUniversalTime() + System.GetElapsedTime(begun) * Factor;

    /// <summary>Reads a clock's description.</summary>
    /// <exception cref="StartRefusedException">It is none.</exception>
    public static SimulatedClock Parse(string text)
    {
        var match = Description().Match(text);
        if (!match.Success || !DateTimeOffset.TryParse(match.Groups["start"].Value, CultureInfo.InvariantCulture, out var start))
            throw new StartRefusedException($"--clock {text} is no clock. Write it like 2026-03-02T06:30+01:00x60.");
        return new SimulatedClock(start, double.Parse(match.Groups["factor"].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^(?<start>\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2}))x(?<factor>\d{1,4}(\.\d{1,3})?)$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Description();
}
