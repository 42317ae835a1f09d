using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Http;
using Periop.Server.Register;
using Periop.Statistics.Charts;

namespace Periop.Server.Audit.Signals;

/// <summary>Control charts over HTTP.</summary>
static class ChartEndpoint
{
    static readonly string[] RuleSets = [RuleSet.Anhoej.Name, RuleSet.MdcXmr.Name, RuleSet.Shewhart().Name];

    sealed record Parameters(string? Kind, string? By, string? Rules, string? Shift, string? Baseline, string? Split, string? Reason, string? Format);

    public static void MapChart(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/audit/chart", ([AsParameters] CohortParameters asked, [AsParameters] Parameters chart, HttpContext http, ChartQuery query,
                HospitalDirectory hospitals) => AnswerAsync(asked, chart, http, query, hospitals))
            .For(ChartQuery.Roles).WithMetadata(new LoggedAs("chart")).WithName("chart").WithTags("Audit")
            .WithSummary("A rate over time with its limits and what a named set of rules finds in it, as numbers or drawn (format=svg|png).")
            .Produces<ChartAnswer>().Produces(304).ProducesProblem(400).ProducesProblem(404).ProducesProblem(406).ProducesProblem(422).ProducesProblem(503);

    static async Task<IResult> AnswerAsync(CohortParameters asked, Parameters p, HttpContext http, ChartQuery query, HospitalDirectory hospitals)
    {
        var (form, kind, by, shift, baseline) = (PlotForm.Json, ChartAsked.P, ChartPeriod.Month, default(int?), default(DayRange?));
        IReadOnlyList<DateOnly> splits = [];
        var wrong = asked.WhyNoDefinition ?? SignalParameters.WhyNoGroups(asked.GroupBy) ?? Picture.Read(http.Request, p.Format, out form)
            ?? (p.Kind is null || Vocabulary.TryRead(p.Kind, out kind) ? null : NoWord("kind", Vocabulary.Words<ChartAsked>()))
            ?? (p.By is null || Vocabulary.TryRead(p.By, out by) ? null : NoWord("by", Vocabulary.Words<ChartPeriod>()))
            ?? (p.By is not null && kind is ChartAsked.G or ChartAsked.T ? Problems.Shape("/by", "is for p and u: g and t have a value for each event") : null)
            ?? (p.Rules is null || RuleSets.Contains(p.Rules) ? null : NoWord("rules", RuleSets))
            ?? SignalParameters.Read("shift", p.Shift, 2, 50, out shift)
            ?? (p.Shift is not null && p.Rules != RuleSet.Shewhart().Name ? Problems.Shape("/shift", "is for the rules shewhart") : null)
            ?? ReadBaseline(p.Baseline, out baseline) ?? ReadSplits(p.Split, out splits)
            ?? ((baseline is not null || splits.Count > 0) && string.IsNullOrWhiteSpace(p.Reason)
                ? Problems.Shape("/reason", "is required with a baseline or a split: why do the limits not come from all values?") : null)
            ?? (p.Reason is { Length: > 500 } ? Problems.Shape("/reason", "must have at most 500 characters") : null);
        if (wrong is not null)
            return wrong;
        var blank = new ChartQuestion(kind, by, p.Rules ?? RuleSet.Anhoej.Name, shift, baseline, splits, p.Reason);
        if (asked.Read(http, blank, out var question) is { } unreadable)
            return unreadable;
        var caller = http.User.Caller();
        return (await query.AskAsync(caller, question, http.RequestAborted)).ToResult(http.Response, found => form is PlotForm.Json
            ? SettledResult.Of(http.Response, new Settled<ChartAnswer>(found.Body.Answer, found.AsOf, found.Behind))
            : Picture.Of(http, found, form, f => ChartQuery.Draw(f, question, hospitals[caller.Hospital])));
    }

    static IResult? ReadBaseline(string? text, out DayRange? range)
    {
        range = text?.Split("..") is [var from, var to] && LocalDate.TryRead(from, out var first) && LocalDate.TryRead(to, out var end) && first < end
            ? new(first, end) : null;
        return text is not null && range is null ? Problems.Shape("/baseline", "must be two dates, the later one not included: 2026-01-01..2026-07-01") : null;
    }

    static IResult? ReadSplits(string? text, out IReadOnlyList<DateOnly> days)
    {
        var read = (text?.Split(',') ?? []).Select(d => LocalDate.TryRead(d, out var day) ? day : default(DateOnly?)).ToList();
        days = [.. read.OfType<DateOnly>()];
        return read.Contains(null) ? Problems.Shape("/split", "must be a date, or several with commas between them: 2026-01-01,2026-07-01") : null;
    }

    static IResult NoWord(string name, IEnumerable<string> words) => Problems.NoneOf($"/{name}", words);
}
