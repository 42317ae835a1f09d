using Periop.Server.Audit.Rates;
using Periop.Server.Http;
using Periop.Server.Shell;

namespace Periop.Server.Audit.Signals;

/// <summary>How a funnel is asked for, besides its cohort.</summary>
sealed record FunnelParameters(string? Target, string? Adjust, string? Model, string? ModelVersion)
{
    /// <summary>What they are called in an address.</summary>
    public static readonly string[] Names = ["target", "adjust", "model", "modelVersion"];

    const string Widened = "overdispersion";

    /// <summary>As the address of a page has them.</summary>
    public static FunnelParameters Of(PageAddress a) => new(a["target"], a["adjust"], a["model"], a["modelVersion"]);

    /// <summary>Puts what was asked into a question; the problem, when something cannot be meant.</summary>
    public IResult? Read(out FunnelQuestion question)
    {
        question = new FunnelQuestion(null, false, null);
        var target = default(double?);
        if ((RiskModelAsked.Read(Model, ModelVersion, out var version)
            ?? (Adjust is null or "none" or Widened ? null : Problems.Shape("/adjust", $"must be one of none, {Widened}"))
            ?? (Model is null ? SignalParameters.Read("target", Target, t => t is >= 0 and <= 1, "a rate from 0 to 1", out target)
                : SignalParameters.Read("target", Target, t => t is > 0 and <= 100, "a ratio above 0, at most 100", out target))) is { } wrong)
            return wrong;
        question = new FunnelQuestion(target, Adjust == Widened, Model is null ? null : new(Model, version));
        return null;
    }
}
