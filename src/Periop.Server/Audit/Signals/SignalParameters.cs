using System.Globalization;
using Periop.Server.Http;

namespace Periop.Server.Audit.Signals;

/// <summary>What stands in the address of a question about signals.</summary>
static class SignalParameters
{
    /// <summary>The problem where one series is asked for and groups are named.</summary>
    public static IResult? WhyNoGroups(string? groupBy) =>
        groupBy is null ? null : Problems.Shape("/groupBy", "is for rates and funnels: this is one series, chosen by surgeon, service, room and the like");

    /// <summary>Reads one that has to lie within bounds; null when none is named.</summary>
    /// <param name="rule">What completes "must be".</param>
    public static IResult? Read(string name, string? text, Func<double, bool> isAllowed, string rule, out double? number)
    {
        var isRead = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var read);
        number = isRead && double.IsFinite(read) && isAllowed(read) ? read : null;
        return text is not null && number is null ? Problems.Shape($"/{name}", $"must be {rule}") : null;
    }

    /// <summary>Reads a whole one.</summary>
    public static IResult? Read(string name, string? text, int least, int most, out int? number)
    {
        number = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read >= least && read <= most ? read : null;
        return text is not null && number is null ? Problems.Shape($"/{name}", $"must be a number from {least} to {most}") : null;
    }
}
