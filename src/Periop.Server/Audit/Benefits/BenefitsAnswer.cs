using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Json;
using Periop.Server.Register;

namespace Periop.Server.Audit.Benefits;

/// <summary>How patients do before an operation and after it, with how many of those who are due have answered.</summary>
/// <param name="Unit">Of a measure of the alignment; null of a score.</param>
/// <param name="InOtherUnit">How many values of these cases were measured in the other unit. They are left aside.</param>
/// <param name="Definition">The time points, with their version.</param>
/// <param name="Engine">The version of what made the answer: with another, the same question may have another answer.</param>
/// <param name="TimeZone">Whose days the windows are counted in.</param>
/// <param name="AsOf">The instant it is settled for: asked again for this instant, the answer is the same to the byte.</param>
sealed record BenefitsAnswer(
    string Measure, CorrectionUnit? Unit, int InOtherUnit, string Definition, int Version, int Engine, string TimeZone, DateOnly? From, DateOnly? To,
    DateTimeOffset AsOf, GroupBy GroupBy, IReadOnlyList<BenefitGroup> Groups)
{
    public static BenefitsAnswer Of(
        BenefitsQuestion question, BenefitDefinition definition, MeasureAsked measure, IReadOnlyList<ScoredCase> cases, RegisterSnapshot register,
        Hospital hospital)
    {
        var byKey = CohortGroups.Of(cases, c => c.Key, question.GroupBy);
        var asked = question with { Definition = definition.Id, Version = definition.Version, Unit = measure.Unit };
        return new BenefitsAnswer(
            measure.What, measure.Unit, cases.Sum(c => c.InOtherUnit), definition.Id, definition.Version, register.Version, hospital.TimeZone.Id,
            question.From, question.To, register.AsOf, question.GroupBy,
            [.. byKey.Select(g => BenefitGroup.Of(g.Key, g.Cases, definition, asked, register.AsOf))]);
    }
}

/// <summary>How the patients of a group do.</summary>
sealed record BenefitGroup(string Key, int Cases, IReadOnlyList<BenefitPoint> Points)
{
    public static BenefitGroup Of(string key, IReadOnlyList<ScoredCase> cases, BenefitDefinition definition, BenefitsQuestion question, DateTimeOffset asOf)
    {
        return new BenefitGroup(
            key, cases.Count, [.. definition.Points.Select((point, n) => BenefitPoint.Of(point, [.. cases.Select(c => c.Points[n])], ExplainedBy(point)))]);

        string ExplainedBy(TimePoint point) => CohortAddress.Of(
            BenefitEndpoints.ListPath, question, asOf, [.. question.MeasureParameters, ("key", question.GroupBy is GroupBy.None ? null : key),
                ("timePoint", point.Id)]);
    }
}

/// <summary>How they do at a time point. Only closed windows enter the figures.</summary>
/// <param name="FromDay">The first day of the window, after that of the first incision.</param>
/// <param name="ToDay">The last day.</param>
/// <param name="Due">Answered, not answered and lost.</param>
/// <param name="AnsweredEarly">With an open window; not among those not yet due.</param>
/// <param name="Completeness">The share of the due that answered; null for 0 of 0.</param>
/// <param name="Value">Of those who answered.</param>
/// <param name="Change">Since before the operation, of those who answered then and now; null before it.</param>
/// <param name="Explain">The address of the cases; with <c>state</c>, of those behind a count.</param>
sealed record BenefitPoint(
    string TimePoint, int FromDay, int ToDay, int Due, int Answered, int NotAnswered, int Lost, int NotYetDue, int AnsweredEarly, int Died, int Withdrawn,
    double? Completeness, MeanStated? Value, MeanStated? Change, string Explain)
{
    public static BenefitPoint Of(TimePoint point, IReadOnlyList<BenefitAt> cases, string explain)
    {
        int Count(AnswerState state) => cases.Count(c => c.State == state);
        var (answered, due) = (Count(AnswerState.Answered), Count(AnswerState.Answered) + Count(AnswerState.NotAnswered) + Count(AnswerState.Lost));
        return new BenefitPoint(
            point.Id, point.From, point.To, due, answered, Count(AnswerState.NotAnswered), Count(AnswerState.Lost), Count(AnswerState.NotYetDue),
            Count(AnswerState.AnsweredEarly), Count(AnswerState.Died), Count(AnswerState.Withdrawn), Figures.Share(answered, due),
            MeanStated.Of(cases.Where(c => c.State is AnswerState.Answered).Select(c => c.Score!.Value)),
            MeanStated.Of(cases.Select(c => c.Change).OfType<decimal>()), explain);
    }
}

/// <summary>A mean.</summary>
/// <param name="Cases">Of how many.</param>
/// <param name="StandardDeviation">Null of one alone.</param>
/// <param name="Interval">95 percent, Student's t; null of one alone.</param>
sealed record MeanStated(int Cases, double Mean, double? StandardDeviation, IReadOnlyList<double>? Interval)
{
    public static MeanStated? Of(IEnumerable<decimal> values) => Statistics.Mean.Of([.. values.Select(v => (double)v)]) is { } mean
        ? new MeanStated(mean.Count, Figures.Twelve(mean.Value), Figures.Twelve(mean.StandardDeviation), Figures.Pair(mean.Interval)) : null;
}
