using Periop.Domain.Cases;
using Periop.Domain.Text;

namespace Periop.Domain.Outcomes;

/// <summary>Whether it is known how a patient does at a time point. Missing is never "no better".</summary>
public enum AnswerState
{
    Answered,

    /// <summary>The window is closed, and nobody said anything.</summary>
    NotAnswered,

    /// <summary>The patient could not be reached, though it was tried.</summary>
    Lost,

    /// <summary>The window is open, and nobody said anything yet.</summary>
    NotYetDue,

    /// <summary>The window is open: another value may come that is nearer to the target.</summary>
    AnsweredEarly,

    /// <summary>The patient died before the window closed, without having answered.</summary>
    Died,

    /// <summary>The patient did not want to be followed up.</summary>
    Withdrawn,
}

/// <summary>How a patient does at a time point, as it is known at an instant.</summary>
/// <param name="FirstDay">The first local day of its window.</param>
/// <param name="LastDay">The local day with which it closes.</param>
/// <param name="Score">The value that answers.</param>
/// <param name="Day">On which day after that of the first incision it was taken.</param>
/// <param name="Change">By how much it is more than before the operation; null where either is not answered.</param>
public sealed record BenefitAt(TimePoint Point, AnswerState State, DateOnly FirstDay, DateOnly LastDay, Score? Score, int? Day, decimal? Change);

/// <summary>What an operation brought a patient: a pure function of recorded facts and the instant asked.</summary>
public static class Benefit
{
    /// <param name="facts">Of a case with a first incision, with the patient's death, on whichever case it was recorded.</param>
    /// <param name="scores">Of one measure in one unit.</param>
    /// <param name="days">Of the hospital.</param>
    /// <returns>A state for each time point of the definition, in its order.</returns>
    public static IReadOnlyList<BenefitAt> At(
        BenefitDefinition definition, CaseFacts facts, IReadOnlyCollection<Score> scores, DateTimeOffset asOf, LocalDays days)
    {
        var incision = facts.FirstIncision!.When;
        var first = days.DateOf(incision.At);
        var found = definition.Points.Select(point => At(point)).ToArray();
        var before = found[0].State is AnswerState.Answered ? found[0].Score!.Value : (decimal?)null;
        return [.. found.Select(f => f with { Change = !f.Point.IsBefore && f.State is AnswerState.Answered ? f.Score!.Value - before : null })];

        BenefitAt At(TimePoint point)
        {
            var nearest = scores.Where(s => Answers(s, point, incision, first, days))
                .OrderBy(s => Math.Abs(DayOf(s) - point.Target)).ThenByDescending(s => s.When.At).FirstOrDefault();
            var last = first.AddDays(point.To);
            return new BenefitAt(
                point, StateOf(nearest is not null, point, facts, last, asOf, days), first.AddDays(point.From), last, nearest,
                nearest is null ? null : DayOf(nearest), null);
        }

        int DayOf(Score score) => days.DateOf(score.When.At).DayNumber - first.DayNumber;
    }

    /// <summary>
    /// Whether a value is one of a time point. What a measure itself calls preoperative was before the operation, whenever it was recorded;
    /// what it calls intraoperative is of no time point.
    /// </summary>
    static bool Answers(Score score, TimePoint point, KnownTime incision, DateOnly first, LocalDays days)
    {
        var day = days.DateOf(score.When.At).DayNumber - first.DayNumber;
        return score.Phase switch
        {
            CorrectionPhase.Intraoperative => false,
            CorrectionPhase.Preoperative => point.IsBefore && day >= point.From,
            CorrectionPhase.Postoperative when point.IsBefore => false,
            _ => day >= point.From && day <= point.To && (!point.IsBefore || (score.When.ToTheDay ? day < 0 : score.When.At < incision.At)),
        };
    }

    static AnswerState StateOf(bool isAnswered, TimePoint point, CaseFacts facts, DateOnly last, DateTimeOffset asOf, LocalDays days)
    {
        var isClosed = point.IsBefore || asOf >= days.BeginOf(last.AddDays(1));
        return isAnswered ? isClosed ? AnswerState.Answered : AnswerState.AnsweredEarly
            : point.IsBefore ? AnswerState.NotAnswered
            : facts.Death is { } death && days.DateOf(death.When.At) <= last ? AnswerState.Died
            : !isClosed ? AnswerState.NotYetDue
            : facts.Withdrawn is not null ? AnswerState.Withdrawn
            : facts.Lost is not null && facts.Attempts.Count > 0 ? AnswerState.Lost
            : AnswerState.NotAnswered;
    }
}
