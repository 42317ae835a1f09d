using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Audit.Rates;
using Periop.Server.Hospitals;
using Periop.Server.Http;
using Periop.Server.Json;
using Periop.Server.Register;

namespace Periop.Server.Audit.Signals;

/// <summary>CUSUM over HTTP.</summary>
static class CusumEndpoint
{
    const int MostCases = 10_000;

    sealed record Parameters(
        string? OddsRatio, string? Direction, string? FalseAlarm, string? Over, string? SignalAt, string? Target, string? Model,
        string? ModelVersion, string? Since, string? Format);

    public static void MapCusum(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/audit/cusum", ([AsParameters] CohortParameters asked, [AsParameters] Parameters cusum, HttpContext http, CusumQuery query,
                HospitalDirectory hospitals) => AnswerAsync(asked, cusum, http, query, hospitals))
            .For(CusumQuery.Roles).WithMetadata(new LoggedAs("cusum")).WithName("cusum").WithTags("Audit")
            .WithSummary("Whether the rate has changed on the way, case by case, with the VLAD beside it, as numbers or drawn (format=svg|png).")
            .Produces<CusumAnswer>().Produces(304).ProducesProblem(400).ProducesProblem(404).ProducesProblem(406).ProducesProblem(422).ProducesProblem(503);

    static async Task<IResult> AnswerAsync(CohortParameters asked, Parameters p, HttpContext http, CusumQuery query, HospitalDirectory hospitals)
    {
        var (form, direction) = (PlotForm.Json, Signals.Direction.Deterioration);
        var (over, version) = (default(int?), default(int?));
        double? ratio = null, alarm = null, signalAt = null, target = null;
        var wrong = asked.WhyNoDefinition ?? SignalParameters.WhyNoGroups(asked.GroupBy)
            ?? Picture.Read(http.Request, p.Format, out form) ?? RiskModelAsked.Read(p.Model, p.ModelVersion, out version)
            ?? SignalParameters.Read("oddsRatio", p.OddsRatio, r => r is >= 0.01 and <= 100 and not 1, "a number from 0.01 to 100, not 1", out ratio)
            ?? (p.Direction is null || Vocabulary.TryRead(p.Direction, out direction) ? null
                : Problems.NoneOf("/direction", Vocabulary.Words<Direction>()))
            ?? SignalParameters.Read("falseAlarm", p.FalseAlarm, a => a is >= 0.0001 and <= 0.5, "a probability from 0.0001 to 0.5", out alarm)
            ?? SignalParameters.Read("over", p.Over, 1, MostCases, out over)
            ?? SignalParameters.Read("signalAt", p.SignalAt, h => Math.Abs(h) is >= 0.01 and <= 100,
                "a limit from 0.01 to 100, below 0 for improvement", out signalAt)
            ?? (p.SignalAt is not null && p.FalseAlarm is not null ? Problems.Shape("/signalAt", "gives the limit: leave out falseAlarm") : null)
            ?? SignalParameters.Read("target", p.Target, t => t is >= 0 and <= 1, "a rate from 0 to 1", out target)
            ?? (p.Target is not null && p.Model is not null ? Problems.Shape("/target", "cannot be beside a model, which says what is expected") : null);
        var since = p.Since is null ? default(DateTimeOffset?) : InstantConverter.Parse(p.Since);
        wrong ??= p.Since is null ? null : since is null ? Problems.Shape("/since", InstantConverter.Rule) : AsOf.Read(http, p.Since, out _);
        if (wrong is not null)
            return wrong;
        // the same odds ratio, or its inverse, by what is looked for
        var odds = ratio ?? 2;
        var looksUp = p.Direction is null ? odds > 1 : direction is Signals.Direction.Deterioration;
        odds = looksUp == odds > 1 ? odds : 1 / odds;
        var blank = new CusumQuestion(odds, alarm ?? 0.05, over ?? 100, signalAt is { } h ? (looksUp ? 1 : -1) * Math.Abs(h) : null, target,
            p.Model is null ? null : new(p.Model, version), since);
        if (asked.Read(http, blank, out var question) is { } unreadable)
            return unreadable;
        if (question.AsOf < since)
            return Problems.Shape("/since", "must not be after asOf");
        var caller = http.User.Caller();
        return (await query.AskAsync(caller, question, http.RequestAborted)).ToResult(http.Response, found => form is PlotForm.Json
            ? SettledResult.Of(http.Response, new Settled<CusumAnswer>(found.Body.Answer, found.AsOf, found.Behind))
            : Picture.Of(http, found, form, f => CusumQuery.Draw(f, question, hospitals[caller.Hospital])));
    }
}
