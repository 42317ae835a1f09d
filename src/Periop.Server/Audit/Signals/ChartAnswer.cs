using System.Globalization;
using System.Text.Json.Serialization;
using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Audit.Plots;
using Periop.Server.Hospitals;
using Periop.Server.Json;
using Periop.Server.Register;
using Periop.Statistics.Charts;

namespace Periop.Server.Audit.Signals;

/// <summary>What is charted: the share of cases with the event, events over cases, cases or days from one event to the next.</summary>
enum ChartAsked { P, G, U, T }

/// <summary>Over which periods p and u are counted.</summary>
enum ChartPeriod { Month, Quarter }

/// <summary>A stretch of local days.</summary>
/// <param name="To">The day before which it ends.</param>
sealed record DayRange(DateOnly From, DateOnly To);

/// <summary>Whether a rate moves by more than chance.</summary>
/// <param name="Baseline">Whose values the limits come from; null: of all.</param>
/// <param name="Splits">The days from which on there are other limits.</param>
/// <param name="Reason">Why there is a baseline or a split. It is free text, which the access log does not keep.</param>
sealed record ChartQuestion(
    ChartAsked Kind, ChartPeriod By, string Rules, int? Shift, DayRange? Baseline, IReadOnlyList<DateOnly> Splits,
    [property: JsonIgnore] string? Reason) : CohortQuestion("chart")
{
    [JsonIgnore]
    public RuleSet RuleSet => Rules == RuleSet.MdcXmr.Name ? RuleSet.MdcXmr : Rules == RuleSet.Anhoej.Name ? RuleSet.Anhoej : RuleSet.Shewhart(Shift ?? 8);
}

/// <summary>A value with its lines.</summary>
/// <param name="Key">The month or quarter; the day of the event.</param>
/// <param name="N">Assessed cases; 0 is a gap and no 0 percent. Null for g and t.</param>
/// <param name="Events">Those with the event. Null for g and t.</param>
/// <param name="CaseId">The case with the event, for g and t.</param>
/// <param name="Limits">Null for a gap.</param>
sealed record ChartedValue(
    string Key, DateOnly Day, int? N, int? Events, Guid? CaseId, double? Value, double? Centre, IReadOnlyList<double>? Limits, bool Outside);

/// <summary>What a rule found.</summary>
/// <param name="Side">1 above the centre or rising, -1 below or falling, 0 neither.</param>
sealed record ChartSignal(string Rule, string From, string To, int Side);

/// <summary>The runs about the centre line.</summary>
sealed record ChartRuns(int Useful, int Longest, int LongestExpected, int Crossings, int FewestExpected);

/// <summary>A part of a chart with limits of its own.</summary>
/// <param name="Count">From how many values the limits come.</param>
/// <param name="Trial">With fewer than 12 they are trial limits.</param>
sealed record ChartedPhase(
    string From, string To, double Mean, double Centre, int Count, bool Trial, ChartRuns Runs, IReadOnlyList<ChartSignal> Signals);

/// <summary>Which patterns are a signal.</summary>
sealed record NamedRules(string Name, int Version, int? Shift);

/// <summary>Values in order of time. Months and days are the hospital's.</summary>
sealed record ChartAnswer(
    string Definition, int Version, int Engine, string TimeZone, DateOnly? From, DateOnly? To, DateTimeOffset AsOf, ChartAsked Kind, ChartPeriod? By,
    NamedRules Rules, DayRange? Baseline, IReadOnlyList<DateOnly> Splits, string? Reason, IReadOnlyList<ChartedPhase> Phases,
    IReadOnlyList<ChartedValue> Points);

/// <summary>An answer, and the chart that it was made of, to be drawn.</summary>
sealed record ChartFound(ChartAnswer Answer, ControlChart Chart, string Title, int Cases, double? Completeness);

/// <summary>Charts a rate over time.</summary>
sealed class ChartQuery(Asking asking, RegisterReader reader, HospitalDirectory hospitals)
{
    public static readonly string[] Roles = [Role.Quality];

    /// <summary>A value before its lines are known.</summary>
    sealed record Charted(string Key, DateOnly Day, ChartValue Value, int? N, int? Events, Guid? CaseId);

    public Task<Answer<Settled<ChartFound>>> AskAsync(Caller caller, ChartQuestion question, CancellationToken cancellation) =>
        asking.AskAsync(caller, question, Roles, () => reader.AnswerAsync(
            RegisterTable.CaseFacts, caller.Hospital, question.AsOf, null,
            register => FindAsync(register, hospitals[caller.Hospital], question, cancellation), cancellation),
            found => new Disclosure(found.Body.Answer.Points.Count));

    static async Task<Answer<Settled<ChartFound>>> FindAsync(
        RegisterSnapshot register, Hospital hospital, ChartQuestion question, CancellationToken cancellation)
    {
        var read = await JudgedCohort.ReadAsync(register, hospital, question, null, cancellation);
        if (read.Value is not { Definition: var definition } cohort)
            return read.Why!;
        var assessed = cohort.Assessed;
        var values = question.Kind is ChartAsked.P or ChartAsked.U ? Counted(assessed, question, hospital) : Between(assessed, question, hospital);
        var kind = question.Kind switch { ChartAsked.P => ChartKind.P, ChartAsked.U => ChartKind.U, ChartAsked.G => ChartKind.G, _ => ChartKind.T };
        var chart = ControlChart.Of(kind, [.. values.Select(v => v.Value)], question.RuleSet, BaselineOf(question, values), SplitsOf(question, values));
        var answer = new ChartAnswer(
            definition.Id, definition.Version, register.Version, hospital.TimeZone.Id, question.From, question.To, register.AsOf, question.Kind,
            question.Kind is ChartAsked.P or ChartAsked.U ? question.By : null, new(chart.Rules.Name, chart.Rules.Version, chart.Rules.Shift),
            question.Baseline, question.Splits, question.Reason, [.. chart.Phases.Select(p => PhaseOf(p, values))], [.. values.Zip(chart.Points, PointOf)]);
        return new Settled<ChartFound>(
            new(answer, chart, definition.Title, assessed.Count, cohort.Completeness), register.AsOf, await register.BehindAsync(cancellation));
    }

    /// <summary>Every period from the first day asked for, or the first case, to the last: one without cases is a gap.</summary>
    static List<Charted> Counted(IReadOnlyList<AssessedCase> cases, ChartQuestion question, Hospital hospital)
    {
        var days = cases.Select(c => hospital.DateOf(c.Case.FirstIncisionAt)).ToList();
        if (days.Count == 0)
            return [];
        var (first, last) = (question.From ?? days[0], question.To?.AddDays(-1) ?? days[^1]);
        var months = question.By is ChartPeriod.Month ? 1 : 3;
        var byPeriod = cases.Zip(days).ToLookup(c => Begin(c.Second, months), c => c.First);
        var charted = new List<Charted>();
        for (var begin = Begin(first, months); begin <= last; begin = begin.AddMonths(months))
        {
            var (n, events) = (byPeriod[begin].Count(), byPeriod[begin].Count(c => c.HadEvent));
            charted.Add(new(months == 1 ? CohortGroups.MonthOf(begin) : CohortGroups.QuarterOf(begin), begin, new ChartValue(events, n), n, events, null));
        }

        return charted;
    }

    static DateOnly Begin(DateOnly day, int months) => new(day.Year, (day.Month - 1) / months * months + 1, 1);

    /// <summary>From one event to the next: cases without it, counted from the start, or days.</summary>
    static List<Charted> Between(IReadOnlyList<AssessedCase> cases, ChartQuestion question, Hospital hospital)
    {
        var events = cases.Where(c => c.HadEvent).Select(c => (c.Case.Facts.CaseId, Day: hospital.DateOf(c.Case.FirstIncisionAt))).ToList();
        var gaps = question.Kind is ChartAsked.G ? Gaps.Cases(cases.Select(c => c.HadEvent)) : Gaps.Days([.. events.Select(e => e.Day)]);
        return [.. events.Skip(events.Count - gaps.Count).Zip(gaps, (e, gap) =>
            new Charted(e.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), e.Day, new ChartValue(gap), null, null, e.CaseId))];
    }

    static ChartSpan? BaselineOf(ChartQuestion question, List<Charted> values)
    {
        if (question.Baseline is not { } asked)
            return null;
        var within = values.Index().Where(v => v.Item.Day >= asked.From && v.Item.Day < asked.To).Select(v => v.Index).ToList();
        return within.Count == 0 ? null : new(within[0], within[^1]);
    }

    static List<int> SplitsOf(ChartQuestion question, List<Charted> values) =>
        [.. question.Splits.Select(day => values.FindIndex(v => v.Day >= day)).Where(index => index > 0)];

    static ChartedValue PointOf(Charted charted, ChartPoint point) => new(
        charted.Key, charted.Day, charted.N, charted.Events, charted.CaseId, Figures.Twelve(point.Value), Figures.Twelve(point.Centre),
        Figures.Pair(point.Limits), point.IsOutside);

    static ChartedPhase PhaseOf(ChartPhase phase, List<Charted> values) => new(
        values[phase.Span.From].Key, values[phase.Span.To].Key, Figures.Twelve(phase.Mean), Figures.Twelve(phase.Centre), phase.Count, phase.IsTrial,
        new(phase.Runs.Useful, phase.Runs.Longest, phase.Runs.LongestExpected, phase.Runs.Crossings, phase.Runs.FewestExpected),
        [.. phase.Signals.Select(s => new ChartSignal(s.Rule, values[s.Span.From].Key, values[s.Span.To].Key, s.Side))]);

    /// <summary>The picture of an answer.</summary>
    /// <param name="linkOf">Where a case leads; null: to the interface.</param>
    public static Figure Draw(ChartFound found, ChartQuestion question, Hospital hospital, Func<Guid, string>? linkOf = null)
    {
        var answer = found.Answer;
        var (shown, values) = answer.Kind switch
        {
            ChartAsked.P => ("p chart", "Share of cases with the event"),
            ChartAsked.U => ("u chart", "Events per case"),
            ChartAsked.G => ("g chart", "Cases from one event to the next"),
            _ => ("t chart", "Days from one event to the next"),
        };
        var caption = Picture.Caption(question, found.Title, answer.Version, answer.Engine, answer.AsOf, hospital, shown,
            Picture.Cases(found.Cases, found.Completeness),
            question.Reason is { } reason ? [$"Baseline or split, because: {reason}"] : []);
        return ControlChartPlot.Of(found.Chart, [.. answer.Points.Select(p => p.Key)], caption, values, answer.Kind is ChartAsked.P,
            i => answer.Points[i].CaseId is { } caseId ? linkOf?.Invoke(caseId) ?? $"/api/cases/{caseId}" : null);
    }
}
