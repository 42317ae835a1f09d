using System.Globalization;
using Periop.Statistics;

namespace Periop.Server.Json;

/// <summary>Numbers as answers state them: to twelve significant digits, so that no last bit makes an answer another.</summary>
static class Figures
{
    public static double Twelve(double value) =>
        double.Parse(value.ToString("E11", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);

    public static double? Twelve(double? value) => value is { } known ? Twelve(known) : null;

    /// <summary>Null for 0 of 0.</summary>
    public static double? Share(int part, int whole) => whole == 0 ? null : Twelve((double)part / whole);

    public static IReadOnlyList<double>? Pair(Interval? interval) => interval is null ? null : [Twelve(interval.Low), Twelve(interval.High)];
}
