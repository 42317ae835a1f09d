using System.Globalization;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Audit.Plots;
using Periop.Server.Audit.Rates;
using Periop.Server.Hospitals;
using Periop.Server.Json;
using Periop.Server.Register;
using Periop.Statistics.Cusums;

namespace Periop.Server.Audit.Signals;

/// <summary>What a series is watched for.</summary>
enum Direction { Deterioration, Improvement }

/// <summary>Whether the rate has changed on the way.</summary>
/// <param name="OddsRatio">Above 1 for deterioration, below for improvement.</param>
/// <param name="FalseAlarm">How often a series without any change may signal in the first cases.</param>
/// <param name="Over">How many these are.</param>
/// <param name="SignalAt">The limit, where it is given and not worked out.</param>
/// <param name="Target">The probability expected of each case; null: the pooled rate of the question without the surgeon.</param>
/// <param name="Since">An earlier instant, whose signals are compared with those of now; null: they are not.</param>
sealed record CusumQuestion(
    double OddsRatio, double FalseAlarm, int Over, double? SignalAt, double? Target, ModelAsked? Model, DateTimeOffset? Since) : CohortQuestion("cusum");

/// <summary>A case in its series.</summary>
/// <param name="Index">From 1.</param>
/// <param name="Expected">The probability that was expected of it.</param>
/// <param name="Weight">What it adds.</param>
/// <param name="Value">The sum after it; at a signal it is kept, and the next case begins from 0.</param>
/// <param name="Vlad">Expected minus observed events up to it: up is good.</param>
sealed record CusumCase(
    Guid CaseId, string CaseNumber, DateTimeOffset FirstIncisionAt, int Index, bool HadEvent, double Expected, double Weight, double Value, bool Signal,
    double Vlad);

/// <summary>How often a series without any change signals in its first cases.</summary>
/// <param name="Asked">Null where the limit was given.</param>
/// <param name="Reached">What the limit comes to: it is the smallest attainable value, and a series signals on it.</param>
sealed record FalseAlarm(double? Asked, double Reached);

/// <summary>A case that signals.</summary>
sealed record SignallingCase(Guid CaseId, string CaseNumber, DateTimeOffset FirstIncisionAt)
{
    public static IReadOnlyList<SignallingCase> AllOf(IEnumerable<CusumCase> points) =>
        [.. points.Where(p => p.Signal).Select(p => new SignallingCase(p.CaseId, p.CaseNumber, p.FirstIncisionAt))];
}

/// <summary>Which signals of an earlier instant are none any more, and which cases of its series signal only now: outcomes that came late moved them.</summary>
/// <param name="Since">The earlier instant, settled.</param>
/// <param name="Gone">They signalled then and do not now.</param>
/// <param name="Come">They were in the series then, did not signal, and do now.</param>
sealed record ChangedSignals(DateTimeOffset Since, IReadOnlyList<SignallingCase> Gone, IReadOnlyList<SignallingCase> Come)
{
    public static ChangedSignals Between(CusumAnswer then, CusumAnswer now)
    {
        var (before, after) = (SignallingCase.AllOf(then.Points), SignallingCase.AllOf(now.Points));
        var (known, still) = (then.Points.Select(p => p.CaseId).ToHashSet(), after.Select(c => c.CaseId).ToHashSet());
        var were = before.Select(c => c.CaseId).ToHashSet();
        return new(then.AsOf, [.. before.Where(c => !still.Contains(c.CaseId))], [.. after.Where(c => known.Contains(c.CaseId) && !were.Contains(c.CaseId))]);
    }
}

/// <summary>A series in order of first incisions. Only cases whose window has closed and that were assessed are in it.</summary>
/// <param name="Target">Null with a model, and where no case is assessed.</param>
/// <param name="WithoutRisk">With a model, the assessed cases that are left out because a factor is not known.</param>
/// <param name="Signals">The indexes of the cases that signal.</param>
/// <param name="Limit">Below 0 for improvement; null without a case to work it out for.</param>
/// <param name="Changed">Null where no earlier instant was named.</param>
sealed record CusumAnswer(
    string Definition, int Version, int Engine, string TimeZone, DateOnly? From, DateOnly? To, DateTimeOffset AsOf, NamedVersion? Model, double? Target,
    Direction Direction, double OddsRatio, int? WithoutRisk, double? Limit, int Over, FalseAlarm? FalseAlarm, IReadOnlyList<int> Signals,
    ChangedSignals? Changed, IReadOnlyList<CusumCase> Points);

/// <summary>An answer, and the series that it was made of, to be drawn.</summary>
sealed record CusumFound(CusumAnswer Answer, Cusum Cusum, CusumLimit? Limit, string Title, double? Completeness);

/// <summary>Watches a series for a change.</summary>
sealed class CusumQuery(Asking asking, RegisterReader reader, HospitalDirectory hospitals)
{
    public static readonly string[] Roles = [Role.Quality];

    public Task<Answer<Settled<CusumFound>>> AskAsync(Caller caller, CusumQuestion question, CancellationToken cancellation) =>
        asking.AskAsync(caller, question, Roles, () => reader.AnswerAsync(
            RegisterTable.CaseFacts, caller.Hospital, question.AsOf, null,
            now => AnswerAsync(now, hospitals[caller.Hospital], question, cancellation), cancellation),
            found => new Disclosure(found.Body.Answer.Points.Count));

    async Task<Answer<Settled<CusumFound>>> AnswerAsync(RegisterSnapshot now, Hospital hospital, CusumQuestion question, CancellationToken cancellation)
    {
        var found = await FindAsync(now, hospital, question, cancellation);
        if (question.Since is not { } since || found.Value is not { } latest)
            return found;
        var before = await reader.AnswerAsync(
            RegisterTable.CaseFacts, hospital.Id, since, now.Version, then => FindAsync(then, hospital, question, cancellation), cancellation);
        if (before.Value is not { } earlier)
            return before.Why!;
        var changed = ChangedSignals.Between(earlier.Body.Answer, latest.Body.Answer);
        return latest with { Body = latest.Body with { Answer = latest.Body.Answer with { Changed = changed } } };
    }

    static async Task<Answer<Settled<CusumFound>>> FindAsync(
        RegisterSnapshot register, Hospital hospital, CusumQuestion question, CancellationToken cancellation)
    {
        var read = await JudgedCohort.ReadAsync(register, hospital, question with { Surgeon = null }, question.Model, cancellation);
        if (read.Value is not { Definition: var definition, Model: var model } cohort)
            return read.Why!;
        var all = cohort.Assessed;
        var target = model is not null ? null : question.Target ?? Figures.Share(all.Count(c => c.HadEvent), all.Count);
        var own = all.Where(c => question.Surgeon is null || c.Case.Facts.Surgeon == question.Surgeon)
            .Select(c => (Case: c, Expected: model is null ? target : c.RiskBy(model))).ToList();
        var series = own.Where(c => c.Expected is not null).Select(c => (c.Case, Expected: c.Expected!.Value)).ToList();
        var limit = LimitOf(question, series.Count > 0 ? [.. series.Take(question.Over).Select(c => c.Expected)] : target is { } p ? [p] : []);
        var cusum = Cusum.Of([.. series.Select(c => new ExpectedCase(c.Expected, c.Case.HadEvent))], question.OddsRatio, limit?.Value);
        var answer = new CusumAnswer(
            definition.Id, definition.Version, register.Version, hospital.TimeZone.Id, question.From, question.To, register.AsOf, cohort.ModelNamed,
            Figures.Twelve(target), question.OddsRatio > 1 ? Direction.Deterioration : Direction.Improvement, Figures.Twelve(question.OddsRatio),
            model is null ? null : own.Count - series.Count, Figures.Twelve(limit?.Value), question.Over,
            limit is null ? null : new FalseAlarm(limit.FalseAlarm, Figures.Twelve(limit.Reached)), cusum.Signals, null,
            [.. series.Zip(cusum.Points, (of, point) => PointOf(of.Case, point))]);
        var watched = cohort with { Cases = [.. cohort.Cases.Where(c => question.Surgeon is null || c.Case.Facts.Surgeon == question.Surgeon)] };
        return new Settled<CusumFound>(
            new(answer, cusum, limit, definition.Title, watched.Completeness), register.AsOf, await register.BehindAsync(cancellation));
    }

    static CusumLimit? LimitOf(CusumQuestion question, IReadOnlyList<double> expected) =>
        expected.Count == 0 ? null
        : question.SignalAt is { } given ? CusumLimit.Given(given, expected, question.OddsRatio, question.Over)
        : CusumLimit.For(expected, question.OddsRatio, question.FalseAlarm, question.Over);

    static CusumCase PointOf(AssessedCase of, CusumPoint point) => new(
        of.Case.Facts.CaseId, of.Case.Facts.CaseNumber, of.Case.FirstIncisionAt.ToUniversalTime(), point.Index, of.HadEvent, Figures.Twelve(point.Expected),
        Figures.Twelve(point.Weight), Figures.Twelve(point.Value), point.Signal, Figures.Twelve(point.Vlad));

    /// <summary>The picture of an answer.</summary>
    /// <param name="linkOf">Where a case leads; null: to the interface.</param>
    public static Figure Draw(CusumFound found, CusumQuestion question, Hospital hospital, Func<Guid, string>? linkOf = null)
    {
        var answer = found.Answer;
        var expected = answer.Model is { } model ? $"Expected by the risk model {model.Id}, version {model.Version}."
            : answer.Target is { } target ? $"Expected of each case: {Sheet.Percent(target, 2)}." : "Nothing is expected.";
        var caption = Picture.Caption(question, found.Title, answer.Version, answer.Engine, answer.AsOf, hospital,
            $"watched for {Vocabulary.WordFor(answer.Direction)}", Picture.Cases(answer.Points.Count, found.Completeness),
            [expected, .. answer.Changed is { } changed ? [Told(changed, hospital)] : Array.Empty<string>()]);
        CusumCase Of(CusumPoint point) => answer.Points[point.Index - 1];
        return found.Limit is { } limit
            ? CusumPlot.Of(found.Cusum, limit, caption, p => Picture.Day(hospital.DateOf(Of(p).FirstIncisionAt)),
                p => linkOf?.Invoke(Of(p).CaseId) ?? $"/api/cases/{Of(p).CaseId}")
            : Sheet.Empty(caption, "No case has been assessed.");
    }

    static string Told(ChangedSignals changed, Hospital hospital)
    {
        var since = TimeZoneInfo.ConvertTime(changed.Since, hospital.TimeZone).ToString("d MMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture);
        return changed is { Gone.Count: 0, Come.Count: 0 } ? $"No signal of {since} has changed since."
            : $"Since {since}, by outcomes that came late: signals gone {Named(changed.Gone)}, signals come {Named(changed.Come)}.";

        static string Named(IReadOnlyList<SignallingCase> cases) => cases.Count == 0 ? "none" : string.Join(", ", cases.Select(c => c.CaseNumber));
    }
}
