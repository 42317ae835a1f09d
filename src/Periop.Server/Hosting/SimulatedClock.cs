using System.Globalization;
using System.Text.RegularExpressions;

namespace Periop.Server.Hosting;

/// <summary>
/// A clock that starts at some instant and runs faster than life, for demonstrations: <c>--clock 2026-03-02T06:30+01:00x60</c>.
/// Only what is recorded follows it: timers, tokens and connections stay real.
/// </summary>
sealed partial class SimulatedClock(DateTimeOffset start, double factor) : TimeProvider, ISimulated
{
    Pace pace = new(start.ToUniversalTime(), System.GetTimestamp(), factor);

    /// <summary>How many simulated seconds pass in a real one.</summary>
    public double Factor => pace.Factor;

    public override DateTimeOffset GetUtcNow() => pace.Now;

    /// <summary>From now on it runs so fast.</summary>
    public void RunAt(double faster) => pace = new(GetUtcNow(), System.GetTimestamp(), faster);

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

    /// <summary>What it showed at an instant, and how fast it has run since.</summary>
    sealed record Pace(DateTimeOffset From, long Since, double Factor)
    {
        public DateTimeOffset Now => From + System.GetElapsedTime(Since) * Factor;
    }
}
