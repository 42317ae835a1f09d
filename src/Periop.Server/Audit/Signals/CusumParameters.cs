using Periop.Domain.Text;
using Periop.Server.Audit.Rates;
using Periop.Server.Http;
using Periop.Server.Json;
using Periop.Server.Shell;

namespace Periop.Server.Audit.Signals;

/// <summary>How a CUSUM is asked for, besides its cohort.</summary>
sealed record CusumParameters(
    string? OddsRatio, string? Direction, string? FalseAlarm, string? Over, string? SignalAt, string? Target, string? Model, string? ModelVersion,
    string? Since)
{
    /// <summary>What they are called in an address.</summary>
    public static readonly string[] Names = ["oddsRatio", "direction", "falseAlarm", "over", "signalAt", "target", "model", "modelVersion", "since"];

    const int MostCases = 10_000;

    /// <summary>As the address of a page has them.</summary>
    public static CusumParameters Of(PageAddress a) => new(
        a["oddsRatio"], a["direction"], a["falseAlarm"], a["over"], a["signalAt"], a["target"], a["model"], a["modelVersion"], a["since"]);

    /// <summary>Puts what was asked into a question; the problem, when something cannot be meant.</summary>
    public IResult? Read(HttpContext http, out CusumQuestion question)
    {
        question = new CusumQuestion(2, 0.05, 100, null, null, null, null);
        var direction = Signals.Direction.Deterioration;
        var (over, version) = (default(int?), default(int?));
        double? ratio = null, alarm = null, signalAt = null, target = null;
        var wrong = RiskModelAsked.Read(Model, ModelVersion, out version)
            ?? SignalParameters.Read("oddsRatio", OddsRatio, r => r is >= 0.01 and <= 100 and not 1, "a number from 0.01 to 100, not 1", out ratio)
            ?? (Direction is null || Vocabulary.TryRead(Direction, out direction) ? null
                : Problems.NoneOf("/direction", Vocabulary.Words<Direction>()))
            ?? SignalParameters.Read("falseAlarm", FalseAlarm, a => a is >= 0.0001 and <= 0.5, "a probability from 0.0001 to 0.5", out alarm)
            ?? SignalParameters.Read("over", Over, 1, MostCases, out over)
            ?? SignalParameters.Read("signalAt", SignalAt, h => Math.Abs(h) is >= 0.01 and <= 100,
                "a limit from 0.01 to 100, below 0 for improvement", out signalAt)
            ?? (SignalAt is not null && FalseAlarm is not null ? Problems.Shape("/signalAt", "gives the limit: leave out falseAlarm") : null)
            ?? SignalParameters.Read("target", Target, t => t is >= 0 and <= 1, "a rate from 0 to 1", out target)
            ?? (Target is not null && Model is not null ? Problems.Shape("/target", "cannot be beside a model, which says what is expected") : null);
        var since = Since is null ? default(DateTimeOffset?) : InstantConverter.Parse(Since);
        wrong ??= Since is null ? null : since is null ? Problems.Shape("/since", InstantConverter.Rule) : AsOf.Read(http, Since, out _);
        if (wrong is not null)
            return wrong;
        // the same odds ratio, or its inverse, by what is looked for
        var odds = ratio ?? 2;
        var looksUp = Direction is null ? odds > 1 : direction is Signals.Direction.Deterioration;
        odds = looksUp == odds > 1 ? odds : 1 / odds;
        question = new CusumQuestion(odds, alarm ?? 0.05, over ?? 100, signalAt is { } h ? (looksUp ? 1 : -1) * Math.Abs(h) : null, target,
            Model is null ? null : new(Model, version), since);
        return null;
    }

    /// <summary>What only the whole question shows.</summary>
    public static IResult? WhyNot(CusumQuestion question) =>
        question.AsOf < question.Since ? Problems.Shape("/since", "must not be after asOf") : null;
}
