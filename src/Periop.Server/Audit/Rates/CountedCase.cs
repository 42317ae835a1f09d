using System.Runtime.InteropServices;
using Periop.Domain.Outcomes;
using Periop.Server.Audit.Outcomes;

namespace Periop.Server.Audit.Rates;

/// <summary>All that a rate needs to know of a case.</summary>
/// <param name="Risk">By the model that was asked for, of an assessed case; null where a factor of it is not known.</param>
/// <param name="MovesAt">When days passing move it, if nothing is recorded meanwhile.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct CountedCase(string Key, CountedAs As, double? Risk, DateTimeOffset? MovesAt)
{
    public bool IsAssessed => As is CountedAs.Present or CountedAs.Absent;

    /// <param name="model">The risk model that was asked for, if one was.</param>
    public static CountedCase Of(JudgedCase judged, RiskModel? model)
    {
        var counted = new CountedCase(judged.Key, judged.CountedAs, null, judged.Outcome.MovesAt);
        return model is not null && counted.IsAssessed ? counted with { Risk = ExpectedRatio.RiskOf(judged.Case.Facts, model) } : counted;
    }
}
